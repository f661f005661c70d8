import { badInput, Fault } from '../../kit/fault.ts';
import { type Connection, connection, cursorOf, type PageArguments, positionOf, rowsAsked } from '../../kit/page.ts';
import type { AdminRow } from '../admins/admins.ts';
import { acceptInvitation, changeAdmin, type Deed, type Invited, invite, inviteAdmin } from '../admins/management.ts';
import { acceptablePassword, hashPassword } from '../admins/passwords.ts';
import type { AdminRole } from '../admins/scopes.ts';
import { type IdentityContext, nameOf } from '../context.ts';
import { emailOf } from '../otp/destination.ts';
import { audited } from '../privileged.ts';

const LIST = 'admins';

interface Order {
  readonly id: string;
  readonly reason: string;
}

export async function admins(
  _: unknown,
  { first, after }: PageArguments,
  { db }: IdentityContext,
): Promise<Connection<AdminRow>> {
  const rows = rowsAsked(first);
  const from = after == null ? null : positionOf(LIST, after);
  const table = () => db.table('identity.admins');
  const page = from === null ? table() : table().where('email', '>', from);
  const found: AdminRow[] = await page.orderBy('email').limit(rows + 1);
  const total = await table().count<{ count: string }[]>();
  const edges = found.slice(0, rows).map((node) => ({ cursor: cursorOf(LIST, node.email), node }));
  return connection(edges, { next: found.length > rows, previous: from !== null, total: Number(total[0]?.count) });
}

function rolesOf(roles: readonly AdminRole[], field: string): AdminRole[] {
  if (roles.length === 0) throw badInput(field, 'at least one role is expected: who shall have none is disabled');
  return [...new Set(roles)];
}

export function createAdmin(
  _: unknown,
  { input, reason }: { input: { email: string; name: string; roles: readonly AdminRole[] }; reason: string },
  context: IdentityContext,
): Promise<Invited> {
  const email = emailOf(input.email, 'input.email');
  const admin = { email, name: nameOf(input.name, 'input.name'), roles: rolesOf(input.roles, 'input.roles') };
  return audited(context, reason, (on, record) => inviteAdmin(admin, { on, record }));
}

export async function acceptAdminInvitation(
  _: unknown,
  { token, password }: { token: string; password: string },
  context: IdentityContext,
): Promise<AdminRow> {
  await context.admins.tries.ask(context.scope.ip);
  const hashed = await hashPassword(acceptablePassword(password, 'password'));
  return audited(context, null, (on, record) => acceptInvitation(token, hashed, { on, record }));
}

/** What one admin does to another. */
const change = (
  { id, reason }: Order,
  context: IdentityContext,
  { action, work }: { action: string; work: (deed: Deed) => PromiseLike<unknown> },
): Promise<AdminRow> =>
  audited(context, reason, (on, record) => changeAdmin(id, { on, record, action }, () => work({ on, record })));

/** With one's own password and second factor one does it, and not with a token alone. */
function notOneself({ id }: Order, { scope: { viewer } }: IdentityContext): void {
  if (viewer.kind === 'admin' && viewer.id === id) throw new Fault('NOT_ONESELF');
}

export const setAdminRoles = (
  _: unknown,
  { roles, ...order }: Order & { roles: readonly AdminRole[] },
  context: IdentityContext,
): Promise<AdminRow> =>
  change(order, context, {
    action: 'admin.set-roles',
    work: ({ on }) =>
      on
        .table('identity.admins')
        .where({ id: order.id })
        .update({ roles: rolesOf(roles, 'roles') }),
  });

export const disableAdmin = (_: unknown, order: Order, context: IdentityContext): Promise<AdminRow> =>
  change(order, context, {
    action: 'admin.disable',
    work: async ({ on }) => {
      const { id } = order;
      await on.table('identity.admins').where({ id }).whereNull('disabled_at').update({ disabled_at: on.fn.now() });
      await context.admins.signIns.endAll(id, { on });
    },
  });

export const enableAdmin = (_: unknown, order: Order, context: IdentityContext): Promise<AdminRow> =>
  change(order, context, {
    action: 'admin.enable',
    work: ({ on }) => on.table('identity.admins').where({ id: order.id }).update({ disabled_at: null }),
  });

export async function resetAdminPassword(_: unknown, order: Order, context: IdentityContext): Promise<Invited> {
  notOneself(order, context);
  const { id } = order;
  let invitation: Omit<Invited, 'admin'> = { token: '', expiresAt: new Date() };
  const admin = await change(order, context, {
    action: 'admin.reset-password',
    work: async ({ on }) => {
      await on.table('identity.admins').where({ id }).update({ password_hash: null });
      await context.admins.signIns.endAll(id, { on });
      invitation = await invite(id, on);
    },
  });
  return { admin, ...invitation };
}

export async function resetAdminSecondFactor(_: unknown, order: Order, context: IdentityContext): Promise<AdminRow> {
  notOneself(order, context);
  const { totp, passkeys, recoveryCodes, signIns } = context.admins;
  return change(order, context, {
    action: 'admin.reset-second-factor',
    work: async ({ on }) => {
      await totp.remove(order.id, on);
      await passkeys.remove(order.id, 'all', on);
      await recoveryCodes.remove(order.id, on);
      await signIns.endAll(order.id, { on });
    },
  });
}
