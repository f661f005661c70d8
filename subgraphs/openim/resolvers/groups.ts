import type { GraphQLResolveInfo } from 'graphql';
import { Fault } from '../../kit/fault.ts';
import type { OpenIMContext } from '../context.ts';
import { groupConversationID } from '../conversation-id.ts';
import type { ConversationModel } from '../model/conversation.ts';
import { isDismissed, joinPolicyOf, joinSourceOf, roleOf, stateOf } from '../model/group.ts';
import { addressOf, timeAtLeast, timeOf, wordsOf } from '../model/json.ts';
import type { WireGroup, WireGroupMember } from '../rest/wire.ts';
import { avatarOf, person } from './people.ts';

/** A group as far as is known here; the row is fetched when a field needs it. */
export interface GroupSource {
  readonly id: string;
  readonly row?: WireGroup;
}

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

/** Whether what is for members is for this viewer. */
export async function isInside(each: GroupSource, context: OpenIMContext): Promise<boolean> {
  const { viewer } = context.scope;
  return viewer.kind === 'admin' ? viewer.scopes.has('groups:read') : (await membershipOf(each, context)) !== null;
}

export const Group = {
  __resolveReference: ({ id }: GroupSource): GroupSource => ({ id }),
  name: async (each: GroupSource, _: unknown, context: OpenIMContext) => (await rowOf(each, context)).groupName,
  faceURL: async (each: GroupSource, _: unknown, context: OpenIMContext) =>
    addressOf((await rowOf(each, context)).faceURL),
  avatar: async (each: GroupSource, _: unknown, context: OpenIMContext) =>
    avatarOf((await rowOf(each, context)).faceURL),
  introduction: async (each: GroupSource, _: unknown, context: OpenIMContext) =>
    wordsOf((await rowOf(each, context)).introduction),
  announcement: async (each: GroupSource, _: unknown, context: OpenIMContext) =>
    (await isInside(each, context)) ? wordsOf((await rowOf(each, context)).notification) : null,
  announcedAt: async (each: GroupSource, _: unknown, context: OpenIMContext) =>
    (await isInside(each, context)) ? timeOf((await rowOf(each, context)).notificationUpdateTime) : null,
  announcedBy: async (each: GroupSource, _: unknown, context: OpenIMContext, info: GraphQLResolveInfo) =>
    (await isInside(each, context)) ? person((await rowOf(each, context)).notificationUserID, context, info) : null,
  joinPolicy: async (each: GroupSource, _: unknown, context: OpenIMContext) => joinPolicyOf(await rowOf(each, context)),
  profilesVisible: async (each: GroupSource, _: unknown, context: OpenIMContext) =>
    (await rowOf(each, context)).lookMemberInfo === 0,
  befriendingAllowed: async (each: GroupSource, _: unknown, context: OpenIMContext) =>
    (await rowOf(each, context)).applyMemberFriend === 0,
  ex: async (each: GroupSource, _: unknown, context: OpenIMContext) => wordsOf((await rowOf(each, context)).ex),
  createdBy: async (each: GroupSource, _: unknown, context: OpenIMContext, info: GraphQLResolveInfo) =>
    person((await rowOf(each, context)).creatorUserID, context, info),
  request: ({ id }: GroupSource, _: unknown, { scope: { viewer }, groupRequestByID }: OpenIMContext) =>
    viewer.kind === 'user' ? groupRequestByID.load(id) : null,
  state: async (each: GroupSource, _: unknown, context: OpenIMContext) => stateOf(await rowOf(each, context)),
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
  faceURL: ({ faceURL }: WireGroupMember) => addressOf(faceURL),
  avatar: ({ faceURL }: WireGroupMember) => avatarOf(faceURL),
  role: roleOf,
  joinSource: joinSourceOf,
  inviter: ({ inviterUserID }: WireGroupMember, _: unknown, context: OpenIMContext, info: GraphQLResolveInfo) =>
    person(inviterUserID, context, info),
  operator: ({ operatorUserID }: WireGroupMember, _: unknown, context: OpenIMContext, info: GraphQLResolveInfo) =>
    person(operatorUserID, context, info),
  ex: ({ ex }: WireGroupMember) => wordsOf(ex),
  joinedAt: ({ joinTime }: WireGroupMember) => timeAtLeast(joinTime),
  mutedUntil: ({ muteEndTime }: WireGroupMember) => (muteEndTime > Date.now() ? timeOf(muteEndTime) : null),
};
