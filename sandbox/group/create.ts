import { randomBytes } from 'node:crypto';
import { GroupCallbacks } from '../callbacks/groups.ts';
import { Refusal } from '../refusal.ts';
import { newTime, now } from '../state/clock.ts';
import type { Group, GroupInfo, Member } from './group.ts';
import { groupInfo, INVITED, ROLE } from './group.ts';
import type { Groups } from './groups.ts';
import { GroupNotices } from './notices.ts';
import type { Actor, GroupParts } from './parts.ts';
import { isRepeated } from './parts.ts';

export interface NewGroup {
  ownerUserID: string;
  adminUserIDs?: readonly string[];
  memberUserIDs?: readonly string[];
  given: GroupInfo;
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

/** Who owns it and how many are in it is not for the caller to say. */
const rowOf = (groups: Groups, { ownerUserID: _, memberCount: __, ...group }: GroupInfo): Group => ({
  ...group,
  groupID: freeID(groups, group.groupID),
  createTime: newTime(),
});

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
  joinTime: now(),
  nickname: '',
  faceURL: '',
  joinSource: entry.joinSource,
  operatorUserID: by.userID,
  ex: '',
  muteEndTime: 0,
  inviterUserID: entry.inviterUserID,
});

/** Everybody named must exist and be named once; whoever makes it must exist too, and is counted in the answer. */
export const createGroup = async (parts: GroupParts, by: Actor, wish: NewGroup): Promise<GroupInfo> => {
  const { ownerUserID, adminUserIDs = [], memberUserIDs = [], inChat = null } = wish;
  const callbacks = new GroupCallbacks(parts.callbacks);
  const named = [...memberUserIDs, ...adminUserIDs, ownerUserID];
  const userIDs = named.includes(by.userID) ? named : [...named, by.userID];
  if (isRepeated(userIDs)) throw new Refusal('ArgsError', 'group member repeated');
  if (parts.users.find(userIDs).length !== userIDs.length) throw new Refusal('UserIDNotFoundError', 'user not found');
  const roles = [
    { userID: ownerUserID, roleLevel: ROLE.owner },
    ...adminUserIDs.map((userID) => ({ userID, roleLevel: ROLE.admin })),
    ...memberUserIDs.map((userID) => ({ userID, roleLevel: ROLE.member })),
  ];
  const given = await callbacks.beforeCreate(wish.given, roles, by.operationID);
  const group = rowOf(parts.groups, given);
  const entry = { groupID: group.groupID, joinSource: INVITED, inviterUserID: by.userID };
  const wanted = roles.map((role) => newMember(by, { ...entry, ...role }));
  const members = await callbacks.beforeJoin(group, wanted, by.operationID);
  parts.groups.create(group, members);
  const info = groupInfo(group, ownerUserID, userIDs.length);
  new GroupNotices(parts, by).created(info, members, inChat);
  const managers = roles.filter(({ roleLevel }) => roleLevel !== ROLE.member);
  await callbacks.afterCreate(info, { managers, named: userIDs }, by.operationID);
  return info;
};
