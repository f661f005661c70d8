import { bool, list, message, optional, string } from '../binding/shape.ts';
import { GroupCallbacks } from '../callbacks/groups.ts';
import type { Caller, Route } from '../http/route.ts';
import { firstWrong, mustOwn, route } from '../http/route.ts';
import { Refusal } from '../refusal.ts';
import { dismissWhole } from './dismissal.ts';
import { close } from './entry.ts';
import type { Member } from './group.ts';
import { memberInfo, ROLE, STATUS } from './group.ts';
import { GroupNotices } from './notices.ts';
import type { GroupParts } from './parts.ts';
import { isRepeated, isTooMany } from './parts.ts';

const Kick = message('group.KickGroupMemberReq', {
  groupID: string,
  kickedUserIDs: list(string),
  reason: string,
  sendMessage: optional(bool),
});
const Quit = message('group.QuitGroupReq', { groupID: string, userID: string });
const Dismiss = message('group.DismissGroupReq', { groupID: string, deleteMember: bool, sendMessage: optional(bool) });

const noGroup = ({ groupID }: { groupID: string }) => groupID === '' && 'groupID is empty';
const denied = (sentence: string) => new Refusal('NoPermissionError', sentence);

/** Checked one by one, so that the first id that is wrong decides the answer. */
const mustBeKickable = (caller: Caller, self: Member | undefined, target: Member): void => {
  if (caller.isAdmin) return;
  if (self === undefined) throw denied('opUserID no in group');
  if (self.roleLevel === ROLE.member) throw denied('opUserID no permission');
  if (self.roleLevel === ROLE.admin && target.roleLevel !== ROLE.member) {
    throw denied('group admins cannot remove the group owner and other admins');
  }
};

const kickable = (parts: GroupParts, caller: Caller, groupID: string, userIDs: readonly string[]): Member[] => {
  const { members } = parts.groups;
  if (userIDs.length === 0) throw new Refusal('ArgsError', 'KickedUserIDs empty');
  if (isRepeated(userIDs)) throw new Refusal('ArgsError', 'KickedUserIDs duplicate');
  if (userIDs.includes(caller.userID)) throw new Refusal('ArgsError', 'opUserID in KickedUserIDs');
  if (userIDs.includes(members.takeOwner(groupID).userID)) throw new Refusal('ArgsError', 'ownerUID can not Kick');
  const found = new Map(members.find(groupID, [...userIDs, caller.userID]).map((member) => [member.userID, member]));
  return userIDs.map((userID) => {
    const target = found.get(userID);
    if (target === undefined) throw new Refusal('UserIDNotFoundError', userID);
    mustBeKickable(caller, found.get(caller.userID), target);
    return target;
  });
};

const kick = (parts: GroupParts): Route =>
  route({
    path: '/group/kick_group',
    body: Kick,
    check: (body) =>
      firstWrong(
        noGroup(body),
        body.kickedUserIDs === null && 'kickUserIDs is empty',
        isTooMany(body.kickedUserIDs) && 'too many KickedUserIDs, need to be less than 1000',
      ),
    answer: async ({ groupID, kickedUserIDs, reason, sendMessage }, caller) => {
      const userIDs = kickedUserIDs ?? [];
      parts.groups.take(groupID);
      const kicked = kickable(parts, caller, groupID, userIDs).map((member) => memberInfo(parts.groups.named(member)));
      parts.groups.members.remove(groupID, userIDs);
      close(parts, groupID, userIDs);
      new GroupNotices(parts, caller).kicked(groupID, kicked, sendMessage);
      const told = { groupID, kickedUserIDs: userIDs, reason };
      await new GroupCallbacks(parts.callbacks).afterKick(told, caller.operationID);
    },
  });

const quit = (parts: GroupParts): Route =>
  route({
    path: '/group/quit_group',
    body: Quit,
    check: noGroup,
    answer: async ({ groupID, userID: given }, caller) => {
      const userID = given || caller.userID;
      mustOwn(caller, userID);
      const member = parts.groups.members.take(groupID, userID);
      if (member.roleLevel === ROLE.owner) throw denied("group owner can't quit");
      const quitter = memberInfo(parts.groups.named(member));
      parts.groups.members.remove(groupID, [userID]);
      close(parts, groupID, [userID]);
      new GroupNotices(parts, caller).quit(groupID, quitter);
      await new GroupCallbacks(parts.callbacks).afterQuit(groupID, userID, caller.operationID);
    },
  });

/** The members are told first, and are removed when the notice about it goes out. */
const dismiss = (parts: GroupParts): Route =>
  route({
    path: '/group/dismiss_group',
    body: Dismiss,
    check: noGroup,
    answer: async ({ groupID, deleteMember, sendMessage }, caller) => {
      const { groups } = parts;
      const owner = groups.members.takeOwner(groupID);
      if (!caller.isAdmin && owner.userID !== caller.userID) throw denied('not group owner');
      if (deleteMember) return dismissWhole(parts, groupID, caller.operationID);
      if (groups.take(groupID).status === STATUS.dismissed) {
        throw new Refusal('DismissedAlreadyError', 'group status is dismissed');
      }
      groups.update(groupID, { status: STATUS.dismissed });
      new GroupNotices(parts, caller).dismissed(groupID, sendMessage);
      const told = { ownerID: owner.userID, membersID: groups.memberIDs(groupID) };
      await new GroupCallbacks(parts.callbacks).afterDismiss(groups.take(groupID), told, caller.operationID);
    },
  });

export const leaveRoutes = (parts: GroupParts): Route[] => [kick(parts), quit(parts), dismiss(parts)];
