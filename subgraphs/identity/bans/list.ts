import type { Knex } from 'knex';
import { type BanRow, standing } from './ban.ts';

export interface BanFilter {
  readonly userID?: string | null;
  /** Those that stand, or those that do not. */
  readonly standing?: boolean | null;
}

/** By user, the ban that stands. */
export async function bansByUsers(db: Knex, userIDs: readonly string[]): Promise<ReadonlyMap<string, BanRow>> {
  const rows = await db.table('identity.bans').whereIn('user_id', userIDs).modify(standing).select<BanRow[]>();
  return new Map(rows.map((row) => [row.user_id, row]));
}

/** Newest first, after the ban of that id. */
export async function listBans(
  db: Knex,
  filter: BanFilter,
  { limit, after }: { limit: number; after: string | null },
): Promise<readonly BanRow[]> {
  const query = db
    .table('identity.bans')
    .modify(matching, filter)
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit)
    .select<BanRow[]>();
  const place = db.table('identity.bans').where({ id: after }).select('created_at', 'id');
  return after === null ? query : query.whereRaw('(created_at, id) < (?)', [place]);
}

function matching(query: Knex.QueryBuilder, filter: BanFilter): void {
  if (filter.userID != null) query.where({ user_id: filter.userID });
  if (filter.standing === true) query.modify(standing);
  if (filter.standing === false)
    query.where((past) => past.whereNotNull('lifted_at').orWhere('until', '<=', new Date()));
}
