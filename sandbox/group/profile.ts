import type { User } from '../user/user.ts';
import type { Editor } from '../user/users.ts';
import { GroupNotices } from './notices.ts';
import type { GroupParts } from './parts.ts';

/** A new name or picture is a change in every group where the member has not set both of their own. */
export const spreadProfile =
  (parts: GroupParts) =>
  (before: User, after: User, by: Editor): void => {
    if (before.nickname === after.nickname && before.faceURL === after.faceURL) return;
    const { userID } = after;
    const { members } = parts.groups;
    const touched = parts.groups.joinedIDs(userID).filter((groupID) => {
      const member = members.get(groupID, userID);
      return member !== undefined && (member.nickname === '' || member.faceURL === '');
    });
    for (const groupID of touched) members.versions.record(groupID, 'update', [userID]);
    const notices = new GroupNotices(parts, { ...by, isAdmin: by.userID === parts.adminUserID });
    for (const groupID of touched) notices.memberSet(groupID, userID);
  };
