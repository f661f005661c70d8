import type { Knex } from 'knex';
import { Fault } from '../../kit/fault.ts';
import { type IdentityContext, userOf } from '../context.ts';
import type { SessionRow } from '../sessions/session.ts';

/** Our record and the debt to OpenIM in one transaction; then it is paid as far as it goes now. */
async function end(
  which: (query: Knex.QueryBuilder) => void,
  { db, sessions, endings }: IdentityContext,
): Promise<readonly SessionRow[]> {
  const { ended, owed } = await db.transaction(async (on) => {
    const ended = await sessions.end(which, on);
    return { ended, owed: await endings.owe(ended, on) };
  });
  await endings.pay(owed);
  return ended;
}

export async function logout(
  _: unknown,
  { everywhere }: { everywhere?: boolean | null },
  context: IdentityContext,
): Promise<null> {
  const { id, session } = userOf(context);
  const own = await context.sessions.byID(session);
  await end((query) => query.where(everywhere ? { user_id: id } : { login_id: own?.login_id ?? session }), context);
  return null;
}

export async function revokeSession(_: unknown, { id }: { id: string }, context: IdentityContext): Promise<SessionRow> {
  const viewer = userOf(context);
  const session = await context.sessions.byID(id);
  if (session === null || session.user_id !== viewer.id) throw new Fault('NOT_FOUND', { what: 'The session' });
  const ended = await end((query) => query.where({ login_id: session.login_id }), context);
  return ended.find((row) => row.id === id) ?? session;
}
