import { randomBytes } from 'node:crypto';
import { Refusal } from '../refusal.ts';
import { newTime } from '../state/clock.ts';
import type { Group, GroupInfo, Member } from './group.ts';
import { groupInfo, INVITED, ROLE, WORKING_GROUP } from './group.ts';
import type { Groups } from './groups.ts';
import { GroupNotices } from './notices.ts';
import type { Actor, GroupParts } from './parts.ts';
import { isRepeated } from './parts.ts';

export interface NewGroup {
  ownerUserID: string;
  adminUserIDs?: readonly string[];
  memberUserIDs?: readonly string[];
  group: Partial<Omit<Group, 'createTime'>>;
  /** Whether the chat begins with a message about it; null leaves that to the server. */
  inChat?: boolean | null;
}

const freeID = (groups: Groups, wanted: string): string => {
  if (wanted !== '') {
    if (groups.has(wanted)) throw new Refusal('GroupIDExisted', `group id existed ${wanted}`);
    return wanted;
  }
  const id = String(randomBytes(4).readUInt32BE());
  return groups.has(id) ? freeID(groups, '') : id;
};

const BLANK: Omit<Group, 'groupID' | 'createTime'> = {
  groupName: '',
  notification: '',
  introduction: '',
  faceURL: '',
  ex: '',
  status: 0,
  creatorUserID: '',
  groupType: WORKING_GROUP,
  needVerification: 0,
  lookMemberInfo: 0,
  applyMemberFriend: 0,
  notificationUpdateTime: 0,
  notificationUserID: '',
};

export interface Entrant {
  groupID: string;
  userID: string;
  roleLevel?: number;
  joinSource: number;
  inviterUserID: string;
}

export const newMember = (by: Actor, { groupID, userID, roleLevel = ROLE.member, ...entry }: Entrant): Member => ({
  groupID,
  userID,
  roleLevel,
  joinTime: Date.now(),
  nickname: '',
  faceURL: '',
  joinSource: entry.joinSource,
  operatorUserID: by.userID,
  ex: '',
  muteEndTime: 0,
  inviterUserID: entry.inviterUserID,
});

/** Everybody named must exist and be named once; whoever makes it must exist too, and is counted in the answer. */
export const createGroup = (parts: GroupParts, by: Actor, wish: NewGroup): GroupInfo => {
  const { ownerUserID, adminUserIDs = [], memberUserIDs = [], group: given, inChat = null } = wish;
  const named = [...memberUserIDs, ...adminUserIDs, ownerUserID];
  const userIDs = named.includes(by.userID) ? named : [...named, by.userID];
  if (isRepeated(userIDs)) throw new Refusal('ArgsError', 'group member repeated');
  if (parts.users.find(userIDs).length !== userIDs.length) throw new Refusal('UserIDNotFoundError', 'user not found');
  const groupID = freeID(parts.groups, given.groupID ?? '');
  const group = { ...BLANK, ...given, groupID, createTime: newTime() };
  const member = (roleLevel: number) => (userID: string) =>
    newMember(by, { groupID, userID, roleLevel, joinSource: INVITED, inviterUserID: by.userID });
  const members = [
    member(ROLE.owner)(ownerUserID),
    ...adminUserIDs.map(member(ROLE.admin)),
    ...memberUserIDs.map(member(ROLE.member)),
  ];
  parts.groups.create(group, members);
  const info = groupInfo(group, ownerUserID, userIDs.length);
  new GroupNotices(parts, by).created(info, members, inChat);
  return info;
};
