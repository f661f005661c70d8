import { FriendCallbacks } from '../callbacks/friends.ts';
import { noDocuments, Refusal } from '../refusal.ts';
import { newTime } from '../state/clock.ts';
import { ADDED_BY } from './friend.ts';
import { ANSWER } from './friend-request.ts';
import type { Pair } from './notices.ts';
import { friendNotices } from './notices.ts';
import type { Actor, FriendParts } from './parts.ts';
import { isRepeated, mustExist } from './parts.ts';

/** Asks somebody to become a friend. Blacklists are not looked at. */
export const askForFriendship = async (
  parts: FriendParts,
  by: Actor,
  asked: Pair & { reqMsg: string; ex: string },
): Promise<void> => {
  const callbacks = new FriendCallbacks(parts.callbacks);
  const { fromUserID, toUserID, reqMsg, ex } = asked;
  const { friends, requests } = parts.friendships;
  if (fromUserID === toUserID) throw new Refusal('CanNotAddYourselfError', `req.ToUserID, ${toUserID}=MISSING`);
  await callbacks.beforeAdd(asked, by.operationID);
  mustExist(parts.users, [toUserID, fromUserID]);
  if (friends.has(fromUserID, toUserID) && friends.has(toUserID, fromUserID)) {
    throw new Refusal('RelationshipAlreadyError', 'already friends has f');
  }
  requests.ask({ fromUserID, toUserID, reqMsg, ex });
  friendNotices(parts, by.operationID).applied({ fromUserID, toUserID });
  await callbacks.afterAdd(asked, by.operationID);
};

export const agreeToFriendship = async (
  parts: FriendParts,
  by: Actor,
  answer: Pair & { handleMsg: string },
): Promise<void> => {
  const callbacks = new FriendCallbacks(parts.callbacks);
  await callbacks.beforeAgree(answer, by.operationID);
  const { fromUserID, toUserID, handleMsg } = answer;
  const { friends, requests } = parts.friendships;
  const row = requests.get(fromUserID, toUserID);
  if (row === undefined) throw noDocuments();
  if (row.handleResult !== ANSWER.none) throw new Refusal('ArgsError', 'the friend request has been processed');
  const handled = { handlerUserID: by.userID, handleResult: ANSWER.agree, handleTime: newTime() };
  requests.change(row, { ...handled, ...(handleMsg !== '' && { handleMsg }) });
  // Both may have asked each other.
  const crossing = requests.get(toUserID, fromUserID);
  if (crossing?.handleResult === ANSWER.none) requests.change(crossing, handled);
  friends.link(toUserID, [fromUserID], { addSource: ADDED_BY.application, operatorUserID: fromUserID });
  await callbacks.afterAgree(answer, by.operationID);
  friendNotices(parts, by.operationID).agreed({ fromUserID, toUserID }, handleMsg);
};

export const refuseFriendship = (parts: FriendParts, by: Actor, answer: Pair & { handleMsg: string }): void => {
  const { fromUserID, toUserID, handleMsg } = answer;
  const { requests } = parts.friendships;
  const row = requests.get(fromUserID, toUserID);
  if (row === undefined) throw noDocuments();
  if (row.handleResult !== ANSWER.none) {
    throw new Refusal(
      'FriendRequestHandled',
      `friend request has already been processed, from=${fromUserID}, to=${toUserID}`,
    );
  }
  requests.change(row, { handleResult: ANSWER.refuse, handleTime: newTime(), ...(handleMsg !== '' && { handleMsg }) });
  friendNotices(parts, by.operationID).refused({ fromUserID, toUserID }, handleMsg);
};

/** Makes friends without asking them. */
export const importFriends = async (
  parts: FriendParts,
  by: Actor,
  { ownerUserID, friendUserIDs: asked }: { ownerUserID: string; friendUserIDs: readonly string[] },
): Promise<void> => {
  const callbacks = new FriendCallbacks(parts.callbacks);
  mustExist(parts.users, [ownerUserID, ...asked]);
  if (asked.includes(ownerUserID)) throw new Refusal('CanNotAddYourselfError', 'can not add yourself');
  if (isRepeated(asked)) throw new Refusal('ArgsError', 'friend userID repeated');
  const friendUserIDs = await callbacks.beforeImport(ownerUserID, asked, by.operationID);
  parts.friendships.friends.link(ownerUserID, friendUserIDs, { addSource: ADDED_BY.import, operatorUserID: by.userID });
  const notices = friendNotices(parts, by.operationID);
  for (const toUserID of friendUserIDs) notices.imported({ fromUserID: ownerUserID, toUserID });
  await callbacks.afterImport(ownerUserID, friendUserIDs, by.operationID);
};
