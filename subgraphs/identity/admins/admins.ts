import type { Knex } from 'knex';
import type { AuditActor, AuditLog } from '../../kit/audit.ts';
import type { AdminAuthority } from '../../kit/credentials.ts';
import type { FaultReason } from '../../kit/faults.ts';
import type { AdminViewer } from '../../kit/viewer.ts';
import { newID } from '../ids.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { CompanyAdmin, CompanyTokens } from './company-tokens.ts';
import { hashPassword, newPassword } from './passwords.ts';
import { type AdminRole, scopesOf } from './scopes.ts';

export interface AdminRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** Null until an invitation was accepted, and for who signs in at their company's provider. */
  readonly password_hash: string | null;
  readonly roles: readonly AdminRole[];
  readonly created_at: Date;
  readonly disabled_at: Date | null;
  readonly last_sign_in_at: Date | null;
}

export interface Admins extends AdminAuthority {
  byIDs(ids: readonly string[]): Promise<ReadonlyMap<string, AdminRow>>;
  /** Null where there is none, or they are disabled. */
  active(id: string): Promise<AdminRow | null>;
  byEmail(email: string): Promise<AdminRow | null>;
  /** An owner where there is no admin at all; null where there is one. The password is told here and nowhere else. */
  seed(email: string): Promise<{ email: string; password: string } | null>;
}

export interface AdminsParts {
  readonly db: Knex;
  readonly access: AccessTokens;
  readonly audit: AuditLog;
  readonly company: CompanyTokens | null;
}

export function createAdmins({ db, access, audit, company }: AdminsParts): Admins {
  const table = () => db.table('identity.admins');

  const active: Admins['active'] = async (id) =>
    (await table().where({ id }).whereNull('disabled_at').first<AdminRow | undefined>()) ?? null;

  /** In one question: the admin as they are now, and whether the sign-in of the token has ended. */
  async function signedIn(adminID: string, signIn: string): Promise<AdminRow | undefined> {
    return db
      .table('identity.admins as admin')
      .join('identity.admin_sign_ins as sign_in', 'sign_in.admin_id', 'admin.id')
      .where({ 'admin.id': adminID, 'sign_in.id': signIn })
      .whereNull('admin.disabled_at')
      .whereNull('sign_in.ended_at')
      .first<AdminRow | undefined>('admin.*');
  }

  return {
    async verify(token) {
      if (company?.issued(token)) return companyAdmin(await company.verify(token), { db, audit });
      const verified = await access.verify(token);
      if (typeof verified === 'string') return verified;
      const admin = await signedIn(verified.adminID, verified.signIn);
      if (admin === undefined) return 'TOKEN_INVALID';
      const { id, roles } = admin;
      return { kind: 'admin', id, signIn: verified.signIn, roles, scopes: scopesOf(roles) };
    },

    async byIDs(ids) {
      const rows = await table().whereIn('id', ids).select<AdminRow[]>();
      return new Map(rows.map((row) => [row.id, row]));
    },

    active,

    byEmail: async (email) =>
      (await table().where({ email }).whereNull('disabled_at').first<AdminRow | undefined>()) ?? null,

    async seed(email) {
      if ((await table().first('id')) !== undefined) return null;
      const password = newPassword();
      const owner = { email, name: 'Owner', roles: ['OWNER'], password } as const;
      const made = await db.transaction((on) => insertAdmin(on, owner, { audit, by: 'system', reason: null }));
      // Another node may have been first: then its password is the one that counts.
      return made === null ? null : { email, password };
    },
  };
}

/**
 * Whom the provider vouches for, with the roles that it gives them now. They get a row, so that what they do is on
 * record; a row that is disabled stays so, and somebody's own roles here are not touched.
 */
async function companyAdmin(
  given: CompanyAdmin | FaultReason,
  { db, audit }: Pick<AdminsParts, 'db' | 'audit'>,
): Promise<AdminViewer | FaultReason> {
  if (typeof given === 'string') return given;
  const { email, name } = given;
  const roles = [...given.roles];
  const find = () => db.table('identity.admins').where({ email }).first<AdminRow | undefined>();
  const recorded = { audit, by: 'system', reason: "a token of the company's provider" } as const;
  const row =
    (await find()) ??
    (await db.transaction((on) => insertAdmin(on, { email, name, roles, password: null }, recorded))) ??
    (await find());
  if (row === undefined || row.disabled_at !== null) return 'TOKEN_INVALID';
  const theirs = row.password_hash === null && row.roles.join() !== roles.join();
  if (theirs) await db.table('identity.admins').where({ id: row.id, password_hash: null }).update({ roles });
  return { kind: 'admin', id: row.id, roles, scopes: scopesOf(roles) };
}

export interface NewAdmin {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly AdminRole[];
  /** Null for who will choose one by themselves. */
  readonly password: string | null;
}

/** Who makes it so, why, and where that is recorded. */
export interface Recorded {
  readonly audit: AuditLog;
  readonly by: AuditActor;
  readonly reason: string | null;
}

/** Null where somebody has this address already. */
export async function insertAdmin(
  on: Knex.Transaction,
  { password, ...admin }: NewAdmin,
  { audit, by, reason }: Recorded,
): Promise<AdminRow | null> {
  const password_hash = password === null ? null : await hashPassword(password);
  const [made] = await on
    .table('identity.admins')
    .insert({ ...admin, id: newID(), password_hash })
    .onConflict('email')
    .ignore()
    .returning<AdminRow[]>('*');
  if (made === undefined) return null;
  const entry = { action: 'admin.create', target: `admin:${made.id}`, reason, after: { roles: [...made.roles] } };
  await audit.record(by, entry, on);
  return made;
}
