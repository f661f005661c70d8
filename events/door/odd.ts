import type { Knex } from 'knex';
import { v7 } from 'uuid';
import type { PersonalData } from '../../subgraphs/kit/personal-data.ts';

export interface Odd {
  readonly command: string;
  readonly because: string;
  readonly operationID: string;
  readonly bytes: Uint8Array;
}

export interface OddCallbacks {
  /** Behind the answer: nobody waits for it. Whether it was taken: a flood of them is counted, and not kept. */
  put(odd: Odd): void;
  drain(): Promise<void>;
}

const LONGEST_NAME = 200;
const WINDOW_MS = 60_000;
const MOST_IN_A_WINDOW = 100;
const MOST_BYTES_IN_A_WINDOW = 64 * 1024 * 1024;
const KEPT_MS = 7 * 24 * 3_600_000;

/** Keeps callbacks that nobody could read, for a week. */
export function createOddCallbacks(db: Knex, failed: (error: unknown) => void): OddCallbacks {
  const writing = new Set<Promise<unknown>>();
  let window = { since: 0, taken: 0, bytes: 0 };
  const table = () => db.withSchema('events').table('odd_callbacks');

  async function write({ command, because, operationID, bytes }: Odd, now: number): Promise<void> {
    await table()
      .where('at', '<', new Date(now - KEPT_MS))
      .delete();
    await table().insert({
      id: v7(),
      command: named(command),
      because,
      operation_id: named(operationID),
      body: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      at: new Date(now),
    });
  }

  return {
    put(odd) {
      const now = Date.now();
      if (now - window.since > WINDOW_MS) window = { since: now, taken: 0, bytes: 0 };
      window.taken += 1;
      window.bytes += odd.bytes.byteLength;
      if (window.taken > MOST_IN_A_WINDOW || window.bytes > MOST_BYTES_IN_A_WINDOW) return;
      const work = write(odd, now)
        .catch(failed)
        .finally(() => writing.delete(work));
      writing.add(work);
    },
    drain: async () => {
      await Promise.all(writing);
    },
  };
}

/** Postgres keeps no NUL in a text. */
const named = (text: string): string => text.replaceAll('\0', '').slice(0, LONGEST_NAME);

/** Nobody can say whose they are, so that none is given out; those that name an account go with it. */
export const oddPersonal = (db: Knex): PersonalData => ({
  tables: ['odd_callbacks'],
  files: () => [],
  async erase(userID) {
    const naming = db.withSchema('events').table('odd_callbacks');
    const count = await naming
      .whereRaw('position(convert_to(?, ?) in body) > 0', [JSON.stringify(userID), 'UTF8'])
      .delete();
    return count === 0 ? [] : [{ what: 'Callbacks that could not be read and name the account', count, kept: null }];
  },
});
