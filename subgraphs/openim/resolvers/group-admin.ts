import { badInput, Fault } from '../../kit/fault.ts';
import type { JoinPolicy } from '../__generated__/resolvers.ts';
import type { OpenIMContext } from '../context.ts';
import { forgetGroup, forgetMembers, livingGroup, mustManage, mustOwn, pairIn, selfIn } from '../group-roles.ts';
import { stateOf, VERIFICATION } from '../model/group.ts';
import type { WireGroupChange } from '../rest/wire.ts';
import type { GroupSource } from './groups.ts';
import { LONGEST_EX, nameOf, textWithin } from './profile.ts';

const LONGEST_INTRODUCTION = 1_000;
const LONGEST_ANNOUNCEMENT = 4_096;

export const introductionOf = (text: string | null | undefined): string =>
  textWithin(text, { field: 'input.introduction', most: LONGEST_INTRODUCTION }).trim();
const announcementOf = (text: string | null): string =>
  textWithin(text, { field: 'input.announcement', most: LONGEST_ANNOUNCEMENT }).trim();

interface InGroup {
  readonly groupID: string;
}

interface UpdateGroupInput {
  readonly name?: string | null;
  readonly faceURL?: string | null;
  readonly introduction?: string | null;
  readonly announcement?: string | null;
  readonly joinPolicy?: JoinPolicy | null;
  readonly profilesVisible?: boolean | null;
  readonly befriendingAllowed?: boolean | null;
  readonly ex?: string | null;
}

export async function updateGroup(
  _: unknown,
  { groupID, input }: InGroup & { input: UpdateGroupInput },
  context: OpenIMContext,
): Promise<GroupSource> {
  const change = changeOf(input);
  mustManage(await selfIn(groupID, context));
  if (Object.keys(change).length > 0) await context.openim.groups.change({ groupID, ...change }, context.call);
  return changed(groupID, context);
}

/** OpenIM keeps what members may not do, and we ask what they may. */
const FORBIDDEN = { true: 0, false: 1 } as const;
const forbidden = (allowed: boolean | null): number => FORBIDDEN[`${allowed ?? true}`];

function changeOf(input: UpdateGroupInput): Omit<WireGroupChange, 'groupID'> {
  const { name, faceURL, introduction, announcement, joinPolicy, profilesVisible, befriendingAllowed, ex } = input;
  return {
    ...(name === undefined ? {} : { groupName: nameOf(name, 'input.name') }),
    ...(faceURL === undefined ? {} : { faceURL: faceURL ?? '' }),
    ...(introduction === undefined ? {} : { introduction: introductionOf(introduction) }),
    ...(announcement === undefined ? {} : { notification: announcementOf(announcement) }),
    ...(joinPolicy === undefined ? {} : { needVerification: VERIFICATION[joinPolicy ?? 'APPROVAL'] }),
    ...(profilesVisible === undefined ? {} : { lookMemberInfo: forbidden(profilesVisible) }),
    ...(befriendingAllowed === undefined ? {} : { applyMemberFriend: forbidden(befriendingAllowed) }),
    ...(ex === undefined ? {} : { ex: textWithin(ex, { field: 'input.ex', most: LONGEST_EX }) }),
  };
}

export async function transferGroup(
  _: unknown,
  { groupID, newOwnerID }: InGroup & { newOwnerID: string },
  context: OpenIMContext,
): Promise<GroupSource> {
  const { self, other } = await pairIn(groupID, newOwnerID, context);
  mustOwn(self);
  if (other.userID === self.userID) throw badInput('newOwnerID', 'somebody else is expected');
  const hands = { groupID, oldOwnerUserID: self.userID, newOwnerUserID: other.userID };
  await context.openim.groups.transfer(hands, context.call);
  forgetMembers(groupID, context);
  return { id: groupID };
}

export async function dismissGroup(_: unknown, { groupID }: InGroup, context: OpenIMContext): Promise<GroupSource> {
  const self = await selfIn(groupID, context);
  mustOwn(self);
  await context.openim.groups.dismiss(groupID, context.call).catch(async (error: unknown) => {
    // Of a group that lost its members meanwhile OpenIM says that it has no owner.
    await livingGroup(groupID, context);
    throw error;
  });
  forgetMembers(groupID, context);
  // OpenIM takes the members out a moment later.
  context.memberByID.prime(`${groupID}:${self.userID}`, null);
  return { id: groupID };
}

/** OpenIM sets the state, whatever it was: what the service closed would be open, and what is no more would be again. */
const muting =
  (change: 'mute' | 'unmute') =>
  async (_: unknown, { groupID }: InGroup, context: OpenIMContext): Promise<GroupSource> => {
    const [self, row] = await Promise.all([selfIn(groupID, context), livingGroup(groupID, context)]);
    mustManage(self);
    if (stateOf(row) === 'BANNED') throw new Fault('GROUP_BANNED');
    if (stateOf(row) === (change === 'mute' ? 'MUTED' : 'ACTIVE')) return { id: groupID, row };
    await context.openim.groups[change](groupID, context.call);
    return changed(groupID, context);
  };

export const muteGroup = muting('mute');
export const unmuteGroup = muting('unmute');

function changed(groupID: string, context: OpenIMContext): GroupSource {
  forgetGroup(groupID, context);
  return { id: groupID };
}
