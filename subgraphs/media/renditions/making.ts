import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import type { Logger } from 'pino';
import { bounded } from '../../kit/bounded.ts';
import type { Store } from '../../kit/store.ts';
import type { Originals } from '../originals/originals.ts';
import { BUSY, type Failing, UnreadablePictureError, verdictOn } from './failing.ts';
import type { Format } from './formats.ts';
import type { Rung } from './ladder.ts';
import type { Meter } from './meter.ts';
import type { Shelf } from './shelf.ts';
import type { Shrinking } from './shrink.ts';
import { takeTurn } from './turn.ts';

/** A copy to be made, and of what. */
export interface Wanted {
  /** What it is kept under. */
  readonly name: string;
  /** The file and its version: what fails once for one copy of it fails for all. */
  readonly original: string;
  readonly url: string;
  readonly rung: Rung;
  readonly format: Format;
  readonly blurred: boolean;
}

/** A copy, and where it came from. */
export interface Made {
  readonly bytes: Buffer;
  readonly outcome: 'memory' | 'kept' | 'made';
}

export interface MakingOptions {
  readonly store: Store;
  readonly shelf: Shelf;
  readonly originals: Originals;
  readonly shrink: (shrinking: Shrinking) => Promise<Uint8Array>;
  /** Bytes of an original. */
  readonly mostBytes: number;
  readonly meter: Meter;
  readonly log: Logger;
}

/** Originals that are in memory together. */
const AT_ONCE = 4;
/** Copies that are looked for or made together; who wants another one comes again. */
const MOST_WAITING = 200;
/** From the first look to the last byte. */
const WORK_MS = 45_000;

/** Bytes of the copies that were asked for lately. */
const IN_MEMORY = 48 * 1024 * 1024;
/** Originals that are known to give no copies now. */
const MOST_FAILED = 10_000;

/** Never rejects. */
export type Make = (wanted: Wanted) => Promise<Made | Failing>;

/** Looks where copies are kept, and makes what is not there: on one node at a time. Rejects as originals and pictures fail. */
function finding({
  store,
  shelf,
  originals,
  shrink,
  mostBytes,
  meter,
  log,
}: MakingOptions): (wanted: Wanted) => Promise<Made> {
  const limit = pLimit(AT_ONCE);

  const find = (name: string): Promise<Buffer | null> =>
    shelf.get(name).catch((error: unknown) => {
      log.warn({ err: error }, 'a kept picture could not be read; it is made again');
      return null;
    });

  async function make({ name, url, rung, format, blurred }: Wanted, signal: AbortSignal): Promise<Buffer> {
    const { bytes } = await originals.read(url, { most: mostBytes, signal });
    const made = await shrink({ bytes, rung, format, blurred }).then(Buffer.from, (error: unknown) => {
      // Out of time: the machine may have been too busy.
      throw (error as Error).name === 'AbortError' ? error : new UnreadablePictureError(error);
    });
    await shelf.put(name, made).catch((error: unknown) => {
      log.warn({ err: error }, 'a picture was made and could not be kept; it will be made again');
    });
    return made;
  }

  return async (wanted) => {
    const there = await find(wanted.name);
    if (there !== null) return { bytes: there, outcome: 'kept' };
    const signal = AbortSignal.timeout(WORK_MS);
    const endTurn = await takeTurn(store, wanted.name, signal);
    try {
      // Another node may have had the turn since the first look.
      const meanwhile = await find(wanted.name);
      if (meanwhile !== null) return { bytes: meanwhile, outcome: 'kept' };
      return { bytes: await limit(() => meter.making(() => make(wanted, signal))), outcome: 'made' };
    } finally {
      await endTurn();
    }
  };
}

/**
 * Finds copies where they are kept, or makes them: each once, whoever asks meanwhile, and on whichever node. What has
 * begun goes on when nobody waits any longer: the next to ask finds it.
 */
export function createMaking(options: MakingOptions): Make {
  const findOrMake = finding(options);
  const flights = new Map<string, Promise<Made | Failing>>();
  const memory = new LRUCache<string, Buffer>({ maxSize: IN_MEMORY, sizeCalculation: ({ length }) => length });
  const failed = bounded<string, Failing>(MOST_FAILED);

  async function fly(wanted: Wanted): Promise<Made | Failing> {
    try {
      const made = await findOrMake(wanted);
      memory.set(wanted.name, made.bytes);
      return made;
    } catch (error) {
      const verdict = verdictOn(error, options.log);
      failed.set(wanted.original, verdict, { ttl: verdict.seconds * 1_000 });
      return verdict;
    } finally {
      flights.delete(wanted.name);
    }
  }

  return async (wanted) => {
    const bytes = memory.get(wanted.name);
    if (bytes !== undefined) return { bytes, outcome: 'memory' };
    const known = failed.get(wanted.original) ?? flights.get(wanted.name);
    if (known !== undefined) return known;
    if (flights.size >= MOST_WAITING) return BUSY;
    const flight = fly(wanted);
    flights.set(wanted.name, flight);
    return flight;
  };
}
