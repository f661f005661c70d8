import type { GraphQLResolveInfo } from 'graphql';
import type { Connection, PageArguments } from '../../kit/page.ts';
import type { RequestDirection, RequestState } from '../__generated__/resolvers.ts';
import { type OpenIMContext, userOf } from '../context.ts';
import { pageOf, shownAs } from '../lists.ts';
import { joinSourceOf } from '../model/group.ts';
import { timeAtLeast, wordsOf } from '../model/json.ts';
import type { WireFriendRequest, WireGroupRequest } from '../rest/wire.ts';
import { group } from './groups.ts';
import { person } from './people.ts';

const RESULTS = { PENDING: 0, ACCEPTED: 1, REFUSED: -1 } as const satisfies Record<RequestState, number>;
const stateOf = (handleResult: number): RequestState =>
  handleResult === RESULTS.ACCEPTED ? 'ACCEPTED' : handleResult === RESULTS.REFUSED ? 'REFUSED' : 'PENDING';

interface RequestArguments extends PageArguments {
  readonly direction?: RequestDirection | null;
  readonly state?: RequestState | null;
}

const asked = (userID: string, { state }: RequestArguments) => ({
  userID,
  ...(state == null ? {} : { handleResults: [RESULTS[state]] }),
});

export async function friendRequests(
  _: unknown,
  args: RequestArguments,
  context: OpenIMContext,
): Promise<Connection<WireFriendRequest>> {
  const { id } = userOf(context);
  const { friends } = context.openim;
  const load = args.direction === 'SENT' ? friends.sent : friends.received;
  return pageOf({
    ...args,
    list: `friendRequests ${args.direction} ${args.state}`,
    load: (page) => load(asked(id, args), page, context.call),
  });
}

export const unhandledFriendRequestCount = (
  _: unknown,
  { since }: { since?: Date | null },
  context: OpenIMContext,
): Promise<number> => context.openim.friends.waiting(userOf(context).id, since?.getTime() ?? 0, context.call);

export async function groupRequests(
  _: unknown,
  args: RequestArguments,
  context: OpenIMContext,
): Promise<Connection<WireGroupRequest>> {
  const { id } = userOf(context);
  const { groups } = context.openim;
  const load = args.direction === 'SENT' ? groups.requestsSent : groups.requestsReceived;
  const rows = await pageOf({
    ...args,
    list: `groupRequests ${args.direction} ${args.state}`,
    load: (page) => load(asked(id, args), page, context.call),
  });
  const self = args.direction === 'SENT' ? { userID: id, nickname: '', faceURL: '', ex: '' } : null;
  // Without its group nobody could tell it from another; who asks is left out where it is the viewer.
  return shownAs(rows, (row) => (row.groupInfo === null ? null : { ...row, userInfo: row.userInfo ?? self }));
}

export const FriendRequest = {
  id: ({ fromUserID, toUserID }: WireFriendRequest) => `${fromUserID}:${toUserID}`,
  from: ({ fromUserID }: WireFriendRequest, _: unknown, context: OpenIMContext, info: GraphQLResolveInfo) =>
    person(fromUserID, context, info),
  to: ({ toUserID }: WireFriendRequest, _: unknown, context: OpenIMContext, info: GraphQLResolveInfo) =>
    person(toUserID, context, info),
  message: ({ reqMsg }: WireFriendRequest) => wordsOf(reqMsg),
  state: ({ handleResult }: WireFriendRequest) => stateOf(handleResult),
  createdAt: ({ createTime }: WireFriendRequest) => timeAtLeast(createTime),
};

export const GroupRequest = {
  id: ({ groupInfo, userInfo }: WireGroupRequest) => `${groupInfo?.groupID ?? ''}:${userInfo?.userID ?? ''}`,
  user: ({ userInfo }: WireGroupRequest, _: unknown, context: OpenIMContext, info: GraphQLResolveInfo) =>
    person(userInfo?.userID ?? null, context, info),
  group: ({ groupInfo }: WireGroupRequest, _: unknown, context: OpenIMContext) =>
    group(groupInfo?.groupID ?? null, context),
  message: ({ reqMsg }: WireGroupRequest) => wordsOf(reqMsg),
  state: ({ handleResult }: WireGroupRequest) => stateOf(handleResult),
  createdAt: ({ reqTime }: WireGroupRequest) => timeAtLeast(reqTime),
  joinSource: joinSourceOf,
  inviter: ({ inviterUserID }: WireGroupRequest, _: unknown, context: OpenIMContext, info: GraphQLResolveInfo) =>
    person(inviterUserID, context, info),
  ex: ({ ex }: WireGroupRequest) => wordsOf(ex),
};
