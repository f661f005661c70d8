import { list, message, string } from '../binding/shape.ts';
import { orNull } from '../http/go-values.ts';
import { pageOf, RequestPagination, wrongPage } from '../http/page.ts';
import type { Route } from '../http/route.ts';
import { firstWrong, mustOwn, ownerOnly, route } from '../http/route.ts';
import { Refusal } from '../refusal.ts';
import { bareBlackInfo } from './blacks.ts';
import { bareFriendInfo, friendInfo } from './friend.ts';
import type { FriendParts } from './parts.ts';
import { isRepeated, MOST_IDS, mustBeOneOf } from './parts.ts';

const List = message('relation.GetPaginationFriendsReq', { pagination: RequestPagination, userID: string });
const Ids = message('relation.GetFriendIDsReq', { userID: string });
const Designated = message('relation.GetDesignatedFriendsReq', { ownerUserID: string, friendUserIDs: list(string) });
const Specified = message('relation.GetSpecifiedFriendsInfoReq', { ownerUserID: string, userIDList: list(string) });
const AreFriends = message('relation.IsFriendReq', { userID1: string, userID2: string });

const all = ({ users, friendships }: FriendParts): Route =>
  route({
    path: '/friend/get_friend_list',
    body: List,
    check: ({ userID, pagination }) => firstWrong(wrongPage(pagination), userID === '' && 'userID is empty'),
    allow: ownerOnly('userID'),
    answer: ({ userID, pagination }) => {
      const rows = friendships.friends.list(userID);
      return { friendsInfo: orNull(pageOf(rows, pagination).map((row) => friendInfo(users, row))), total: rows.length };
    },
  });

const ids = ({ friendships }: FriendParts): Route =>
  route({
    path: '/friend/get_friend_id',
    body: Ids,
    check: ({ userID }) => userID === '' && 'userID is empty',
    allow: ownerOnly('userID'),
    answer: ({ userID }) => ({ friendIDs: orNull(friendships.friends.ids(userID)) }),
  });

const designated = ({ users, friendships }: FriendParts): Route =>
  route({
    path: '/friend/get_designated_friends',
    body: Designated,
    check: ({ ownerUserID, friendUserIDs }) =>
      firstWrong(ownerUserID === '' && 'ownerUserID is empty', friendUserIDs === null && 'friendUserIDS is empty'),
    allow: ownerOnly('ownerUserID'),
    answer: ({ ownerUserID, friendUserIDs }) => {
      const asked = friendUserIDs ?? [];
      if (isRepeated(asked)) throw new Refusal('ArgsError', 'friend userID repeated');
      return { friendsInfo: orNull(friendships.friends.find(ownerUserID, asked).map((row) => friendInfo(users, row))) };
    },
  });

const specified = ({ users, friendships }: FriendParts): Route =>
  route({
    path: '/friend/get_specified_friends_info',
    body: Specified,
    check: ({ ownerUserID, userIDList }) =>
      firstWrong(
        ownerUserID === '' && 'ownerUserID is empty',
        userIDList === null && 'userIDList is empty',
        (userIDList?.length ?? 0) > MOST_IDS && 'too many UserIDs, need to be less than 1000',
        userIDList?.length === 0 && 'userIDList is empty',
        isRepeated(userIDList ?? []) && 'userIDList repeated',
      ),
    answer: ({ ownerUserID, userIDList }, caller) => {
      mustOwn(caller, ownerUserID);
      const infos = users.find(userIDList ?? []).map((userInfo) => {
        const friend = friendships.friends.get(ownerUserID, userInfo.userID);
        const black = friendships.blacks.get(ownerUserID, userInfo.userID);
        return {
          userInfo,
          friendInfo: friend ? bareFriendInfo(friend) : null,
          blackInfo: black ? bareBlackInfo(black) : null,
        };
      });
      return { infos: orNull(infos) };
    },
  });

const areFriends = ({ friendships }: FriendParts): Route =>
  route({
    path: '/friend/is_friend',
    body: AreFriends,
    check: ({ userID1, userID2 }) =>
      firstWrong(userID1 === '' && 'userID1 is empty', userID2 === '' && 'userID2 is empty'),
    allow: ({ userID1, userID2 }, caller) => mustBeOneOf(caller, [userID1, userID2]),
    answer: ({ userID1, userID2 }) => ({
      inUser1Friends: friendships.friends.has(userID1, userID2),
      inUser2Friends: friendships.friends.has(userID2, userID1),
    }),
  });

export const listRoutes = (parts: FriendParts): Route[] => [
  all(parts),
  ids(parts),
  designated(parts),
  specified(parts),
  areFriends(parts),
];
