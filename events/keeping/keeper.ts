import type { Knex } from 'knex';
import type { Keeper } from '../../subgraphs/kit/events.ts';
import { Fault } from '../../subgraphs/kit/fault.ts';
import { insertRows, type Row, rowOf } from './inbox.ts';

/** Of one statement; a single call's facts are never parted. */
const BATCH_ROWS = 500;
const BATCH_CHARACTERS = 4 * 2 ** 20;
/** What may wait for the database, in a process: past that it is too slow, and callers are told so. */
const MOST_WAITING_ROWS = 20_000;
const MOST_WAITING_CHARACTERS = 64 * 2 ** 20;

/** What came of a batch. */
export interface Kept {
  readonly rows: readonly Row[];
  /** The others were kept before. */
  readonly fresh: number;
}

interface Waiting {
  readonly rows: readonly Row[];
  readonly characters: number;
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * Keeps what concurrent callers tell in one statement: the next is sent as soon as the one before is done, so that a
 * single caller waits for nobody, and many share a commit.
 */
export function createKeeper(db: Knex, told: (kept: Kept) => void): Keeper & { drain(): Promise<void> } {
  const queue = createQueue();
  let flushing: Promise<void> | null = null;

  async function write(batch: readonly Waiting[]): Promise<void> {
    const rows = batch.flatMap((each) => each.rows);
    const fresh = await insertRows(db, rows);
    told({ rows, fresh });
    for (const each of batch) each.resolve();
  }

  async function flush(): Promise<void> {
    for (let batch = queue.take(); batch.length > 0; batch = queue.take())
      try {
        await write(batch);
      } catch (error) {
        if (isUnavailable(error)) for (const each of [...batch, ...queue.takeAll()]) each.reject(error);
        // One caller's facts that Postgres refuses are not everybody's failure.
        else for (const each of batch) await write([each]).catch(each.reject);
      }
    flushing = null;
  }

  return {
    keep: (facts) =>
      new Promise((resolve, reject) => {
        const rows = facts.map(rowOf);
        const characters = rows.reduce((sum, { fact }) => sum + fact.length, 0);
        if (rows.length === 0) resolve();
        else if (!queue.add({ rows, characters, resolve, reject })) reject(new Fault('STORE_UNAVAILABLE'));
        else flushing ??= flush();
      }),
    drain: async () => {
      await flushing;
    },
  };
}

const isUnavailable = (error: unknown): boolean => error instanceof Fault && error.reason === 'STORE_UNAVAILABLE';

/** Calls in the order in which they came; a bounded number of them. */
function createQueue() {
  const waiting: Waiting[] = [];
  let rows = 0;
  let characters = 0;
  const taken = (count: number): readonly Waiting[] => {
    const batch = waiting.splice(0, count);
    for (const each of batch) {
      rows -= each.rows.length;
      characters -= each.characters;
    }
    return batch;
  };
  return {
    add(each: Waiting): boolean {
      const full =
        rows + each.rows.length > MOST_WAITING_ROWS || characters + each.characters > MOST_WAITING_CHARACTERS;
      // A call that is larger than all that may wait is let in alone: it is in memory already.
      if (full && waiting.length > 0) return false;
      waiting.push(each);
      rows += each.rows.length;
      characters += each.characters;
      return true;
    },
    take(): readonly Waiting[] {
      let count = 0;
      let room = { rows: BATCH_ROWS, characters: BATCH_CHARACTERS };
      for (const each of waiting) {
        room = { rows: room.rows - each.rows.length, characters: room.characters - each.characters };
        if (count > 0 && (room.rows < 0 || room.characters < 0)) break;
        count += 1;
      }
      return taken(count);
    },
    takeAll: (): readonly Waiting[] => taken(waiting.length),
  };
}
