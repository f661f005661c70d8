import { bool, list, message, optional, string } from '../binding/shape.ts';
import { GroupCallbacks } from '../callbacks/groups.ts';
import type { Caller, Route } from '../http/route.ts';
import { firstWrong, route } from '../http/route.ts';
import { Refusal } from '../refusal.ts';
import { manages, mustBeAlive, mustBeInside } from './access.ts';
import { newMember } from './create.ts';
import { bring } from './entry.ts';
import type { Group } from './group.ts';
import { INVITED, JOINING } from './group.ts';
import { GroupNotices } from './notices.ts';
import type { GroupParts } from './parts.ts';
import { isRepeated, isTooMany } from './parts.ts';

const Invite = message('group.InviteUserToGroupReq', {
  groupID: string,
  reason: string,
  invitedUserIDs: list(string),
  sendMessage: optional(bool),
});

const AT_ONCE = 50;

/** Where all need approval, a member only proposes. */
const propose = (parts: GroupParts, caller: Caller, groupID: string, userIDs: readonly string[]): void => {
  const proposal = { groupID, reqMsg: '', ex: '', joinSource: INVITED, inviterUserID: caller.userID };
  parts.groups.requests.put(userIDs.map((userID) => ({ ...proposal, userID })));
  const notices = new GroupNotices(parts, caller);
  for (const userID of userIDs) notices.applied({ groupID, userID, reqMsg: '' }, caller.userID);
};

const bringAll = async (
  parts: GroupParts,
  caller: Caller,
  invited: { group: Group; userIDs: string[]; inChat: boolean | null },
): Promise<void> => {
  const { group, userIDs, inChat } = invited;
  const { groupID } = group;
  const inviter = caller.userID;
  const entry = { groupID, joinSource: INVITED, inviterUserID: inviter };
  const wanted = userIDs.map((userID) => newMember(caller, { ...entry, userID }));
  const all = await new GroupCallbacks(parts.callbacks).beforeJoin(group, wanted, caller.operationID);
  for (let start = 0; start < all.length; start += AT_ONCE) {
    const members = all.slice(start, start + AT_ONCE);
    await bring(parts, caller, { groupID, inviter, members, inChat });
  }
};

export const inviteRoute = (parts: GroupParts): Route =>
  route({
    path: '/group/invite_user_to_group',
    body: Invite,
    check: ({ groupID, invitedUserIDs: userIDs }) =>
      firstWrong(
        groupID === '' && 'groupID is empty',
        userIDs === null && 'invitedUserIDs is empty',
        isTooMany(userIDs) && 'too many InvitedUserIDs, need to be less than 1000',
        userIDs?.length === 0 && 'user empty',
        isRepeated(userIDs ?? []) && 'userID duplicate',
      ),
    answer: async ({ groupID, invitedUserIDs, reason, sendMessage }, caller) => {
      const { groups, users } = parts;
      const userIDs = invitedUserIDs ?? [];
      const group = groups.take(groupID);
      mustBeAlive(group, 'group dismissed checking group status found it dismissed');
      mustBeInside(parts, caller, groupID);
      if (users.find(userIDs).length !== userIDs.length) throw new Refusal('RecordNotFoundError', 'user not found');
      const mayBring = caller.isAdmin || manages(groups.members.take(groupID, caller.userID));
      const told = { groupID, reason, invitedUserIDs: userIDs };
      await new GroupCallbacks(parts.callbacks).beforeInvite(told, caller.operationID);
      if (group.needVerification === JOINING.asksAlsoForInvited && !mayBring) propose(parts, caller, groupID, userIDs);
      else await bringAll(parts, caller, { group, userIDs, inChat: sendMessage });
    },
  });
