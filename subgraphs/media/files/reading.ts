import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { repeat } from '../../kit/repeat.ts';
import { OriginalFault, type OriginalReason } from '../originals/original-fault.ts';
import type { Originals } from '../originals/originals.ts';
import type { Pool } from '../workers/pool.ts';
import type { FileShelf, Findings, Sighting, Waiting } from './shelf.ts';
import type { ReadFailure } from './table.ts';

export interface ReadingParts {
  readonly shelf: FileShelf;
  readonly originals: Originals;
  readonly pool: Pool;
  readonly log: Logger;
}

/** Finds out what files are, behind the answers in which they are named. */
export interface Reading {
  /** Resolves when they wait to be read. */
  note(sightings: readonly Sighting[]): Promise<void>;
  /** The same, and nobody waits for it. */
  sighted(sightings: readonly Sighting[]): void;
  /** Resolves when a file is settled, or after a moment. */
  soon(sighting: Sighting): Promise<void>;
  stop(): Promise<void>;
}

/** Files that this node reads together. */
const AT_ONCE = 4;
/** Ms between two looks at what waits; what is noted here is read at once. */
const LOOK_MS = 5_000;
const SWEEP_MS = 3_600_000;
/** Ms that somebody waits for what they have just uploaded. */
const MOMENT_MS = 2_000;
const GLANCE_MS = 50;
/** Bytes of a file that is read; what is larger is not. */
const MOST_BYTES = 64 * 1024 * 1024;
const FETCH_MS = 30_000;
const WORKER_MS = 20_000;
/** What may pass is tried so often, each time after four times as long. */
const MOST_TRIES = 5;
const FIRST_PAUSE_MS = 5_000;

const PASSING = new Set<OriginalReason>(['UNREACHABLE', 'TIMED_OUT']);

export function startReading({ shelf, originals, pool, log }: ReadingParts): Reading {
  const stopping = new AbortController();
  const noting = new Set<Promise<void>>();

  async function read({ id, url, kind, tries }: Waiting): Promise<void> {
    try {
      await shelf.settle(id, await findingsOf({ url, kind }, { originals, pool, signal: stopping.signal }));
    } catch (error) {
      if (stopping.signal.aborted) return shelf.postpone(id, 0);
      const reason = reasonOf(error);
      const again = PASSING.has(reason as OriginalReason) && tries < MOST_TRIES;
      await (again ? shelf.postpone(id, FIRST_PAUSE_MS * 4 ** (tries - 1)) : shelf.fail(id, reason));
    }
  }
  async function look(): Promise<void> {
    while (!stopping.signal.aborted) {
      const waiting = await shelf.take(AT_ONCE);
      if (waiting.length === 0) return;
      await Promise.all(waiting.map(read));
    }
  }
  const looking = repeat(LOOK_MS, look, (err) => log.warn({ err }, 'files that wait could not be read'));
  const sweeping = repeat(SWEEP_MS, shelf.sweep, (err) => log.warn({ err }, 'old files could not be forgotten'));
  looking.now();

  const note = async (sightings: readonly Sighting[]): Promise<void> => {
    await shelf.note(sightings);
    looking.now();
  };
  return {
    note,
    async soon(sighting) {
      const end = Date.now() + MOMENT_MS;
      await note([sighting]);
      while (!stopping.signal.aborted && Date.now() < end && !(await shelf.isSettled(sighting.id)))
        await pause(GLANCE_MS);
    },
    sighted(sightings) {
      const work = note(sightings)
        .catch((err: unknown) => log.warn({ err }, 'files could not be noted'))
        .finally(() => noting.delete(work));
      noting.add(work);
    },
    async stop() {
      stopping.abort();
      await Promise.all([...noting, looking.stop(), sweeping.stop()]);
    },
  };
}

/** What a file is not what it was sent as. */
class TypeRefusedError extends TypeError {}

async function findingsOf(
  { url, kind }: Pick<Waiting, 'url' | 'kind'>,
  { originals, pool, signal }: Pick<ReadingParts, 'originals' | 'pool'> & { readonly signal: AbortSignal },
): Promise<Findings> {
  const fetching = AbortSignal.any([signal, AbortSignal.timeout(FETCH_MS)]);
  const { bytes, contentType } = await originals.read(url, { most: MOST_BYTES, signal: fetching });
  const facts = await pool.run('read', { bytes, claimed: contentType }, { timeout: WORKER_MS, signal });
  if (kind === 'picture' && facts.width === undefined) throw new TypeRefusedError('A picture is none that is read.');
  const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  return { ...facts, size: bytes.length, sha256 };
}

function reasonOf(error: unknown): ReadFailure {
  if (error instanceof OriginalFault) return error.reason;
  if (error instanceof TypeRefusedError) return 'TYPE_REFUSED';
  const { name, message } = error as Error;
  if (name === 'AbortError') return 'TIMED_OUT';
  return /pixel limit/i.test(message) ? 'TOO_MANY_PIXELS' : 'UNREADABLE';
}
