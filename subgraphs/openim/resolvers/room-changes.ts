import { Fault } from '../../kit/fault.ts';
import { type OpenIMContext, userOf } from '../context.ts';
import type { ConversationModel } from '../model/conversation.ts';
import type { WireConversation, WireGroup, WireGroupMember } from '../rest/wire.ts';
import {
  type Changes,
  changesOf,
  hashAsked,
  pointAsked,
  type SyncedIDs,
  type SyncPoint,
  syncedIDsOf,
} from '../sync.ts';
import type { GroupSource } from './groups.ts';
import { mustRead } from './memberships.ts';

interface Since {
  readonly since?: SyncPoint | null;
}
interface UnlessHash {
  readonly unlessHash?: string | null;
}

const groupOf = (row: WireGroup): GroupSource => ({ id: row.groupID, row });

export async function groupChanges(
  _: unknown,
  { since }: Since,
  context: OpenIMContext,
): Promise<Changes<GroupSource>> {
  const { id } = userOf(context);
  return changesOf(await context.openim.groups.changes(id, pointAsked(since), context.call), groupOf);
}

export async function groupIDs(_: unknown, { unlessHash }: UnlessHash, context: OpenIMContext): Promise<SyncedIDs> {
  const { id } = userOf(context);
  return syncedIDsOf(await context.openim.groups.allIDs(id, hashAsked(unlessHash), context.call));
}

/** OpenIM tells the bare rows; what a conversation is besides is read for all of them at once. */
export async function conversationChanges(
  _: unknown,
  { since }: Since,
  context: OpenIMContext,
): Promise<Changes<ConversationModel>> {
  const { id } = userOf(context);
  const delta = await context.openim.conversations.changes(id, pointAsked(since), context.call);
  const ids = [...delta.inserted, ...delta.updated].map(({ conversationID }) => conversationID);
  const found = await context.conversationByID.loadMany(ids);
  const failure = found.find((each) => each instanceof Error && !isNoneOfTheirs(each));
  if (failure instanceof Error) throw failure;
  const models = new Map(found.flatMap((each) => (each instanceof Error ? [] : [[each.id, each] as const])));
  return changesOf(delta, ({ conversationID }: WireConversation) => models.get(conversationID) ?? null);
}

/** A channel of OpenIM's own, or a chat with somebody who is gone. */
const isNoneOfTheirs = (error: Error): boolean =>
  error instanceof Fault && (error.reason === 'NOT_YOURS' || error.reason === 'NOT_FOUND');

export async function conversationIDs(
  _: unknown,
  { unlessHash }: UnlessHash,
  context: OpenIMContext,
): Promise<SyncedIDs> {
  const { id } = userOf(context);
  return syncedIDsOf(await context.openim.conversations.allIDs(id, hashAsked(unlessHash), context.call));
}

/** OpenIM itself refuses who is not in the group. */
export async function memberChanges({ id }: GroupSource, { since }: Since, context: OpenIMContext) {
  mustRead(context);
  const delta = await context.memberChanges.load({ groupID: id, ...pointAsked(since) });
  const changes = changesOf(delta, (row: WireGroupMember) => row);
  return {
    ...changes,
    deletedIDs: changes.deletedIDs.map((userID) => `${id}:${userID}`),
    groupChanged: delta.group !== null && !delta.full,
  };
}

/** OpenIM itself refuses who is not in the group. */
export async function memberIDs(
  { id }: GroupSource,
  { unlessHash }: UnlessHash,
  context: OpenIMContext,
): Promise<SyncedIDs> {
  mustRead(context);
  return syncedIDsOf(await context.openim.groups.allMemberIDs(id, hashAsked(unlessHash), context.call));
}
