import { Fault } from '../kit/fault.ts';
import type { RequestScope } from '../kit/request.ts';
import type { Sighting, Witness } from '../kit/witness.ts';
import type { OpenIMContext } from './context.ts';
import { splitMessageID } from './conversation-id.ts';
import { findMessage } from './messages/find.ts';

/** Messages before and after a reported one that are kept with it. */
const NEIGHBOURS = 5;

/** Evidence is what OpenIM tells the one who looks, as it tells it: their right to see it is checked on the way. */
export function createWitness(contextFor: (scope: RequestScope) => OpenIMContext): Witness {
  return {
    message: (id, scope) =>
      orNull(async () => {
        const context = contextFor(scope);
        const parts = splitMessageID(id);
        if (parts === null) return null;
        const { window } = await context.conversationByID.load(parts.conversationID);
        const { seq } = (await findMessage(window, parts.serverMsgID, context)).message;
        const begin = Math.max(window.begin, (seq ?? 0) - NEIGHBOURS);
        const end = Math.min(window.end, (seq ?? 0) + NEIGHBOURS);
        const rows = await context.pull.load({
          conversationID: parts.conversationID,
          begin,
          end,
        });
        const message = rows.find((row) => row.seq === seq);
        return message === undefined
          ? null
          : { message: { ...message }, neighbours: rows.filter((row) => row !== message).map((row) => ({ ...row })) };
      }),

    user: (id, scope) => orNull(async () => sighting(await contextFor(scope).userByID.load(id))),

    group: (id, scope) =>
      orNull(async () => {
        const context = contextFor(scope);
        const { viewer } = scope;
        const member = viewer.kind === 'user' ? await context.memberByID.load(`${id}:${viewer.id}`) : null;
        return member === null ? null : sighting(await context.groupByID.load(id));
      }),
  };
}

const sighting = (row: object | null): Sighting | null => row && { ...row };

/** What is not there and what may not be seen look the same. */
async function orNull<T>(look: () => Promise<T | null>): Promise<T | null> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof Fault && ['NOT_FOUND', 'NOT_YOURS', 'GROUP_DISMISSED'].includes(error.reason)) return null;
    throw error;
  }
}
