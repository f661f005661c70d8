import type { MemberWish } from '../callbacks/group-settings.ts';
import { GroupSettingCallbacks } from '../callbacks/group-settings.ts';
import { Refusal } from '../refusal.ts';
import type { Member } from './group.ts';
import { ROLE } from './group.ts';
import { GroupNotices } from './notices.ts';
import type { Actor, GroupParts } from './parts.ts';
import { isRepeated } from './parts.ts';

const denied = (sentence: string) => new Refusal('NoPermissionError', sentence);

const mustBeSettable = ({ roleLevel }: MemberWish): void => {
  if (roleLevel === ROLE.owner) throw denied('cannot set ungroup owner');
  if (roleLevel !== null && roleLevel !== ROLE.admin && roleLevel !== ROLE.member) {
    throw new Refusal('ArgsError', 'invalid role level');
  }
};

/** Owners change everybody, admins themselves and those below them, others themselves. */
const mustReach = (self: Member, targets: readonly Member[]): void => {
  for (const target of targets) {
    const isSelf = target.userID === self.userID;
    if (self.roleLevel === ROLE.admin && target.roleLevel === ROLE.owner)
      throw denied('admin can not change group owner');
    if (self.roleLevel === ROLE.admin && target.roleLevel === ROLE.admin && !isSelf) {
      throw denied('admin can not change other group admin');
    }
    if (self.roleLevel === ROLE.member && !isSelf) throw denied('ordinary users can not change other role level');
  }
};

const mustNotRise = (self: Member, wishes: readonly MemberWish[]): void => {
  const wanted = wishes.find(({ userID }) => userID === self.userID)?.roleLevel ?? null;
  if (wanted === null) return;
  if (wanted > self.roleLevel) throw denied('can not improve role level by self');
  if (self.roleLevel === ROLE.owner) throw new Refusal('ArgsError', 'group owner can not change own role level');
};

const checkGroup = (parts: GroupParts, by: Actor, groupID: string, wishes: readonly MemberWish[]): void => {
  const userIDs = wishes.filter((wish) => wish.groupID === groupID).map(({ userID }) => userID);
  const repeated = userIDs.find((userID, index) => userIDs.indexOf(userID) < index);
  if (isRepeated(userIDs)) throw new Refusal('ArgsError', `repeat group ${groupID} user ${repeated}`);
  const asked = userIDs.includes(by.userID) ? userIDs : [...userIDs, by.userID];
  const found = parts.groups.members.find(groupID, asked);
  const self = found.find(({ userID }) => userID === by.userID);
  const missing = asked.length - found.length;
  if (missing > 1 || (missing === 1 && self !== undefined)) throw new Refusal('ArgsError', 'user not in group');
  if (by.isAdmin) return;
  if (self === undefined) throw denied('user not in group');
  mustReach(self, found);
  mustNotRise(self, wishes);
};

const apply = ({ groups }: GroupParts, { groupID, userID, ...wish }: MemberWish): void => {
  const change = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== null));
  groups.members.update(groupID, userID, change);
};

/** All wishes are checked before the first is granted. */
export const setMembers = async (parts: GroupParts, by: Actor, asked: readonly MemberWish[]): Promise<void> => {
  const callbacks = new GroupSettingCallbacks(parts.callbacks);
  for (const wish of asked) mustBeSettable(wish);
  for (const groupID of new Set(asked.map((wish) => wish.groupID))) checkGroup(parts, by, groupID, asked);
  const wishes: MemberWish[] = [];
  for (const wish of asked) wishes.push(await callbacks.beforeSetMember(wish, by.operationID));
  for (const wish of wishes) apply(parts, wish);
  const notices = new GroupNotices(parts, by);
  for (const { groupID, userID, roleLevel, nickname, faceURL, ex } of wishes) {
    if (roleLevel !== null) notices.roleSet(groupID, userID, roleLevel);
    if (nickname !== null || faceURL !== null || ex !== null) notices.memberSet(groupID, userID);
  }
  for (const wish of wishes) await callbacks.afterSetMember(wish, by.operationID);
};
