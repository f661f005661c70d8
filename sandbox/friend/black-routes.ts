import { list, message, string, uint64 } from '../binding/shape.ts';
import { FriendCallbacks } from '../callbacks/friends.ts';
import { orNull } from '../http/go-values.ts';
import { pageOf, RequestPagination, wrongPage } from '../http/page.ts';
import type { Route } from '../http/route.ts';
import { firstWrong, ownerOnly, route } from '../http/route.ts';
import { Refusal } from '../refusal.ts';
import { blackInfo } from './blacks.ts';
import { seconds } from './friend.ts';
import { friendNotices } from './notices.ts';
import type { FriendParts } from './parts.ts';
import { isRepeated, mustExist } from './parts.ts';

const Add = message('relation.AddBlackReq', { ownerUserID: string, blackUserID: string, ex: string });
const Remove = message('relation.RemoveBlackReq', { ownerUserID: string, blackUserID: string });
const List = message('relation.GetPaginationBlacksReq', { userID: string, pagination: RequestPagination });
const Specified = message('relation.GetSpecifiedBlacksReq', { ownerUserID: string, userIDList: list(string) });
const Incremental = message('relation.GetIncrementalBlacksReq', { userID: string, versionID: string, version: uint64 });

const wrongPair = ({ ownerUserID, blackUserID }: { ownerUserID: string; blackUserID: string }) =>
  firstWrong(ownerUserID === '' && 'ownerUserID is empty', blackUserID === '' && 'blackUserID is empty');

const add = (parts: FriendParts): Route =>
  route({
    path: '/friend/add_black',
    body: Add,
    check: wrongPair,
    allow: ownerOnly('ownerUserID'),
    answer: async ({ ownerUserID, blackUserID, ex }, { userID, operationID }) => {
      await new FriendCallbacks(parts.callbacks).beforeBlock(ownerUserID, blackUserID, operationID);
      mustExist(parts.users, [ownerUserID, blackUserID]);
      parts.friendships.blacks.add({ ownerUserID, blackUserID, ex, operatorUserID: userID });
      friendNotices(parts, operationID).blocked({ fromUserID: ownerUserID, toUserID: blackUserID });
    },
  });

const remove = (parts: FriendParts): Route =>
  route({
    path: '/friend/remove_black',
    body: Remove,
    check: wrongPair,
    allow: ownerOnly('ownerUserID'),
    answer: async ({ ownerUserID, blackUserID }, { operationID }) => {
      parts.friendships.blacks.remove(ownerUserID, blackUserID);
      friendNotices(parts, operationID).unblocked({ fromUserID: ownerUserID, toUserID: blackUserID });
      await new FriendCallbacks(parts.callbacks).afterUnblock(ownerUserID, blackUserID, operationID);
    },
  });

const all = ({ users, friendships }: FriendParts): Route =>
  route({
    path: '/friend/get_black_list',
    body: List,
    check: ({ userID, pagination }) => firstWrong(userID === '' && 'userID is empty', wrongPage(pagination)),
    allow: ownerOnly('userID'),
    answer: ({ userID, pagination }) => {
      const rows = friendships.blacks.list(userID);
      const infos = pageOf(rows, pagination).map((row) =>
        blackInfo(users, { ...row, createTime: seconds(row.createTime) }),
      );
      return { blacks: orNull(infos), total: rows.length };
    },
  });

const specified = ({ users, friendships }: FriendParts): Route =>
  route({
    path: '/friend/get_specified_blacks',
    body: Specified,
    allow: ownerOnly('ownerUserID'),
    answer: ({ ownerUserID, userIDList }) => {
      const asked = userIDList ?? [];
      if (asked.length === 0) throw new Refusal('ArgsError', 'userIDList is empty');
      if (isRepeated(asked)) throw new Refusal('ArgsError', 'userIDList repeated');
      const rows = friendships.blacks.find(ownerUserID, asked);
      return { blacks: orNull(rows.map((row) => blackInfo(users, row))), total: rows.length };
    },
  });

/** The route exists, its service never got the method. */
const incremental = (): Route =>
  route({
    path: '/friend/get_incremental_blacks',
    body: Incremental,
    answer: () => {
      throw new Refusal(
        'ServerInternalError',
        'rpc error: code = Unimplemented desc = method GetIncrementalBlacks not implemented',
      );
    },
  });

export const blackRoutes = (parts: FriendParts): Route[] => [
  add(parts),
  remove(parts),
  all(parts),
  specified(parts),
  incremental(),
];
