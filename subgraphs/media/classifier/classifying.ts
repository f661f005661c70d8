import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { MediaLabel } from '../../kit/media-findings.ts';
import { repeat } from '../../kit/repeat.ts';
import { blockForClassifier } from '../blocking/block.ts';
import type { Holding } from '../blocking/hold.ts';
import { type AskParts, askClassifier, ClassifierRefusal } from './ask.ts';
import { type Due, noteToAsk, postpone, settle, takeDue } from './classifications.ts';

export interface ClassifyingParts extends AskParts {
  readonly db: Knex;
  readonly holding: Holding;
  /** Known files are to be held to what was blocked. */
  readonly blocked: () => void;
  readonly log: Logger;
}

export interface Classifying {
  /** In the transaction that writes down what was read of files. */
  note(ids: readonly string[], on: Knex.Transaction): Promise<void>;
  stop(): Promise<void>;
}

const LOOK_MS = 1_000;
const AT_ONCE = 8;
/** Seconds, twice as many after each try. */
const LONGEST_PAUSE = 600;
const PATIENCE_MS = 86_400_000;

/** Asks about files, a few at once, and again where there was no answer: nothing is blocked for that. */
export function startClassifying(parts: ClassifyingParts): Classifying {
  const { db, fetch, log } = parts;
  const stopping = new AbortController();

  async function classify(file: Due): Promise<void> {
    try {
      const labels = await askClassifier(file, stopping.signal, parts);
      await keep(file, labels, parts);
    } catch (error) {
      if (stopping.signal.aborted) return;
      const isOver = error instanceof ClassifierRefusal || Date.now() - file.created_at.getTime() > PATIENCE_MS;
      // No address, and no answer: both may tell what people sent.
      log.warn({ problem: problemOf(error), isOver }, 'the classifier of media did not answer');
      if (isOver) await settle(file.id, { state: 'FAILED', labels: [] }, db);
      else await postpone(file.id, Math.min(LONGEST_PAUSE, 2 ** file.tries), db);
    }
  }

  async function work(): Promise<void> {
    let due: Due[];
    do {
      due = await takeDue(AT_ONCE, db);
      await Promise.all(due.map(classify));
    } while (due.length === AT_ONCE && !stopping.signal.aborted);
  }
  const working = repeat(LOOK_MS, work, (err) => log.warn({ err }, 'what the classifier says could not be kept'));
  return {
    note: async (ids, on) => void (await noteToAsk(ids, on)),
    async stop() {
      stopping.abort();
      await working.stop();
      await fetch.close();
    },
  };
}

/** What it said, and that the file is blocked for it, or neither. */
async function keep({ id }: Due, labels: readonly MediaLabel[], parts: ClassifyingParts): Promise<void> {
  const { db, holding, settings, blocked } = parts;
  const worst = labels
    .filter(({ name, score }) => score >= (settings.blocks.get(name) ?? Number.POSITIVE_INFINITY))
    .toSorted((a, b) => b.score - a.score)
    .at(0);
  await db.transaction(async (on) => {
    if (worst !== undefined) await blockForClassifier({ id, reason: `${worst.name} ${worst.score}` }, { holding, on });
    await settle(id, { state: 'DONE', labels }, on);
  });
  if (worst !== undefined) blocked();
}

function problemOf(error: unknown): string {
  const { name, code, status } = Object(error) as { name?: string; code?: string; status?: number };
  return [name, code, status].filter((each) => each !== undefined).join(' ');
}
