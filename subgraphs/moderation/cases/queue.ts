import type { Knex } from 'knex';
import { type CaseRow, cases } from './case.ts';

export type CaseState = 'OPEN' | 'IN_REVIEW' | 'RESOLVED' | 'APPEALED';

export interface QueueFilter {
  /** Null: all that wait for a decision. */
  readonly state: CaseState | null;
  /** Only those that this admin has claimed. */
  readonly claimedBy: string | null;
}

/** A place in the queue: what stands there may have moved since, the place has not. */
export interface QueuePlace {
  readonly rank: number;
  readonly id: string;
}

const ORDER = [
  { column: 'rank', order: 'desc' },
  { column: 'id', order: 'asc' },
];

/** Most urgent first. */
export function readQueue(
  db: Knex,
  filter: QueueFilter,
  { limit, after }: { limit: number; after: QueuePlace | null },
): Promise<CaseRow[]> {
  const query = cases(db).modify(matching, filter).orderBy(ORDER).limit(limit).select<CaseRow[]>();
  if (after === null) return query;
  // The first condition is one that the index can begin at.
  return query
    .where('rank', '<=', after.rank)
    .where((rest) => rest.where('rank', '<', after.rank).orWhere('id', '>', after.id));
}

export async function countQueue(db: Knex, filter: QueueFilter): Promise<number> {
  const [row] = await cases(db).modify(matching, filter).count<{ count: string }[]>({ count: '*' });
  return Number(row?.count ?? 0);
}

function matching(query: Knex.QueryBuilder, { state, claimedBy }: QueueFilter): void {
  if (state === null) query.whereNot({ state: 'RESOLVED' });
  else query.where({ state: state === 'IN_REVIEW' ? 'OPEN' : state });
  // What is open and one's own is what one is at.
  if (state === 'OPEN' && claimedBy === null)
    query.where((free) => free.whereNull('claimed_until').orWhereRaw('claimed_until <= now()'));
  if (state === 'IN_REVIEW') query.whereRaw('claimed_until > now()');
  if (claimedBy !== null) query.where({ claimed_by: claimedBy }).whereRaw('claimed_until > now()');
}

export interface HistoryPage {
  readonly limit: number;
  /** Cases before the one of this id. */
  readonly before: string | null;
}

/** What somebody was accused of. */
export interface History {
  /** Newest first. */
  readonly rows: readonly CaseRow[];
  readonly total: number;
}

/** By person; both are one statement each, however many people. */
export async function historiesOf(
  db: Knex,
  accusedIDs: readonly string[],
  { limit, before }: HistoryPage,
): Promise<ReadonlyMap<string, History>> {
  const [{ rows }, counts] = await Promise.all([
    db.raw<{ rows: CaseRow[] }>(
      `select found.* from unnest(:ids::text[]) as asked (id), lateral
         (select * from moderation.cases where accused_id = asked.id and id < coalesce(:before, '~')
          order by id desc limit :limit) as found`,
      { ids: [...accusedIDs], before, limit },
    ),
    cases(db)
      .whereIn('accused_id', accusedIDs)
      .groupBy('accused_id')
      .select<{ accused_id: string; count: string }[]>('accused_id', db.raw('count(*) as count')),
  ]);
  const found = Map.groupBy(rows, ({ accused_id }) => accused_id ?? '');
  return new Map(
    counts.map(({ accused_id, count }) => [accused_id, { rows: found.get(accused_id) ?? [], total: Number(count) }]),
  );
}
