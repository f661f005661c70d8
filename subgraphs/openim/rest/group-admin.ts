import type { Call } from './call.ts';
import { nothing, type Post } from './endpoint.ts';
import type { WireGroupChange, WireGroupMemberChange } from './wire.ts';

/** What owners and admins do with a group and its members. */
export const createGroupAdmin = ({ write }: Post) => ({
  /** A blank name makes OpenIM drop the whole change, and answer well. */
  change: (change: WireGroupChange, call: Call): Promise<void> =>
    write('/group/set_group_info_ex', change, call).then(nothing),

  /** The old owner gets the role that the new one had. */
  transfer: (hands: { groupID: string; oldOwnerUserID: string; newOwnerUserID: string }, call: Call): Promise<void> =>
    write('/group/transfer_group', hands, call).then(nothing),

  /** Its members are removed a moment after the answer. */
  dismiss: (groupID: string, call: Call): Promise<void> =>
    write('/group/dismiss_group', { groupID, deleteMember: false }, call).then(nothing),

  /** Sets the status, whatever it was: a group that was dismissed or banned is so no more. */
  mute: (groupID: string, call: Call): Promise<void> => write('/group/mute_group', { groupID }, call).then(nothing),

  /** Sets the status, whatever it was: a group that was dismissed or banned is so no more. */
  unmute: (groupID: string, call: Call): Promise<void> =>
    write('/group/cancel_mute_group', { groupID }, call).then(nothing),

  /** At least one second. */
  muteMember: (mute: { groupID: string; userID: string; mutedSeconds: number }, call: Call): Promise<void> =>
    write('/group/mute_group_member', mute, call).then(nothing),

  unmuteMember: (groupID: string, userID: string, call: Call): Promise<void> =>
    write('/group/cancel_mute_group_member', { groupID, userID }, call).then(nothing),

  changeMember: (change: WireGroupMemberChange, call: Call): Promise<void> =>
    write('/group/set_group_member_info', { members: [change] }, call).then(nothing),
});
