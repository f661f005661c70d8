import { message, string } from '../binding/shape.ts';
import { GroupCallbacks } from '../callbacks/groups.ts';
import type { Caller, Route } from '../http/route.ts';
import { firstWrong, route } from '../http/route.ts';
import { Refusal } from '../refusal.ts';
import { now } from '../state/clock.ts';
import { mustBeAlive } from './access.ts';
import type { Member } from './group.ts';
import { ROLE } from './group.ts';
import { unmute } from './mute-routes.ts';
import { GroupNotices } from './notices.ts';
import type { GroupParts } from './parts.ts';

const Transfer = message('group.TransferGroupOwnerReq', {
  groupID: string,
  oldOwnerUserID: string,
  newOwnerUserID: string,
});

interface Hands {
  groupID: string;
  oldOwnerUserID: string;
  newOwnerUserID: string;
}

/** The new owner, who must be there as the old one must. */
const heir = ({ groups }: GroupParts, caller: Caller, { groupID, oldOwnerUserID, newOwnerUserID }: Hands): Member => {
  if (oldOwnerUserID === newOwnerUserID) throw new Refusal('ArgsError', 'OldOwnerUserID == NewOwnerUserID');
  const asked = [oldOwnerUserID, newOwnerUserID];
  const found = new Map(groups.members.find(groupID, asked).map((member) => [member.userID, member]));
  const [older, newer] = [found.get(oldOwnerUserID), found.get(newOwnerUserID)];
  if (older === undefined || newer === undefined) {
    throw new Refusal('ArgsError', `user not in group ${asked.filter((userID) => !found.has(userID)).join()}`);
  }
  if (!caller.isAdmin && !(caller.userID === oldOwnerUserID && older.roleLevel === ROLE.owner)) {
    throw new Refusal('NoPermissionError', 'no permission transfer group owner');
  }
  return newer;
};

export const transferRoute = (parts: GroupParts): Route =>
  route({
    path: '/group/transfer_group',
    body: Transfer,
    check: ({ groupID, oldOwnerUserID, newOwnerUserID }) =>
      firstWrong(
        groupID === '' && 'groupID is empty',
        oldOwnerUserID === '' && 'oldOwnerUserID is empty',
        newOwnerUserID === '' && 'newOwnerUserID is empty',
      ),
    answer: async (hands, caller) => {
      const { groupID, oldOwnerUserID, newOwnerUserID } = hands;
      const { groups } = parts;
      mustBeAlive(groups.take(groupID));
      const { roleLevel, muteEndTime } = heir(parts, caller, hands);
      // An owner cannot be unmuted by anybody, so a muted heir is freed first.
      if (muteEndTime > now()) unmute(parts, caller, { groupID, userID: newOwnerUserID });
      groups.members.setRoles(groupID, { [oldOwnerUserID]: roleLevel, [newOwnerUserID]: ROLE.owner });
      new GroupNotices(parts, caller).transferred(groupID, { from: oldOwnerUserID, to: newOwnerUserID });
      await new GroupCallbacks(parts.callbacks).afterTransfer(hands, caller.operationID);
    },
  });
