import type { GraphQLResolveInfo } from 'graphql';
import { Fault } from '../../kit/fault.ts';
import type { GroupRole, GroupState } from '../__generated__/resolvers.ts';
import type { OpenIMContext } from '../context.ts';
import { groupConversationID } from '../conversation-id.ts';
import type { ConversationModel } from '../model/conversation.ts';
import { addressOf, timeAtLeast, timeOf, wordsOf } from '../model/json.ts';
import type { WireGroup, WireGroupMember } from '../rest/wire.ts';
import { avatarOf, person } from './people.ts';

/** A group as far as is known here; the row is fetched when a field needs it. */
export interface GroupSource {
  readonly id: string;
  readonly row?: WireGroup;
}

const STATES: Readonly<Record<number, GroupState>> = { 0: 'ACTIVE', 1: 'BANNED', 2: 'DISMISSED', 3: 'MUTED' };
/** It has nobody in it any more, but a row that was kept with a conversation may still say who was. */
const isDismissed = ({ status }: WireGroup): boolean => STATES[status] === 'DISMISSED';

const ROLES: Readonly<Record<number, GroupRole>> = { 100: 'OWNER', 60: 'ADMIN', 20: 'MEMBER' };

export const roleOf = ({ roleLevel }: WireGroupMember): GroupRole => ROLES[roleLevel] ?? 'MEMBER';

/** A group somewhere in an answer; null when it is gone. */
export async function group(id: string | null, { groupByID }: OpenIMContext): Promise<GroupSource | null> {
  if (id === null) return null;
  const row = await groupByID.load(id);
  return row && { id, row };
}

async function rowOf({ id, row }: GroupSource, { groupByID }: OpenIMContext): Promise<WireGroup> {
  const found = row ?? (await groupByID.load(id));
  if (found === null) throw new Fault('NOT_FOUND', { what: 'The group' });
  return found;
}

/** Null for who is not in it, and for an admin. */
const membershipOf = async (
  { id }: GroupSource,
  { scope: { viewer }, memberByID }: OpenIMContext,
): Promise<WireGroupMember | null> => (viewer.kind === 'user' ? memberByID.load(`${id}:${viewer.id}`) : null);

export const Group = {
  __resolveReference: ({ id }: GroupSource): GroupSource => ({ id }),
  name: async (each: GroupSource, _: unknown, context: OpenIMContext) => (await rowOf(each, context)).groupName,
  faceURL: async (each: GroupSource, _: unknown, context: OpenIMContext) =>
    addressOf((await rowOf(each, context)).faceURL),
  avatar: async (each: GroupSource, _: unknown, context: OpenIMContext) =>
    avatarOf((await rowOf(each, context)).faceURL),
  introduction: async (each: GroupSource, _: unknown, context: OpenIMContext) =>
    wordsOf((await rowOf(each, context)).introduction),
  announcement: async (each: GroupSource, _: unknown, context: OpenIMContext) => {
    const outside = context.scope.viewer.kind === 'user' && (await membershipOf(each, context)) === null;
    return outside ? null : wordsOf((await rowOf(each, context)).notification);
  },
  state: async (each: GroupSource, _: unknown, context: OpenIMContext) =>
    STATES[(await rowOf(each, context)).status] ?? 'ACTIVE',
  owner: async (each: GroupSource, _: unknown, context: OpenIMContext, info: GraphQLResolveInfo) => {
    const row = await rowOf(each, context);
    return person(isDismissed(row) ? null : row.ownerUserID, context, info);
  },
  memberCount: async (each: GroupSource, _: unknown, context: OpenIMContext) => {
    const row = await rowOf(each, context);
    return isDismissed(row) ? 0 : row.memberCount;
  },
  membership: (each: GroupSource, _: unknown, context: OpenIMContext) => membershipOf(each, context),
  conversation: async (
    { id }: GroupSource,
    _: unknown,
    { scope: { viewer }, conversationByID }: OpenIMContext,
  ): Promise<ConversationModel | null> => {
    if (viewer.kind !== 'user') return null;
    return conversationByID.load(groupConversationID(id)).catch((error: unknown) => {
      if (error instanceof Fault && error.reason === 'NOT_YOURS') return null;
      throw error;
    });
  },
  createdAt: async (each: GroupSource, _: unknown, context: OpenIMContext) =>
    timeOf((await rowOf(each, context)).createTime),
};

export const GroupMember = {
  id: ({ groupID, userID }: WireGroupMember) => `${groupID}:${userID}`,
  user: ({ userID }: WireGroupMember, _: unknown, context: OpenIMContext, info: GraphQLResolveInfo) =>
    person(userID, context, info),
  group: ({ groupID }: WireGroupMember, _: unknown, context: OpenIMContext) => group(groupID, context),
  role: roleOf,
  joinedAt: ({ joinTime }: WireGroupMember) => timeAtLeast(joinTime),
  mutedUntil: ({ muteEndTime }: WireGroupMember) => (muteEndTime > Date.now() ? timeOf(muteEndTime) : null),
};
