import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { Fault } from '../../kit/fault.ts';
import { newID } from '../ids.ts';
import type { Record } from '../privileged.ts';
import type { AdminRow } from './admins.ts';
import type { AdminRole } from './scopes.ts';
import { hash } from './sign-ins.ts';

const INVITED_MS = 3 * 86_400_000;

export interface Invited {
  readonly admin: AdminRow;
  /** It is told here and nowhere else. */
  readonly token: string;
  readonly expiresAt: Date;
}

/** A transaction, and where it is written down. */
export interface Deed {
  readonly on: Knex.Transaction;
  readonly record: Record;
}

/**
 * Changes an admin, and records what they were and became. Throws LAST_OWNER where nobody would be left who can make
 * admins.
 */
export async function changeAdmin(
  id: string,
  { on, record, action }: Deed & { action: string },
  work: () => PromiseLike<unknown>,
): Promise<AdminRow> {
  const table = () => on.table('identity.admins');
  // Owners first, in one order: two who would each remove the other take turns, and the second is refused.
  const owners: AdminRow[] = await table().whereRaw(`'OWNER' = any(roles)`).orderBy('id').forUpdate();
  const before = await table().where({ id }).forUpdate().first<AdminRow | undefined>();
  if (before === undefined) throw new Fault('NOT_FOUND', { what: 'The admin' });
  await work();
  const after = await table().where({ id }).first<AdminRow>();
  const left: AdminRow[] = await table().whereRaw(`'OWNER' = any(roles)`);
  if (owners.some(isActive) && !left.some(isActive)) throw new Fault('LAST_OWNER');
  await record({ action, target: `admin:${id}`, before: told(before), after: told(after) });
  return after;
}

const isActive = ({ disabled_at }: AdminRow): boolean => disabled_at === null;

/** What of a row the audit log keeps: who they are is the target. */
const told = ({ roles, disabled_at }: AdminRow) => ({ roles: [...roles], disabled: disabled_at !== null });

/** Throws EMAIL_TAKEN. */
export async function inviteAdmin(
  admin: { email: string; name: string; roles: readonly AdminRole[] },
  { on, record }: Deed,
): Promise<Invited> {
  const [made] = await on
    .table('identity.admins')
    .insert({ ...admin, id: newID() })
    .onConflict('email')
    .ignore()
    .returning<AdminRow[]>('*');
  if (made === undefined) throw new Fault('EMAIL_TAKEN');
  const invitation = await invite(made.id, on);
  await record({ action: 'admin.create', target: `admin:${made.id}`, after: told(made) });
  return { admin: made, ...invitation };
}

/** In place of one that was given before. */
export async function invite(id: string, on: Knex): Promise<Omit<Invited, 'admin'>> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.now() + INVITED_MS);
  const invitation = { invitation_hash: hash(token), invitation_expires_at: expiresAt };
  await on.table('identity.admins').where({ id }).update(invitation);
  return { token, expiresAt };
}

/** Who was invited, with the hash of a password of their own. Throws ADMIN_INVITATION_INVALID; an invitation is good once. */
export async function acceptInvitation(token: string, password_hash: string, { on, record }: Deed): Promise<AdminRow> {
  const [admin] = await on
    .table('identity.admins')
    .where({ invitation_hash: hash(token) })
    .where('invitation_expires_at', '>', on.fn.now())
    .whereNull('disabled_at')
    .update({ password_hash, invitation_hash: null, invitation_expires_at: null })
    .returning<AdminRow[]>('*');
  if (admin === undefined) throw new Fault('ADMIN_INVITATION_INVALID');
  await record({ action: 'admin.accept-invitation', target: `admin:${admin.id}` });
  return admin;
}
