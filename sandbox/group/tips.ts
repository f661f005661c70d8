import { ADMIN_LEVEL } from '../user/user.ts';
import type { Member, MemberInfo } from './group.ts';
import { memberInfo, ROLE } from './group.ts';
import type { GroupParts } from './parts.ts';

const NOBODY: Omit<Member, 'groupID' | 'userID' | 'nickname' | 'faceURL'> = {
  roleLevel: 0,
  joinTime: 0,
  joinSource: 0,
  operatorUserID: '',
  ex: '',
  muteEndTime: 0,
  inviterUserID: '',
};

// The notices leave before the log's version is known to them, so the version fields are always empty.
export const VERSION = { groupMemberVersion: 0, groupMemberVersionID: '' };
export const SORT_VERSION = { ...VERSION, groupSortVersion: 0 };

/** How a notice names who acted: the server's admins look like admins of the group, strangers like nobody. */
export const actingMember = (parts: GroupParts, groupID: string, userID: string): MemberInfo => {
  const user = parts.users.get(userID);
  const face = { nickname: user?.nickname ?? '', faceURL: user?.faceURL ?? '' };
  if (userID === parts.adminUserID) {
    return memberInfo({ groupID, userID, ...face, ...NOBODY, roleLevel: ROLE.admin }, ADMIN_LEVEL);
  }
  const member = parts.groups.member(groupID, userID);
  return memberInfo(member ?? { groupID, userID, ...face, ...NOBODY, operatorUserID: userID });
};

export const memberInfos = ({ groups }: GroupParts, groupID: string, userIDs: readonly string[]): MemberInfo[] =>
  groups.members.find(groupID, userIDs).map((member) => memberInfo(groups.named(member)));
