import { message, string, uint32 } from '../binding/shape.ts';
import type { Route } from '../http/route.ts';
import { firstWrong, route } from '../http/route.ts';
import { now } from '../state/clock.ts';
import { mustManage, mustOutrank } from './access.ts';
import { ROLE, STATUS } from './group.ts';
import { GroupNotices } from './notices.ts';
import type { Actor, GroupParts } from './parts.ts';

const MuteMember = message('group.MuteGroupMemberReq', { groupID: string, userID: string, mutedSeconds: uint32 });
const UnmuteMember = message('group.CancelMuteGroupMemberReq', { groupID: string, userID: string });
const ofGroup = (goType: string) => message(goType, { groupID: string });

const CANNOT_MUTE = {
  [ROLE.owner]: 'set group owner mute',
  [ROLE.admin]: 'set group admin mute',
  [ROLE.member]: 'set group ordinary users mute',
};
const CANNOT_UNMUTE = {
  [ROLE.owner]: 'Can not set group owner unmute',
  [ROLE.admin]: 'Can not set group admin unmute',
  [ROLE.member]: 'Can not set group ordinary users unmute',
};

const noMember = ({ groupID, userID }: { groupID: string; userID: string }) =>
  firstWrong(groupID === '' && 'groupID is empty', userID === '' && 'userID is empty');

const muteMember = (parts: GroupParts): Route =>
  route({
    path: '/group/mute_group_member',
    body: MuteMember,
    check: (body) => firstWrong(noMember(body), body.mutedSeconds === 0 && 'mutedSeconds is empty'),
    answer: ({ groupID, userID, mutedSeconds }, caller) => {
      const { members } = parts.groups;
      mustOutrank(parts, caller, { member: members.take(groupID, userID), says: CANNOT_MUTE });
      members.update(groupID, userID, { muteEndTime: now() + mutedSeconds * 1000 });
      new GroupNotices(parts, caller).memberMuted(groupID, userID, mutedSeconds);
    },
  });

export const unmute = (
  parts: GroupParts,
  by: Actor,
  { groupID, userID }: { groupID: string; userID: string },
): void => {
  const { members } = parts.groups;
  mustOutrank(parts, by, { member: members.take(groupID, userID), says: CANNOT_UNMUTE });
  members.update(groupID, userID, { muteEndTime: 0 });
  new GroupNotices(parts, by).memberUnmuted(groupID, userID);
};

const unmuteMember = (parts: GroupParts): Route =>
  route({
    path: '/group/cancel_mute_group_member',
    body: UnmuteMember,
    check: noMember,
    answer: (body, caller) => {
      unmute(parts, caller, body);
    },
  });

/** The status is simply written, whatever it was: unmuting also revives a dismissed group. */
const muteAll = (parts: GroupParts, path: string, to: { isMuted: boolean; goType: string }): Route =>
  route({
    path,
    body: ofGroup(to.goType),
    check: ({ groupID }) => groupID === '' && 'groupID is empty',
    answer: ({ groupID }, caller) => {
      mustManage(parts, caller, groupID);
      parts.groups.update(groupID, { status: to.isMuted ? STATUS.muted : STATUS.ok });
      new GroupNotices(parts, caller).muted(groupID, to.isMuted);
    },
  });

export const muteRoutes = (parts: GroupParts): Route[] => [
  muteMember(parts),
  unmuteMember(parts),
  muteAll(parts, '/group/mute_group', { isMuted: true, goType: 'group.MuteGroupReq' }),
  muteAll(parts, '/group/cancel_mute_group', { isMuted: false, goType: 'group.CancelMuteGroupReq' }),
];
