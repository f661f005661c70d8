import type { Knex } from 'knex';
import { Fault } from '../../kit/fault.ts';

/** A row of `identity.bans`. */
export interface BanRow {
  readonly id: string;
  readonly user_id: string;
  readonly reason: string;
  readonly evidence: unknown;
  /** Null: for good. */
  readonly until: Date | null;
  readonly banned_by: string | null;
  readonly created_at: Date;
  readonly lifted_at: Date | null;
  readonly lifted_by: string | null;
}

/** Bans that stand now: one whose time is up stands no more, whether or not that was written down. */
export const standing = (query: Knex.QueryBuilder): void =>
  void query.whereNull('lifted_at').where((time) => time.whereNull('until').orWhere('until', '>', new Date()));

export const isStanding = ({ lifted_at, until }: Pick<BanRow, 'lifted_at' | 'until'>): boolean =>
  lifted_at === null && (until === null || until.getTime() > Date.now());

/** The ban of a user that stands now. */
export async function banOf(db: Knex, userID: string): Promise<BanRow | null> {
  const [ban] = await db.table('identity.bans').where({ user_id: userID }).modify(standing).select<BanRow[]>();
  return ban ?? null;
}

/** USER_BANNED, with what the person is told of it. */
export function refusalOf({ reason, until }: Pick<BanRow, 'reason' | 'until'>): Fault {
  const end = until?.toISOString();
  const period = end === undefined ? 'for good' : `until ${end}`;
  return new Fault('USER_BANNED', { why: reason, period, ...(end === undefined ? {} : { until: end }) });
}
