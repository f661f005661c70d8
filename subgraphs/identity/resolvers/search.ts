import { badInput, Fault } from '../../kit/fault.ts';
import { type Connection, connection, cursorOf, type PageArguments, positionOf, rowsAsked } from '../../kit/page.ts';
import type { IdentityContext } from '../context.ts';
import { type Position, searchPeople } from '../directory/search.ts';

const LIST = 'users';
const LONGEST_KEYWORD = 100;

export async function searchUsers(
  _: unknown,
  { keyword, first, after }: PageArguments & { readonly keyword: string },
  { db, scope: { viewer } }: IdentityContext,
): Promise<Connection<{ id: string }>> {
  if (keyword.trim() === '' || keyword.length > LONGEST_KEYWORD || keyword.includes('\0'))
    throw badInput('keyword', `1 to ${LONGEST_KEYWORD} characters are expected`);
  const rows = rowsAsked(first);
  const { people, total } = await searchPeople(db, {
    keyword,
    addresses: viewer.kind === 'admin' && viewer.scopes.has('users:pii'),
    limit: rows,
    after: after == null ? null : positionIn(after),
  });
  const page = people.slice(0, rows).map(({ rank, userID }) => ({
    cursor: cursorOf(LIST, `${rank}:${userID}`),
    node: { id: userID },
  }));
  return connection(page, { next: people.length > rows, previous: after != null, total });
}

function positionIn(cursor: string): Position {
  const [, rank, userID] = /^([0-3]):(.*)$/s.exec(positionOf(LIST, cursor)) ?? [];
  if (userID === undefined) throw new Fault('CURSOR_INVALID', { field: 'after' });
  return { rank: Number(rank), userID };
}
