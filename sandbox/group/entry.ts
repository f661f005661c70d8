import type { Member } from './group.ts';
import { GroupNotices } from './notices.ts';
import type { Actor, GroupParts } from './parts.ts';
import { chatOf } from './parts.ts';

/** Whoever was here before sees the conversation to its end again. */
const open = ({ conversations }: GroupParts, groupID: string, userIDs: readonly string[]): void => {
  conversations.openGroup(groupID, userIDs);
  conversations.setMaxSeq(chatOf(groupID), userIDs, 0);
};

/** A member who came alone, or was let in. */
export const enter = (parts: GroupParts, by: Actor, member: Member): void => {
  const { groupID, userID } = member;
  parts.groups.members.add(groupID, [member]);
  open(parts, groupID, [userID]);
  new GroupNotices(parts, by).entered(groupID, userID);
};

export interface Invitation {
  groupID: string;
  inviter: string;
  members: readonly Member[];
  inChat: boolean | null;
}

/** Members whom somebody brought. */
export const bring = (parts: GroupParts, by: Actor, { groupID, inviter, members, inChat }: Invitation): void => {
  const userIDs = members.map(({ userID }) => userID);
  parts.groups.members.add(groupID, members);
  open(parts, groupID, userIDs);
  new GroupNotices(parts, by).invited(groupID, { inviter, userIDs, inChat });
};

/** They keep what was said until now. The pushed notice moves that point behind itself. */
export const close = (parts: GroupParts, groupID: string, userIDs: readonly string[]): void =>
  parts.conversations.setMaxSeq(chatOf(groupID), userIDs, parts.seqs.max(chatOf(groupID)));
