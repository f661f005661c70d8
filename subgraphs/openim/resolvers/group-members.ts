import { badInput, Fault } from '../../kit/fault.ts';
import { MOST_ROWS } from '../../kit/page.ts';
import type { GroupRole } from '../__generated__/resolvers.ts';
import type { OpenIMContext } from '../context.ts';
import { companyIn, forgetMembers, memberIn, mustManage, mustOutrank, outranks, pairIn } from '../group-roles.ts';
import { roleOf } from '../model/group.ts';
import type { WireGroupMember } from '../rest/wire.ts';
import type { GroupSource } from './groups.ts';
import { LONGEST_EX, nameOf, textWithin } from './profile.ts';

const LONGEST_REASON = 255;

interface OneMember {
  readonly groupID: string;
  readonly userID: string;
}

export async function removeGroupMembers(
  _: unknown,
  { groupID, userIDs, reason }: { groupID: string; userIDs: readonly string[]; reason?: string | null },
  context: OpenIMContext,
): Promise<GroupSource> {
  const kickedUserIDs = [...new Set(userIDs)];
  const why = textWithin(reason, { field: 'reason', most: LONGEST_REASON }).trim();
  if (userIDs.length === 0 || userIDs.length > MOST_ROWS)
    throw badInput('userIDs', `1 to ${MOST_ROWS} ids are expected`);
  const { self, others } = await companyIn(groupID, kickedUserIDs, context);
  mustManage(self);
  for (const [at, other] of others.entries()) {
    const field = `userIDs.${userIDs.indexOf(kickedUserIDs[at] ?? '')}`;
    if (other === null) throw badInput(field, 'a member of the group is expected');
    if (other.userID === self.userID) throw badInput(field, 'somebody else is expected; leaveGroup is for oneself');
    mustOutrank(self, other);
  }
  await context.openim.groups.kick({ groupID, kickedUserIDs, reason: why }, context.call);
  forgetMembers(groupID, context);
  return { id: groupID };
}

/** OpenIM counts whole seconds, and takes more of them than a person has. */
const LONGEST_MUTE_S = 10 * 366 * 86_400;

export async function muteGroupMember(
  _: unknown,
  { groupID, userID, until }: OneMember & { until: Date },
  context: OpenIMContext,
): Promise<WireGroupMember> {
  const mutedSeconds = Math.ceil((until.getTime() - Date.now()) / 1000);
  if (mutedSeconds < 1 || mutedSeconds > LONGEST_MUTE_S)
    throw badInput('until', 'a time within ten years from now is expected');
  const { self, other } = await pairIn(groupID, userID, context);
  mustOutrank(self, other);
  await context.openim.groups.muteMember({ groupID, userID, mutedSeconds }, context.call);
  return afresh({ groupID, userID }, context);
}

export async function unmuteGroupMember(
  _: unknown,
  { groupID, userID }: OneMember,
  context: OpenIMContext,
): Promise<WireGroupMember> {
  const { self, other } = await pairIn(groupID, userID, context);
  mustOutrank(self, other);
  await context.openim.groups.unmuteMember(groupID, userID, context.call);
  return afresh({ groupID, userID }, context);
}

interface UpdateGroupMemberInput {
  readonly nickname?: string | null;
  readonly faceURL?: string | null;
  readonly ex?: string | null;
}

export async function updateGroupMember(
  _: unknown,
  { groupID, userID, input: { nickname, faceURL, ex } }: OneMember & { input: UpdateGroupMemberInput },
  context: OpenIMContext,
): Promise<WireGroupMember> {
  const change = {
    ...(nickname === undefined ? {} : { nickname: nickname === null ? '' : nameOf(nickname, 'input.nickname') }),
    ...(faceURL === undefined ? {} : { faceURL: faceURL ?? '' }),
    ...(ex === undefined ? {} : { ex: textWithin(ex, { field: 'input.ex', most: LONGEST_EX }) }),
  };
  const { self, other } = await pairIn(groupID, userID, context);
  if (other.userID !== self.userID) mustOutrank(self, other);
  if (Object.keys(change).length > 0)
    await context.openim.groups.changeMember({ groupID, userID, ...change }, context.call);
  return afresh({ groupID, userID }, context);
}

const LEVELS = { ADMIN: 60, MEMBER: 20 } as const;

export async function setGroupMemberRole(
  _: unknown,
  { groupID, userID, role }: OneMember & { role: GroupRole },
  context: OpenIMContext,
): Promise<WireGroupMember> {
  if (role === 'OWNER') throw badInput('role', 'ADMIN or MEMBER is expected; transferGroup makes a new owner');
  const { self, other } = await pairIn(groupID, userID, context);
  mustManage(self);
  const stepsDown = other.userID === self.userID && roleOf(self) === 'ADMIN';
  if (!stepsDown && !outranks(self, other)) throw new Fault('OUTRANKED', { userID });
  if (roleOf(other) === role) return other;
  await context.openim.groups.changeMember({ groupID, userID, roleLevel: LEVELS[role] }, context.call);
  return afresh({ groupID, userID }, context);
}

/** The row as it stands after a change. */
async function afresh({ groupID, userID }: OneMember, context: OpenIMContext): Promise<WireGroupMember> {
  forgetMembers(groupID, context);
  const member = await memberIn(groupID, userID, context);
  if (member === null) throw new Fault('NOT_FOUND', { what: 'The member' });
  return member;
}
