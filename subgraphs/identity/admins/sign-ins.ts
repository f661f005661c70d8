import { createHash, randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import type { AuditLog } from '../../kit/audit.ts';
import { Fault } from '../../kit/fault.ts';
import { ANONYMOUS } from '../../kit/viewer.ts';
import { newID } from '../ids.ts';

const LIFE_MS = 12 * 3_600_000;

export interface SignIn {
  readonly id: string;
  readonly adminID: string;
  /** The newest refresh token; it is told here and nowhere else. */
  readonly refreshToken: string;
}

/**
 * Sign-ins of admins, twelve hours at most. Refresh tokens are kept as hashes and are good once; a sign-in that ends
 * takes its access tokens with it, because each of them names it and is looked up with it.
 */
export interface SignIns {
  open(adminID: string): Promise<SignIn>;
  /** The next refresh token. An old one used again ends the sign-in: REFRESH_REUSED, and is recorded. */
  rotate(token: string, from: string): Promise<SignIn>;
  end(id: string): Promise<void>;
  /** All of an admin's, but perhaps one. */
  endAll(adminID: string, but?: { signIn?: string | null; on?: Knex }): Promise<void>;
  sweep(): Promise<void>;
}

interface Row {
  readonly id: string;
  readonly admin_id: string;
}

export function createSignIns(db: Knex, audit: AuditLog): SignIns {
  const table = () => db.table('identity.admin_sign_ins');
  return {
    open: (adminID) =>
      db.transaction(async (on) => {
        const id = newID();
        const expires_at = new Date(Date.now() + LIFE_MS);
        await on.table('identity.admin_sign_ins').insert({ id, admin_id: adminID, expires_at });
        await on.table('identity.admins').where({ id: adminID }).update({ last_sign_in_at: db.fn.now() });
        return { id, adminID, refreshToken: await keep(id, on) };
      }),

    async rotate(token, from) {
      const next = await db.transaction((on) => use(hash(token), on));
      if (next !== null) return next;
      const old = await reusedSignIn(hash(token), db);
      if (old === undefined) throw new Fault('REFRESH_INVALID');
      await db.transaction(async (on) => {
        await on.table('identity.admin_sign_ins').where({ id: old.id }).update({ ended_at: on.fn.now() });
        const entry = { action: 'admin.refresh-reused', target: `admin:${old.admin_id}`, reason: null };
        await audit.record({ viewer: ANONYMOUS, from }, entry, on);
      });
      throw new Fault('REFRESH_REUSED');
    },

    end: async (id) => {
      await table().where({ id }).whereNull('ended_at').update({ ended_at: db.fn.now() });
    },

    endAll: async (adminID, { signIn = null, on = db } = {}) => {
      const alive = on.table('identity.admin_sign_ins').where({ admin_id: adminID }).whereNull('ended_at');
      await (signIn === null ? alive : alive.whereNot({ id: signIn })).update({ ended_at: db.fn.now() });
    },

    sweep: async () => {
      await table().where('expires_at', '<', db.fn.now()).delete();
    },
  };
}

async function keep(family: string, on: Knex): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await on.table('identity.admin_refresh_tokens').insert({ family, token_hash: hash(token) });
  return token;
}

/** In one transaction: whoever finds the token used waits for its successor, and ends that one as well. */
async function use(token_hash: string, on: Knex.Transaction): Promise<SignIn | null> {
  const alive = on
    .table('identity.admin_sign_ins')
    .whereNull('ended_at')
    .where('expires_at', '>', on.fn.now())
    .select('id');
  const [taken] = await on
    .table('identity.admin_refresh_tokens')
    .where({ token_hash })
    .whereNull('used_at')
    .whereIn('family', alive)
    .update({ used_at: on.fn.now() })
    .returning<{ family: string }[]>('family');
  if (taken === undefined) return null;
  const row = await on.table('identity.admin_sign_ins').where({ id: taken.family }).first<Row>(['id', 'admin_id']);
  return { id: row.id, adminID: row.admin_id, refreshToken: await keep(row.id, on) };
}

/** Of a token that was good once and is used again, while its sign-in is alive. */
const reusedSignIn = async (token_hash: string, db: Knex): Promise<Row | undefined> =>
  db
    .table('identity.admin_refresh_tokens as token')
    .join('identity.admin_sign_ins as sign_in', 'sign_in.id', 'token.family')
    .where({ 'token.token_hash': token_hash })
    .whereNotNull('token.used_at')
    .whereNull('sign_in.ended_at')
    .first<Row | undefined>(['sign_in.id', 'sign_in.admin_id']);

export const hash = (token: string): string => createHash('sha256').update(token).digest('base64url');
