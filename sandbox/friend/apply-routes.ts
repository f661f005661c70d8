import { int32, int64, list, message, string } from '../binding/shape.ts';
import { orNull } from '../http/go-values.ts';
import { pageOf, RequestPagination, wrongPage } from '../http/page.ts';
import type { Route } from '../http/route.ts';
import { firstWrong, ownerOnly, route } from '../http/route.ts';
import { Refusal } from '../refusal.ts';
import { agreeToFriendship, askForFriendship, refuseFriendship } from './befriend.ts';
import type { FriendRequest } from './friend-request.ts';
import { ANSWER, requestInfo } from './friend-request.ts';
import { withResults } from './friend-requests.ts';
import type { FriendParts } from './parts.ts';
import { mustBeOneOf } from './parts.ts';

const Apply = message('relation.ApplyToAddFriendReq', {
  fromUserID: string,
  toUserID: string,
  reqMsg: string,
  ex: string,
});
const Respond = message('relation.RespondFriendApplyReq', {
  fromUserID: string,
  toUserID: string,
  handleResult: int32,
  handleMsg: string,
});
const listOf = (goType: string) =>
  message(goType, { userID: string, pagination: RequestPagination, handleResults: list(int32) });
const Received = listOf('relation.GetPaginationFriendsApplyToReq');
const Sent = listOf('relation.GetPaginationFriendsApplyFromReq');
const Designated = message('relation.GetDesignatedFriendsApplyReq', { fromUserID: string, toUserID: string });
const Unhandled = message('relation.GetSelfUnhandledApplyCountReq', { userID: string, time: int64 });

const wrongPair = ({ fromUserID, toUserID }: { fromUserID: string; toUserID: string }) =>
  firstWrong(toUserID === '' && 'toUserID is empty', fromUserID === '' && 'fromUserID is empty');
const wrongList = ({ userID, pagination }: { userID: string; pagination: Parameters<typeof wrongPage>[0] }) =>
  firstWrong(userID === '' && 'userID is empty', wrongPage(pagination));

const apply = (parts: FriendParts): Route =>
  route({
    path: '/friend/add_friend',
    body: Apply,
    check: wrongPair,
    allow: ownerOnly('fromUserID'),
    answer: (body, caller) => askForFriendship(parts, caller, body),
  });

const respond = (parts: FriendParts): Route =>
  route({
    path: '/friend/add_friend_response',
    body: Respond,
    check: wrongPair,
    allow: ownerOnly('toUserID'),
    answer: async (body, caller) => {
      if (body.handleResult === ANSWER.agree) await agreeToFriendship(parts, caller, body);
      else if (body.handleResult === ANSWER.refuse) refuseFriendship(parts, caller, body);
      else throw new Refusal('ArgsError', 'req.HandleResult != -1/1');
    },
  });

const infos = ({ users }: FriendParts, rows: readonly FriendRequest[]) =>
  orNull(rows.map((row) => requestInfo(users, row)));

const received = (parts: FriendParts): Route =>
  route({
    path: '/friend/get_friend_apply_list',
    body: Received,
    check: wrongList,
    allow: ownerOnly('userID'),
    answer: ({ userID, pagination, handleResults }) => {
      const rows = withResults(parts.friendships.requests.received(userID), handleResults);
      return { FriendRequests: infos(parts, pageOf(rows, pagination)), total: rows.length };
    },
  });

const sent = (parts: FriendParts): Route =>
  route({
    path: '/friend/get_self_friend_apply_list',
    body: Sent,
    check: wrongList,
    allow: ownerOnly('userID'),
    answer: ({ userID, pagination, handleResults }) => {
      const rows = withResults(parts.friendships.requests.sent(userID), handleResults);
      return { friendRequests: infos(parts, pageOf(rows, pagination)), total: rows.length };
    },
  });

const designated = (parts: FriendParts): Route =>
  route({
    path: '/friend/get_designated_friend_apply',
    body: Designated,
    check: ({ fromUserID, toUserID }) =>
      firstWrong(fromUserID === '' && 'ownerUserID is empty', toUserID === '' && 'toUserID is empty'),
    allow: ({ fromUserID, toUserID }, caller) => mustBeOneOf(caller, [fromUserID, toUserID]),
    answer: ({ fromUserID, toUserID }) => ({
      friendRequests: infos(parts, parts.friendships.requests.between(fromUserID, toUserID)),
    }),
  });

const unhandled = ({ friendships }: FriendParts): Route =>
  route({
    path: '/friend/get_self_unhandled_apply_count',
    body: Unhandled,
    allow: ownerOnly('userID'),
    answer: ({ userID, time }) => ({ count: friendships.requests.waiting(userID, time) }),
  });

export const applyRoutes = (parts: FriendParts): Route[] => [
  apply(parts),
  respond(parts),
  received(parts),
  sent(parts),
  designated(parts),
  unhandled(parts),
];
