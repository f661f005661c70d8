import { createHash, randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { Fault } from '../../kit/fault.ts';
import { newID } from '../ids.ts';

const LIFE_MS = 12 * 3_600_000;

interface TokenRow {
  readonly family: string;
  readonly admin_id: string;
  readonly expires_at: Date;
  readonly used_at: Date | null;
  readonly ended_at: Date | null;
}

/** Kept as hashes, good once. All tokens that follow one sign-in are a family, and live twelve hours together. */
export interface RefreshTokens {
  open(adminID: string): Promise<string>;
  /** The next of the family, and whose it is. An old one used again ends the family: REFRESH_REUSED. */
  rotate(token: string): Promise<{ token: string; adminID: string }>;
  sweep(): Promise<void>;
}

export function createRefreshTokens(db: Knex): RefreshTokens {
  const table = () => db.table('identity.admin_refresh_tokens');

  async function keep(row: Pick<TokenRow, 'family' | 'admin_id' | 'expires_at'>, on = db): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await on.table('identity.admin_refresh_tokens').insert({ ...row, token_hash: hash(token) });
    return token;
  }

  /** In one transaction: whoever finds the token used waits for its successor, and ends that one as well. */
  const use = (token_hash: string) =>
    db.transaction(async (on) => {
      const [taken] = await on
        .table('identity.admin_refresh_tokens')
        .where({ token_hash })
        .whereNull('used_at')
        .whereNull('ended_at')
        .where('expires_at', '>', db.fn.now())
        .update({ used_at: db.fn.now() })
        .returning<TokenRow[]>('*');
      if (taken === undefined) return null;
      const { family, admin_id, expires_at } = taken;
      return { token: await keep({ family, admin_id, expires_at }, on), adminID: admin_id };
    });

  return {
    open: (adminID) => keep({ family: newID(), admin_id: adminID, expires_at: new Date(Date.now() + LIFE_MS) }),

    async rotate(token) {
      const token_hash = hash(token);
      const next = await use(token_hash);
      if (next !== null) return next;
      const [old] = await table().where({ token_hash }).select<TokenRow[]>();
      if (old?.used_at === undefined || old.used_at === null || old.ended_at !== null)
        throw new Fault('REFRESH_INVALID');
      await table().where({ family: old.family }).update({ ended_at: db.fn.now() });
      throw new Fault('REFRESH_REUSED');
    },

    sweep: async () => {
      await table().where('expires_at', '<', db.fn.now()).delete();
    },
  };
}

const hash = (token: string): string => createHash('sha256').update(token).digest('base64url');
