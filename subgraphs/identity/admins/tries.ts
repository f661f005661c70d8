import type { Knex } from 'knex';
import { networkOf } from '../../kit/network.ts';
import type { SessionKEK } from '../keys/kek.ts';
import type { Limiter } from '../otp/limits.ts';

const QUARTER_MS = 15 * 60_000;
const HOUR_MS = 60 * 60_000;
const KNOWN_DAYS = 90;

/** Somebody who tries to sign in as an admin. */
export interface Attempt {
  /** Who they say they are: an address, or an admin's id once the password was right. */
  readonly account: string;
  /** Null where there is no such admin, or none is known yet. */
  readonly adminID: string | null;
  readonly ip: string;
}

/**
 * How often an admin's password and second factor may be tried.
 *
 * Guessing is slow from one network (a limit for it alone, and one for it and the account) and, against many networks,
 * on the account as a whole. That last limit alone could be turned on the admin: whoever fills it would lock them out.
 * So it does not count, and does not stop, networks that the admin has signed in from within 90 days: there only the
 * network's own limit holds, which nobody elsewhere can fill. From a place that is new to them, an admin under attack
 * waits at most an hour after the attack, or uses a passkey, which cannot be guessed and so has no limit of an
 * account. An address that is nobody's is counted alike, and known nowhere.
 */
export interface Tries {
  /** Before a password is looked at. */
  password(attempt: Attempt): Promise<void>;
  /** Before a code is looked at: the password was right, so that this is the last wall. */
  code(attempt: Attempt): Promise<void>;
  /** Anything else that somebody without a token may ask. */
  ask(ip: string): Promise<void>;
  /** They were let in: their network is known from now on. */
  succeeded(adminID: string, ip: string): Promise<void>;
  sweep(): Promise<void>;
}

export function createTries(db: Knex, { limiter, kek }: { limiter: Limiter; kek: SessionKEK }): Tries {
  const table = () => db.table('identity.admin_networks');
  const since = () => new Date(Date.now() - KNOWN_DAYS * 86_400_000);

  async function isKnown({ adminID, ip }: Attempt): Promise<boolean> {
    const rows = await table()
      .where({ admin_id: adminID ?? '' })
      .where('last_used_at', '>', since())
      .pluck<string[]>('network_hash');
    return rows.some((hash) => kek.matches(hash, networkOf(ip)));
  }

  async function take(name: string, attempt: Attempt, most: { here: number; everywhere: number }): Promise<void> {
    const network = networkOf(attempt.ip);
    await limiter.take(`${name}:${attempt.account}:${network}`, { most: most.here, window: QUARTER_MS });
    if (await isKnown(attempt)) return;
    await limiter.take(`${name}:${attempt.account}`, { most: most.everywhere, window: HOUR_MS });
  }

  const ask = (ip: string): Promise<void> =>
    limiter.take(`admin:from:${networkOf(ip)}`, { most: 50, window: QUARTER_MS });

  return {
    ask,
    async password(attempt) {
      await ask(attempt.ip);
      await take('admin:password', attempt, { here: 10, everywhere: 60 });
    },
    code: (attempt) => take('admin:code', attempt, { here: 10, everywhere: 20 }),

    async succeeded(adminID, ip) {
      const network = networkOf(ip);
      const rows = await table().where({ admin_id: adminID }).pluck<string[]>('network_hash');
      const network_hash = rows.find((hash) => kek.matches(hash, network)) ?? kek.hash(network);
      const row = { admin_id: adminID, network_hash, last_used_at: new Date() };
      await table().insert(row).onConflict(['admin_id', 'network_hash']).merge(['last_used_at']);
    },

    sweep: async () => {
      await table().where('last_used_at', '<', since()).delete();
    },
  };
}
