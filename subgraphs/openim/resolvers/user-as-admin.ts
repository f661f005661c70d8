import { type Connection, type PageArguments, rowsAsked } from '../../kit/page.ts';
import type { OpenIMContext } from '../context.ts';
import { pageOf, shownAs } from '../lists.ts';
import { timeAtLeast } from '../model/json.ts';
import type { MessageModel } from '../model/message.ts';
import type { WireBlock, WireFriend } from '../rest/wire.ts';
import type { UserSource } from './people.ts';

interface Relation {
  readonly user: UserSource;
  readonly since: Date;
}

function relationOf(userID: string | undefined, { createTime }: { readonly createTime: number }): Relation | null {
  return userID === undefined ? null : { user: { id: userID }, since: timeAtLeast(createTime) };
}

/** A page of people, with what ties them to somebody on the edge. */
function related({ edges, ...page }: Connection<Relation>) {
  const people = edges.map(({ cursor, node: { user, since } }) => ({ cursor, node: user, since }));
  return { ...page, edges: people, nodes: people.map(({ node }) => node) };
}

/** What the house sees of a user: the lists that they ask for themselves, by the admin's token. */
export const userAsAdmin = {
  friends: async ({ id }: UserSource, page: PageArguments, { openim, call }: OpenIMContext) => {
    const rows = await pageOf({
      ...page,
      list: `friends of ${id}`,
      load: (at) => openim.friends.list(id, at, call),
    });
    return related(shownAs(rows, (row: WireFriend) => relationOf(row.friendUser?.userID, row)));
  },
  blockedUsers: async ({ id }: UserSource, page: PageArguments, { openim, call }: OpenIMContext) => {
    const rows = await pageOf({
      ...page,
      list: `blocked by ${id}`,
      load: (at) => openim.friends.blocks(id, at, call),
    });
    return related(shownAs(rows, (row: WireBlock) => relationOf(row.blackUserInfo?.userID, row)));
  },
  recentMessages: async (
    { id }: UserSource,
    { first }: { first?: number | null },
    { recentMessages }: OpenIMContext,
  ): Promise<readonly MessageModel[]> => {
    const rows = rowsAsked(first);
    return (await recentMessages.load(id)).slice(0, rows);
  },
};
