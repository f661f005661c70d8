import type { Member } from './group.ts';
import { GroupNotices } from './notices.ts';
import type { Actor, GroupParts } from './parts.ts';
import { chatOf } from './parts.ts';

/** Whoever was here before sees the conversation to its end again. */
const open = async (
  { openings, conversations }: GroupParts,
  { operationID }: Actor,
  { groupID, userIDs }: { groupID: string; userIDs: readonly string[] },
): Promise<void> => {
  await openings.group(groupID, userIDs, operationID);
  conversations.setMaxSeq(chatOf(groupID), userIDs, 0);
};

/** A member who came alone, or was let in. */
export const enter = async (parts: GroupParts, by: Actor, member: Member): Promise<void> => {
  const { groupID, userID } = member;
  parts.groups.members.add(groupID, [member]);
  await open(parts, by, { groupID, userIDs: [userID] });
  new GroupNotices(parts, by).entered(groupID, userID);
};

export interface Invitation {
  groupID: string;
  inviter: string;
  members: readonly Member[];
  inChat: boolean | null;
}

/** Members whom somebody brought. */
export const bring = async (
  parts: GroupParts,
  by: Actor,
  { groupID, inviter, members, inChat }: Invitation,
): Promise<void> => {
  const userIDs = members.map(({ userID }) => userID);
  parts.groups.members.add(groupID, members);
  await open(parts, by, { groupID, userIDs });
  new GroupNotices(parts, by).invited(groupID, { inviter, userIDs, inChat });
};

/** They keep what was said until now. The pushed notice moves that point behind itself. */
export const close = (parts: GroupParts, groupID: string, userIDs: readonly string[]): void =>
  parts.conversations.setMaxSeq(chatOf(groupID), userIDs, parts.seqs.max(chatOf(groupID)));
