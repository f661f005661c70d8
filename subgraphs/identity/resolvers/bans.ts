import { badInput, Fault } from '../../kit/fault.ts';
import { type Connection, connection, cursorOf, type PageArguments, positionOf, rowsAsked } from '../../kit/page.ts';
import { reasonOf } from '../../kit/reason.ts';
import type { PlatformID } from '../../kit/viewer.ts';
import { asAdmin } from '../../openim/rest/call.ts';
import { type BanRow, isStanding } from '../bans/ban.ts';
import { type ForcedLogoutRow, forcedLogoutByID, forceOut } from '../bans/forced-logouts.ts';
import { type BanFilter, listBans } from '../bans/list.ts';
import type { Receipt } from '../bans/receipts.ts';
import type { IdentityContext } from '../context.ts';
import { ID } from '../ids.ts';
import { audited } from '../privileged.ts';

const LIST = 'bans';
const LARGEST_EVIDENCE = 32 * 1024;

interface BanArguments {
  readonly userID: string;
  readonly reason: string;
  readonly until?: Date | null;
  readonly evidence?: unknown;
}

function adminOf({ scope: { viewer } }: IdentityContext): string {
  if (viewer.kind !== 'admin') throw new Fault('SCOPE_MISSING', { scopes: 'users:ban' });
  return viewer.id;
}

/** Somebody whom we or OpenIM know: a misspelled id is told, rather than banned. */
async function assertPerson(userID: string, { accountByID, openim, scope }: IdentityContext): Promise<void> {
  const plausible = /^[\p{L}\p{N}_]{1,64}$/u.test(userID);
  if (plausible && (await accountByID.load(userID)) !== null) return;
  if (!plausible || !(await openim.users.registered([userID], asAdmin(scope))).has(userID))
    throw new Fault('NOT_FOUND', { what: 'The user' });
}

export async function banUser(
  _: unknown,
  { userID, reason, until = null, evidence = null }: BanArguments,
  context: IdentityContext,
): Promise<{ id: string }> {
  const by = adminOf(context);
  const why = reasonOf(reason);
  if (until !== null && until.getTime() <= Date.now()) throw badInput('until', 'a time that is not over is expected');
  if (JSON.stringify(evidence).length > LARGEST_EVIDENCE)
    throw badInput('evidence', `at most ${LARGEST_EVIDENCE} bytes of JSON are expected`);
  await assertPerson(userID, context);
  await audited(context, why, async (on, record) => {
    const { before, ban } = await context.bans.ban({ userID, reason: why, until, evidence, by }, on);
    await record({ action: 'user.ban', target: `user:${userID}`, before: before && told(before), after: told(ban) });
  });
  await context.endings.pay(userID);
  return { id: userID };
}

export async function unbanUser(
  _: unknown,
  { userID, reason }: { userID: string; reason?: string | null },
  context: IdentityContext,
): Promise<{ id: string }> {
  const by = adminOf(context);
  await audited(context, reason ?? null, async (on, record) => {
    const ban = await context.bans.lift(userID, by, on);
    if (ban === null) throw new Fault('ALREADY_SO');
    await record({ action: 'user.unban', target: `user:${userID}`, before: told(ban) });
  });
  return { id: userID };
}

const told = ({ id, until }: BanRow) => ({ ban: id, until: until?.toISOString() ?? null });

export async function forceLogout(
  _: unknown,
  { userID, platform = null, reason }: { userID: string; platform?: PlatformID | null; reason: string },
  context: IdentityContext,
): Promise<ForcedLogoutRow> {
  const order = { user_id: userID, platform, reason: reasonOf(reason), ordered_by: adminOf(context) };
  await assertPerson(userID, context);
  const made = await audited(context, order.reason, async (on, record) => {
    const row = await forceOut(order, context, on);
    await record({ action: 'user.force-logout', target: `user:${userID}`, after: { forcedLogout: row.id, platform } });
    return row;
  });
  await context.endings.pay(userID);
  return made;
}

export const forcedLogout = (
  _: unknown,
  { id }: { id: string },
  { db }: IdentityContext,
): Promise<ForcedLogoutRow | null> | null => (ID.test(id) ? forcedLogoutByID(db, id) : null);

export async function bans(
  _: unknown,
  { first, after, ...filter }: PageArguments & BanFilter,
  { db }: IdentityContext,
): Promise<Connection<BanRow>> {
  const rows = rowsAsked(first);
  const from = after == null ? null : positionOf(LIST, after);
  if (from !== null && !ID.test(from)) throw new Fault('CURSOR_INVALID', { field: 'after' });
  const found = await listBans(db, filter, { limit: rows + 1, after: from });
  const page = found.slice(0, rows).map((node) => ({ cursor: cursorOf(LIST, node.id), node }));
  return connection(page, { next: found.length > rows, previous: from !== null });
}

const receiptsOf = async (
  { id, created_at }: Pick<BanRow, 'id' | 'created_at'>,
  { receiptsByOrder }: IdentityContext,
): Promise<readonly Receipt[]> => [{ surface: 'RECORD', at: created_at }, ...((await receiptsByOrder.load(id)) ?? [])];

const nobodyOr = (id: string | null, admins: IdentityContext['adminByID']) => (id === null ? null : admins.load(id));

const open = (receipts: readonly Receipt[]): boolean => receipts.some(({ at }) => at === null);

export const Ban = {
  user: ({ user_id }: BanRow) => ({ id: user_id }),
  createdAt: ({ created_at }: BanRow) => created_at,
  liftedAt: (ban: BanRow) => (isStanding(ban) ? null : (ban.lifted_at ?? ban.until)),
  by: ({ banned_by }: BanRow, _: unknown, { adminByID }: IdentityContext) => nobodyOr(banned_by, adminByID),
  liftedBy: ({ lifted_by }: BanRow, _: unknown, { adminByID }: IdentityContext) => nobodyOr(lifted_by, adminByID),
  state: async (ban: BanRow, _: unknown, context: IdentityContext) =>
    isStanding(ban) ? (open(await receiptsOf(ban, context)) ? 'PARTIAL' : 'CLOSED') : 'LIFTED',
  receipts: (ban: BanRow, _: unknown, context: IdentityContext) => receiptsOf(ban, context),
};

export const ForcedLogout = {
  user: ({ user_id }: ForcedLogoutRow) => ({ id: user_id }),
  createdAt: ({ created_at }: ForcedLogoutRow) => created_at,
  by: ({ ordered_by }: ForcedLogoutRow, _: unknown, { adminByID }: IdentityContext) => adminByID.load(ordered_by),
  state: async (order: ForcedLogoutRow, _: unknown, context: IdentityContext) =>
    open(await receiptsOf(order, context)) ? ('PARTIAL' as const) : ('CLOSED' as const),
  receipts: (order: ForcedLogoutRow, _: unknown, context: IdentityContext) => receiptsOf(order, context),
};

export const ClosureReceipt = {
  state: ({ at }: Receipt) => (at === null ? ('PENDING' as const) : ('CLOSED' as const)),
};
