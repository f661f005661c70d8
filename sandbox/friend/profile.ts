import type { User } from '../user/user.ts';
import { friendNotices } from './notices.ts';
import type { Actor, FriendParts } from './parts.ts';

/** A new name or picture is a change in the lists of all friends. */
export const spreadProfile =
  (parts: FriendParts) =>
  (before: User, after: User, by: Actor): void => {
    if (before.nickname === after.nickname && before.faceURL === after.faceURL) return;
    const { friends } = parts.friendships;
    const { userID } = after;
    for (const ownerUserID of friends.ids(userID)) friends.versions.record(ownerUserID, 'update', [userID]);
    const notices = friendNotices(parts, by.operationID);
    for (const to of friends.ids(userID)) notices.profileChanged(by.userID, { userID, to });
  };
