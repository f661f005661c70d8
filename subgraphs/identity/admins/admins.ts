import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Knex } from 'knex';
import type { AuditLog } from '../../kit/audit.ts';
import type { AdminAuthority } from '../../kit/credentials.ts';
import { Fault } from '../../kit/fault.ts';
import { networkOf } from '../../kit/network.ts';
import { ANONYMOUS } from '../../kit/viewer.ts';
import { newID } from '../ids.ts';
import type { Limiter } from '../otp/limits.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { RefreshTokens } from './refresh-tokens.ts';
import { type AdminRole, scopesOf } from './scopes.ts';

/** Of the limits below, ms. */
const WINDOW = 900_000;

export interface AdminRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly password_hash: string;
  readonly roles: readonly AdminRole[];
  readonly disabled_at: Date | null;
}

export interface AdminSignedIn {
  readonly admin: AdminRow;
  readonly accessToken: string;
  readonly expiresAt: Date;
  readonly refreshToken: string;
}

export interface Admins extends AdminAuthority {
  byIDs(ids: readonly string[]): Promise<ReadonlyMap<string, AdminRow>>;
  /** CREDENTIALS_WRONG, the same and after the same work, for a wrong password and for nobody of that address. */
  login(who: { email: string; password: string; ip: string }): Promise<AdminSignedIn>;
  refresh(token: string): Promise<AdminSignedIn>;
  /** An owner where there is no admin at all; null where there is one. The password is told here and nowhere else. */
  seed(email: string): Promise<{ email: string; password: string } | null>;
}

export interface AdminsParts {
  readonly db: Knex;
  readonly access: AccessTokens;
  readonly refreshTokens: RefreshTokens;
  readonly limiter: Limiter;
  readonly audit: AuditLog;
}

export function createAdmins({ db, access, refreshTokens, limiter, audit }: AdminsParts): Admins {
  const table = () => db.table('identity.admins');
  const nobody = hash(randomBytes(16));

  async function active(id: string): Promise<AdminRow | null> {
    const [row] = await table().where({ id }).whereNull('disabled_at').select<AdminRow[]>();
    return row ?? null;
  }

  function signedIn(admin: AdminRow, refreshToken: string): AdminSignedIn {
    const { token, expiresAt } = access.issue(admin.id);
    return { admin, accessToken: token, expiresAt, refreshToken };
  }

  return {
    async verify(token) {
      const verified = access.verify(token);
      if (typeof verified === 'string') return verified;
      const admin = await active(verified.adminID);
      return admin === null ? 'TOKEN_INVALID' : { kind: 'admin', id: admin.id, scopes: scopesOf(admin.roles) };
    },

    async byIDs(ids) {
      const rows = await table().whereIn('id', ids).select<AdminRow[]>();
      return new Map(rows.map((row) => [row.id, row]));
    },

    async login({ email, password, ip }) {
      await limiter.take(`admin:from:${networkOf(ip)}`, { most: 50, window: WINDOW });
      // With the client's address, so that nobody can lock an admin out from somewhere else.
      await limiter.take(`admin:${email}:${networkOf(ip)}`, { most: 10, window: WINDOW });
      const [admin] = await table().where({ email }).whereNull('disabled_at').select<AdminRow[]>();
      const right = await verify(admin?.password_hash ?? (await nobody), password);
      const target = admin === undefined ? null : `admin:${admin.id}`;
      const action = admin !== undefined && right ? 'admin.login' : 'admin.login-refused';
      await audit.record({ viewer: ANONYMOUS, from: ip }, { action, target, reason: null });
      if (admin === undefined || !right) throw new Fault('CREDENTIALS_WRONG');
      return signedIn(admin, await refreshTokens.open(admin.id));
    },

    async refresh(token) {
      const { token: next, adminID } = await refreshTokens.rotate(token);
      const admin = await active(adminID);
      if (admin === null) throw new Fault('REFRESH_INVALID');
      return signedIn(admin, next);
    },

    seed: async (email) => ((await table().first('id')) === undefined ? seedOwner(email, { db, audit }) : null),
  };
}

async function seedOwner(email: string, { db, audit }: Pick<AdminsParts, 'db' | 'audit'>): ReturnType<Admins['seed']> {
  const password = randomBytes(12).toString('base64url');
  const row = { id: newID(), email, name: 'Owner', password_hash: await hash(password), roles: ['OWNER'] };
  const entry = { action: 'admin.create', target: `admin:${row.id}`, reason: null, after: { roles: row.roles } };
  return db.transaction(async (on) => {
    // Another node may have been first: then its password is the one that counts.
    const made = await on.table('identity.admins').insert(row).onConflict('email').ignore().returning('id');
    if (made.length === 0) return null;
    await audit.record('system', entry, on);
    return { email, password };
  });
}
