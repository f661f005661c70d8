import type { GraphQLResolveInfo } from 'graphql';
import { Fault } from '../../kit/fault.ts';
import type { Connection, PageArguments } from '../../kit/page.ts';
import { type OpenIMContext, userOf } from '../context.ts';
import { pageOf, shownAs } from '../lists.ts';
import { timeAtLeast } from '../model/json.ts';
import type { Page } from '../rest/page.ts';
import type { WireBlock } from '../rest/wire.ts';
import { otherThan } from './contacts.ts';
import { person, type UserSource } from './people.ts';

export async function blockedUsers(
  _: unknown,
  page: PageArguments,
  context: OpenIMContext,
): Promise<Connection<WireBlock>> {
  const { id } = userOf(context);
  const load = (at: Page) => context.openim.friends.blocks(id, at, context.call);
  const rows = await pageOf({ ...page, list: 'blockedUsers', load });
  return shownAs(rows, (row) => (row.blackUserInfo === null ? null : row));
}

export const Block = {
  id: ({ blackUserInfo }: WireBlock) => blackUserInfo?.userID ?? '',
  user: ({ blackUserInfo }: WireBlock, _: unknown, context: OpenIMContext, info: GraphQLResolveInfo) =>
    person(blackUserInfo?.userID ?? null, context, info),
  since: ({ createTime }: WireBlock) => timeAtLeast(createTime),
};

const already = (error: unknown): void => {
  if (!(error instanceof Fault && (error.reason === 'ALREADY_SO' || error.reason === 'NOT_FOUND'))) throw error;
};

/** One of the two changes to the viewer's black list; what is so already is well. */
const blocking =
  (change: 'block' | 'unblock') =>
  async (_: unknown, { userID }: { userID: string }, context: OpenIMContext): Promise<UserSource> => {
    const { id } = userOf(context);
    await otherThan(id, userID, context);
    await context.openim.friends[change](id, userID, context.call).catch(already);
    context.relationByID.clear(userID);
    return { id: userID };
  };

export const blockUser = blocking('block');
export const unblockUser = blocking('unblock');
