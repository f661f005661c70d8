import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Knex } from 'knex';
import type { AdminAuthority } from '../../kit/credentials.ts';
import { Fault } from '../../kit/fault.ts';
import { networkOf } from '../../kit/network.ts';
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
}

export function createAdmins({ db, access, refreshTokens, limiter }: AdminsParts): Admins {
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
      if (admin === undefined || !right) throw new Fault('CREDENTIALS_WRONG');
      return signedIn(admin, await refreshTokens.open(admin.id));
    },

    async refresh(token) {
      const { token: next, adminID } = await refreshTokens.rotate(token);
      const admin = await active(adminID);
      if (admin === null) throw new Fault('REFRESH_INVALID');
      return signedIn(admin, next);
    },

    async seed(email) {
      if ((await table().first('id')) !== undefined) return null;
      const password = randomBytes(12).toString('base64url');
      const row = { id: newID(), email, name: 'Owner', password_hash: await hash(password), roles: ['OWNER'] };
      // Another node may have been first: then its password is the one that counts.
      const made = await table().insert(row).onConflict('email').ignore().returning('id');
      return made.length === 1 ? { email, password } : null;
    },
  };
}
