import { badInput, Fault } from '../../kit/fault.ts';
import type { Connection, PageArguments } from '../../kit/page.ts';
import { type OpenIMContext, userOf } from '../context.ts';
import { holding, pageOf, shownAs } from '../lists.ts';
import type { WireFriend, WireFriendRequest } from '../rest/wire.ts';
import { friendOf } from './friend-sync.ts';
import type { FriendSource, UserSource } from './people.ts';
import { LONGEST_EX, LONGEST_NAME, textWithin } from './profile.ts';

const LONGEST_MESSAGE = 255;

export async function friends(
  _: unknown,
  { keyword, ...page }: PageArguments & { keyword?: string | null },
  context: OpenIMContext,
): Promise<Connection<FriendSource>> {
  const { id } = userOf(context);
  const holds = holding(keyword);
  const rows = await pageOf({
    ...page,
    list: `friends ${keyword ?? ''}`,
    load: (at) => context.openim.friends.list(id, at, context.call),
    keep: holds && (({ remark, friendUser }: WireFriend) => holds(remark, friendUser?.nickname ?? '')),
  });
  return shownAs(rows, friendOf);
}

const written = (message: string | null | undefined): string =>
  textWithin(message?.trim(), { field: 'message', most: LONGEST_MESSAGE });

/** Somebody else who exists; asked before anything is changed, because OpenIM befriends and blocks ids of nobody. */
export async function otherThan(viewerID: string, userID: string, { userByID }: OpenIMContext): Promise<void> {
  if (userID === viewerID) throw badInput('userID', 'somebody else is expected');
  if ((await userByID.load(userID)) === null) throw new Fault('NOT_FOUND', { what: 'The user' });
}

export async function addFriend(
  _: unknown,
  { userID, message }: { userID: string; message?: string | null },
  context: OpenIMContext,
): Promise<WireFriendRequest> {
  const { id } = userOf(context);
  const reqMsg = written(message);
  await otherThan(id, userID, context);
  await context.openim.friends.add({ fromUserID: id, toUserID: userID, reqMsg }, context.call);
  return between(id, userID, context);
}

export async function respondToFriendRequest(
  _: unknown,
  { userID, accept, message }: { userID: string; accept: boolean; message?: string | null },
  context: OpenIMContext,
): Promise<WireFriendRequest> {
  const { id } = userOf(context);
  const answer = {
    fromUserID: userID,
    toUserID: id,
    handleResult: accept ? 1 : -1,
    handleMsg: written(message),
  } as const;
  await context.openim.friends.respond(answer, context.call);
  context.relationByID.clear(userID);
  return between(userID, id, context);
}

async function between(
  from: string,
  to: string,
  { openim, call, requestWith }: OpenIMContext,
): Promise<WireFriendRequest> {
  requestWith.clearAll();
  const found = await openim.friends.between(from, to, call);
  const request = found.find(({ fromUserID, toUserID }) => fromUserID === from && toUserID === to);
  if (request === undefined) throw new Fault('NOT_FOUND', { what: 'The friend request' });
  return request;
}

interface UpdateFriendInput {
  readonly remark?: string | null;
  readonly pinned?: boolean | null;
  readonly ex?: string | null;
}

export async function updateFriend(
  _: unknown,
  { userID, input: { remark, pinned, ex } }: { userID: string; input: UpdateFriendInput },
  context: OpenIMContext,
): Promise<FriendSource> {
  const { id } = userOf(context);
  const change = {
    ...(remark === undefined
      ? {}
      : { remark: textWithin(remark?.trim(), { field: 'input.remark', most: LONGEST_NAME }) }),
    ...(pinned === undefined ? {} : { isPinned: pinned ?? false }),
    ...(ex === undefined ? {} : { ex: textWithin(ex, { field: 'input.ex', most: LONGEST_EX }) }),
  };
  // OpenIM takes a change of who is no friend, and does nothing.
  await friendBy(userID, context);
  if (Object.keys(change).length > 0)
    await context.openim.friends.change({ ownerUserID: id, friendUserID: userID, ...change }, context.call);
  context.relationByID.clear(userID);
  return friendBy(userID, context);
}

async function friendBy(userID: string, { relationByID }: OpenIMContext): Promise<FriendSource> {
  const friend = (await relationByID.load(userID))?.friendInfo;
  if (!friend) throw new Fault('NOT_FOUND', { what: 'The friend' });
  return { ...friend, id: userID };
}

export async function removeFriend(
  _: unknown,
  { userID }: { userID: string },
  context: OpenIMContext,
): Promise<UserSource> {
  const { id } = userOf(context);
  await otherThan(id, userID, context);
  await context.openim.friends.delete(id, userID, context.call);
  context.relationByID.clear(userID);
  return { id: userID };
}
