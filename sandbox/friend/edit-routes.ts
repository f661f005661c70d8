import { list, maybeBool, maybeString, message, string } from '../binding/shape.ts';
import { FriendCallbacks } from '../callbacks/friends.ts';
import type { Route } from '../http/route.ts';
import { adminOnly, firstWrong, mustOwn, ownerOnly, route } from '../http/route.ts';
import { importFriends } from './befriend.ts';
import { friendNotices } from './notices.ts';
import type { FriendParts } from './parts.ts';
import { isRepeated, MOST_IDS } from './parts.ts';

const Import = message('relation.ImportFriendReq', { ownerUserID: string, friendUserIDs: list(string) });
const Delete = message('relation.DeleteFriendReq', { ownerUserID: string, friendUserID: string });
const Remark = message('relation.SetFriendRemarkReq', { ownerUserID: string, friendUserID: string, remark: string });
const Update = message('relation.UpdateFriendsReq', {
  ownerUserID: string,
  friendUserIDs: list(string),
  isPinned: maybeBool,
  remark: maybeString,
  ex: maybeString,
});

const tooMany = (ids: readonly string[] | null) =>
  (ids?.length ?? 0) > MOST_IDS && 'too many FriendUserIDs, need to be less than 1000';

const importAll = (parts: FriendParts): Route =>
  route({
    path: '/friend/import_friend',
    body: Import,
    check: ({ ownerUserID, friendUserIDs }) =>
      firstWrong(
        ownerUserID === '' && 'ownerUserID is empty',
        friendUserIDs === null && 'friendUserIDS is empty',
        tooMany(friendUserIDs),
      ),
    allow: adminOnly,
    answer: ({ ownerUserID, friendUserIDs }, caller) =>
      importFriends(parts, caller, { ownerUserID, friendUserIDs: friendUserIDs ?? [] }),
  });

const remove = (parts: FriendParts): Route =>
  route({
    path: '/friend/delete_friend',
    body: Delete,
    check: ({ ownerUserID, friendUserID }) =>
      firstWrong(ownerUserID === '' && 'userID1 is empty', friendUserID === '' && 'userID2 is empty'),
    allow: ownerOnly('ownerUserID'),
    answer: async ({ ownerUserID, friendUserID }, { operationID }) => {
      parts.friendships.friends.remove(ownerUserID, friendUserID);
      friendNotices(parts, operationID).deleted({ fromUserID: ownerUserID, toUserID: friendUserID });
      await new FriendCallbacks(parts.callbacks).afterDelete(ownerUserID, friendUserID, operationID);
    },
  });

const setRemark = (parts: FriendParts): Route =>
  route({
    path: '/friend/set_friend_remark',
    body: Remark,
    check: ({ ownerUserID, friendUserID }) =>
      firstWrong(ownerUserID === '' && 'ownerUserID is empty', friendUserID === '' && 'fromUserID is empty'),
    allow: ownerOnly('ownerUserID'),
    answer: async (body, { operationID }) => {
      const { ownerUserID, friendUserID } = body;
      const callbacks = new FriendCallbacks(parts.callbacks);
      const remark = await callbacks.beforeRemark(body, operationID);
      parts.friendships.friends.setRemark(ownerUserID, friendUserID, remark);
      await callbacks.afterRemark({ ownerUserID, friendUserID, remark }, operationID);
      friendNotices(parts, operationID).remarked({ fromUserID: ownerUserID, toUserID: friendUserID });
    },
  });

const update = (parts: FriendParts): Route =>
  route({
    path: '/friend/update_friends',
    body: Update,
    check: ({ ownerUserID, friendUserIDs: ids }) =>
      firstWrong(
        ownerUserID === '' && 'ownerUserID is empty',
        ids === null && 'friendUserIDs is empty',
        tooMany(ids),
        ids?.length === 0 && 'friendIDList is empty',
        isRepeated(ids ?? []) && 'friendIDList repeated',
      ),
    answer: ({ ownerUserID, friendUserIDs, isPinned, remark, ex }, caller) => {
      mustOwn(caller, ownerUserID);
      const change = {
        ...(isPinned !== null && { isPinned }),
        ...(remark !== null && { remark }),
        ...(ex !== null && { ex }),
      };
      parts.friendships.friends.update(ownerUserID, friendUserIDs ?? [], change);
      friendNotices(parts, caller.operationID).rowsChanged(ownerUserID, friendUserIDs ?? []);
    },
  });

export const editRoutes = (parts: FriendParts): Route[] => [
  importAll(parts),
  remove(parts),
  setRemark(parts),
  update(parts),
];
