import { Fault } from '../../kit/fault.ts';
import { holdPerson } from '../accounts.ts';
import { type IdentityContext, userOf } from '../context.ts';
import { ID } from '../ids.ts';
import { audited } from '../privileged.ts';
import type { SessionRow } from '../sessions/session.ts';
import type { Which } from '../sessions/sessions.ts';

/** Our record and the debt to OpenIM in one transaction; then it is paid as far as it goes now. */
async function end(
  userID: string,
  which: Which,
  { db, sessions, endings }: IdentityContext,
): Promise<readonly SessionRow[]> {
  const ended = await db.transaction(async (on) => {
    await holdPerson(on, userID);
    const rows = await sessions.end((query) => query.where({ user_id: userID }).modify(which), on);
    await endings.owe(rows, on);
    return rows;
  });
  await endings.pay(userID);
  return ended;
}

export async function logout(
  _: unknown,
  { everywhere }: { everywhere?: boolean | null },
  context: IdentityContext,
): Promise<null> {
  const { id, session } = userOf(context);
  const own = await context.sessions.byID(session);
  await end(id, (query) => everywhere || query.where({ login_id: own?.login_id ?? session }), context);
  return null;
}

export async function endOtherSessions(
  _: unknown,
  __: unknown,
  context: IdentityContext,
): Promise<readonly SessionRow[]> {
  const { id, session } = userOf(context);
  const own = await context.sessions.byID(session);
  return end(id, (query) => query.whereNot({ login_id: own?.login_id ?? session }), context);
}

/** By an admin. */
export async function endSession(
  _: unknown,
  { id, reason }: { id: string; reason: string },
  context: IdentityContext,
): Promise<SessionRow> {
  const session = ID.test(id) ? await context.sessions.byID(id) : null;
  if (session === null) throw new Fault('NOT_FOUND', { what: 'The session' });
  const { user_id, login_id } = session;
  const ended = await audited(context, reason, async (on, record) => {
    await holdPerson(on, user_id);
    const rows = await context.sessions.end((query) => query.where({ login_id }), on);
    await context.endings.owe(rows, on);
    await record({ action: 'user.end-session', target: `user:${user_id}`, before: { session: id } });
    return rows;
  });
  await context.endings.pay(user_id);
  return ended.find((row) => row.id === id) ?? session;
}

export async function revokeSession(_: unknown, { id }: { id: string }, context: IdentityContext): Promise<SessionRow> {
  const viewer = userOf(context);
  const session = ID.test(id) ? await context.sessions.byID(id) : null;
  if (session === null || session.user_id !== viewer.id) throw new Fault('NOT_FOUND', { what: 'The session' });
  const ended = await end(viewer.id, (query) => query.where({ login_id: session.login_id }), context);
  return ended.find((row) => row.id === id) ?? session;
}
