import { Fault } from '../kit/fault.ts';
import type { RequestScope } from '../kit/request.ts';
import type { Evidence, Witness } from '../kit/witness.ts';
import type { OpenIMContext } from './context.ts';
import { splitMessageID } from './conversation-id.ts';
import { findMessage } from './messages/find.ts';
import type { MessageModel } from './model/message.ts';
import type { WireGroup } from './rest/wire.ts';

/** Messages before and after a reported one that are kept with it. */
const NEIGHBOURS = 5;

/** Evidence is what OpenIM tells the one who looks, as it tells it: their right to see it is checked on the way. */
export function createWitness(contextFor: (scope: RequestScope) => OpenIMContext): Witness {
  return {
    message: (id, scope) => orNull(() => messageSeen(id, contextFor(scope))),
    user: (id, scope) =>
      orNull(async () => {
        const row = await contextFor(scope).userByID.load(id);
        return row && { ...NOTHING, profile: { ...row }, accusedID: id };
      }),
    group: (id, scope) =>
      orNull(async () => {
        const context = contextFor(scope);
        const { viewer } = scope;
        const member = viewer.kind === 'user' ? await context.memberByID.load(`${id}:${viewer.id}`) : null;
        const row = member === null ? null : await context.groupByID.load(id);
        return row && { ...NOTHING, profile: { ...row }, ...inGroup(row) };
      }),
  };
}

const NOTHING = { message: null, neighbours: [], profile: null, accusedID: null, groupID: null, reach: 1 };
const PAIR = 2;

const inGroup = ({ groupID, ownerUserID, memberCount }: WireGroup) => ({
  accusedID: ownerUserID === '' ? null : ownerUserID,
  groupID,
  reach: Math.max(1, memberCount),
});

async function messageSeen(id: string, context: OpenIMContext): Promise<Evidence | null> {
  const parts = splitMessageID(id);
  if (parts === null) return null;
  const { window } = await context.conversationByID.load(parts.conversationID);
  const found = (await findMessage(window, parts.serverMsgID, context)).message;
  const at = found.seq ?? 0;
  const around = { begin: Math.max(window.begin, at - NEIGHBOURS), end: Math.min(window.end, at + NEIGHBOURS) };
  const [rows, reach] = await Promise.all([
    context.pull.load({ conversationID: parts.conversationID, ...around }),
    reachOf(found, context),
  ]);
  const message = rows.find((row) => row.seq === at);
  if (message === undefined) return null;
  const neighbours = rows.filter((row) => row !== message).map((row) => ({ ...row }));
  return { message: { ...message }, neighbours, profile: null, accusedID: found.sendID, groupID: found.groupID, reach };
}

/** A report is not lost because nobody knows how large the group is. */
async function reachOf({ groupID }: MessageModel, { groupByID }: OpenIMContext): Promise<number> {
  if (groupID === null) return PAIR;
  const group = await groupByID.load(groupID).catch(() => null);
  return Math.max(1, group?.memberCount ?? 1);
}

/** What is not there and what may not be seen look the same. */
async function orNull<T>(look: () => Promise<T | null>): Promise<T | null> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof Fault && ['NOT_FOUND', 'NOT_YOURS', 'GROUP_DISMISSED'].includes(error.reason)) return null;
    throw error;
  }
}
