import type { Member } from './group.ts';
import { GroupNotices } from './notices.ts';
import type { Actor, GroupParts } from './parts.ts';
import { chatOf } from './parts.ts';

/** Members who came by themselves, or were let in. */
export const enter = (parts: GroupParts, by: Actor, member: Member): void => {
  const { groupID, userID } = member;
  parts.groups.members.add(groupID, [member]);
  parts.conversations.openGroup(groupID, [userID]);
  new GroupNotices(parts, by).entered(groupID, userID);
  reopen(parts, groupID, [userID]);
};

export interface Invitation {
  groupID: string;
  inviter: string;
  members: readonly Member[];
  inChat: boolean | null;
}

/** Members whom somebody brought; reopening their conversations is left to the end of the whole call. */
export const bring = (parts: GroupParts, by: Actor, { groupID, inviter, members, inChat }: Invitation): void => {
  const userIDs = members.map(({ userID }) => userID);
  parts.groups.members.add(groupID, members);
  parts.conversations.openGroup(groupID, userIDs);
  new GroupNotices(parts, by).invited(groupID, { inviter, userIDs, inChat });
};

/** Whoever was here before sees the conversation to its end again. */
export const reopen = (parts: GroupParts, groupID: string, userIDs: readonly string[]): void =>
  parts.conversations.setMaxSeq(chatOf(groupID), userIDs, 0);

/** They keep what was said until now. The pushed notice moves that point behind itself. */
export const close = (parts: GroupParts, groupID: string, userIDs: readonly string[]): void =>
  parts.conversations.setMaxSeq(chatOf(groupID), userIDs, parts.seqs.max(chatOf(groupID)));
