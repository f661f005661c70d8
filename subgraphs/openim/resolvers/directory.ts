import type { Connection, PageArguments } from '../../kit/page.ts';
import type { OpenIMContext } from '../context.ts';
import { holding, pageOf, shownAs } from '../lists.ts';
import type { WireUser } from '../rest/wire.ts';
import type { UserSource } from './people.ts';

interface Filter {
  readonly userID?: string | null;
  readonly nickname?: string | null;
}

/** OpenIM takes one filter, of two it takes either: with both given, the other one is ours. */
export async function allUsers(
  _: unknown,
  { userID, nickname, ...page }: PageArguments & Filter,
  context: OpenIMContext,
): Promise<Connection<UserSource>> {
  const [id, name] = [userID?.trim() ?? '', nickname?.trim() ?? ''];
  const holds = id === '' ? null : holding(name);
  const filter = id === '' ? { nickname: name } : { userID: id };
  const rows = await pageOf({
    ...page,
    list: `allUsers ${JSON.stringify([id, name])}`,
    load: (at) => context.openim.users.page(filter, at, context.call),
    keep: holds && ((row: WireUser) => holds(row.nickname)),
  });
  return shownAs(rows, (row) => ({ id: row.userID, row }));
}
