import { randomInt } from 'node:crypto';
import type { Knex } from 'knex';
import { Fault } from '../../kit/fault.ts';
import { newID } from '../ids.ts';
import type { SessionKEK } from '../keys/kek.ts';
import type { Purpose } from './delivery/texts.ts';
import type { Destination } from './destination.ts';

const TRIES = 5;
const LIFE_MS = 5 * 60_000;

export interface Challenge {
  readonly id: string;
  readonly expiresAt: Date;
}

/** One-time codes: kept as a keyed hash, good once and for one purpose, for five tries and five minutes. */
export interface Challenges {
  /** A new code for a destination; it is told here and nowhere else. */
  open(destination: Destination, purpose: Purpose): Promise<Challenge & { readonly code: string }>;
  /** Spends a try. Resolves with the destination for the right code; else CODE_WRONG or CODE_EXPIRED. */
  solve(id: string, code: string, purpose: Purpose): Promise<Destination>;
  /**
   * In the transaction that does what the code was asked for: whoever comes first does it, for the others it is
   * CODE_EXPIRED. When the transaction fails, the code is as good as before.
   */
  use(id: string, on: Knex): Promise<void>;
  sweep(): Promise<void>;
}

interface Tried {
  readonly channel: Destination['channel'];
  readonly address: string;
  readonly code_hash: string;
  readonly tries_left: number;
}

export function createChallenges(db: Knex, kek: SessionKEK): Challenges {
  const table = (on: Knex = db) => on.table('identity.challenges');

  return {
    async open({ channel, address }, purpose) {
      const id = newID();
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const expiresAt = new Date(Date.now() + LIFE_MS);
      await table().insert({
        id,
        channel,
        address,
        purpose,
        code_hash: kek.hash(`${id}:${code}`),
        tries_left: TRIES,
        expires_at: expiresAt,
      });
      return { id, code, expiresAt };
    },

    async solve(id, code, purpose) {
      // The try is spent before the code is looked at, in one statement: guesses in parallel have no more of them.
      const [tried] = await table()
        .where({ id, purpose })
        .whereNull('used_at')
        .where('tries_left', '>', 0)
        .where('expires_at', '>', db.fn.now())
        .decrement('tries_left', 1)
        .returning<Tried[]>(['channel', 'address', 'code_hash', 'tries_left']);
      if (tried === undefined) throw new Fault('CODE_EXPIRED');
      if (!kek.matches(tried.code_hash, `${id}:${code}`))
        throw new Fault('CODE_WRONG', { triesLeft: tried.tries_left });
      return { channel: tried.channel, address: tried.address };
    },

    async use(id, on) {
      const used = await table(on).where({ id }).whereNull('used_at').update({ used_at: on.fn.now() });
      if (used === 0) throw new Fault('CODE_EXPIRED');
    },

    sweep: async () => {
      await table()
        .where('expires_at', '<', new Date(Date.now() - LIFE_MS))
        .delete();
    },
  };
}
