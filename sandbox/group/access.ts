import { Refusal } from '../refusal.ts';
import type { Group, Member } from './group.ts';
import { ROLE, STATUS } from './group.ts';
import type { Actor, GroupParts } from './parts.ts';

const denied = (sentence: string): Refusal => new Refusal('NoPermissionError', sentence);

export const manages = ({ roleLevel }: Member): boolean => roleLevel === ROLE.owner || roleLevel === ROLE.admin;

/** For what members may do. */
export const mustBeInside = ({ groups }: GroupParts, by: Actor, groupID: string): void => {
  if (!by.isAdmin && groups.members.find(groupID, [by.userID]).length === 0) throw denied('op user not in group');
};

/** For lists of member ids, where an unknown group is one without members. */
export const mustBeListed = ({ groups }: GroupParts, by: Actor, groupID: string): void => {
  if (!by.isAdmin && groups.members.get(groupID, by.userID) === undefined) throw denied('opUser in ownerUserIDs');
};

/** For what owners and admins may do. */
export const mustManage = ({ groups }: GroupParts, by: Actor, groupID: string): void => {
  if (by.isAdmin) return;
  const member = groups.members.find(groupID, [by.userID])[0];
  if (member === undefined) throw denied('op user not in group');
  if (!manages(member)) throw denied('no group owner or admin');
};

/** The same, where a stranger is told that there is no such row. */
export const mustManageAsMember = ({ groups }: GroupParts, by: Actor, groupID: string): void => {
  if (!by.isAdmin && !manages(groups.members.take(groupID, by.userID))) throw denied('no group owner or admin');
};

/** Muting and its end: the owner is out of reach, admins are the owner's, others are for both. */
export const mustOutrank = (
  { groups }: GroupParts,
  by: Actor,
  target: { member: Member; says: Readonly<Record<number, string>> },
): void => {
  if (by.isAdmin) return;
  const { member, says } = target;
  const { roleLevel } = groups.members.take(member.groupID, by.userID);
  const enough: Record<number, boolean> = {
    [ROLE.owner]: false,
    [ROLE.admin]: roleLevel === ROLE.owner,
    [ROLE.member]: roleLevel === ROLE.owner || roleLevel === ROLE.admin,
  };
  if (enough[member.roleLevel] === false) throw denied(says[member.roleLevel] ?? '');
};

export const mustBeAlive = (group: Group, sentence = ''): void => {
  if (group.status === STATUS.dismissed) throw new Refusal('DismissedAlreadyError', sentence);
};
