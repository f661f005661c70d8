import { Fault } from '../../kit/fault.ts';
import { connection, cursorOf, positionOf, rowsAsked } from '../../kit/page.ts';
import { reasonOf } from '../../kit/reason.ts';
import type { MutationResolvers, QueryResolvers } from '../__generated__/resolvers.ts';
import { loadOf } from '../cases/load.ts';
import { countQueue, type QueuePlace, readQueue } from '../cases/queue.ts';
import { reopen } from '../cases/reopen.ts';
import { adminOf, audited } from '../context.ts';
import { isID } from '../words.ts';

const QUEUE = 'cases';
const PLACE = /^(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?) ([0-9a-f-]{36})$/;

export const queries = {
  moderationQueue: async (_, { state, mine, first, after }, context) => {
    const { db } = context;
    const rows = rowsAsked(first);
    const place = after == null ? null : placeIn(after);
    const filter = { state: state ?? null, claimedBy: mine ? adminOf(context) : null };
    const [found, total] = await Promise.all([
      readQueue(db, filter, { limit: rows + 1, after: place }),
      countQueue(db, filter),
    ]);
    const page = found.slice(0, rows).map((node) => ({ cursor: cursorOf(QUEUE, `${node.rank} ${node.id}`), node }));
    return connection(page, { next: found.length > rows, previous: place !== null, total });
  },
  moderationCase: (_, { id }, { caseByID }) => (isID(id) ? caseByID.load(id) : null),
  moderationLoad: (_, __, context) => loadOf(context.db, adminOf(context)),
} satisfies QueryResolvers;

function placeIn(cursor: string): QueuePlace {
  const [, rank, id] = PLACE.exec(positionOf(QUEUE, cursor)) ?? [];
  if (rank === undefined || id === undefined) throw new Fault('CURSOR_INVALID', { field: 'after' });
  return { rank: Number(rank), id };
}

export const claiming = {
  claimCase: (_, { id }, context) => context.claims.claim(id, adminOf(context)),
  claimNextCase: (_, __, context) => context.claims.claimNext(adminOf(context)),
  releaseCase: (_, { id }, context) => context.claims.release(id, adminOf(context)),
  reopenCase: async (_, { id, reason }, context) => {
    const by = adminOf(context);
    const { row } = await audited(context, reasonOf(reason), async (on) => ({
      row: await reopen(id, by, { on, changed: context.changed }),
      entry: { action: 'case.reopen', target: `case:${id}` },
    }));
    return row;
  },
} satisfies MutationResolvers;
