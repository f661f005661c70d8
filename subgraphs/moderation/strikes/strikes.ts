import type { Knex } from 'knex';
import { v7 as sortableID } from 'uuid';

/** A row of `moderation.strikes`. */
export interface StrikeRow {
  readonly id: string;
  readonly user_id: string;
  readonly case_id: string;
  readonly action_id: string;
  readonly reason: string | null;
  readonly created_at: Date;
  readonly expires_at: Date | null;
  readonly removed_at: Date | null;
}

const table = (db: Knex) => db.table('moderation.strikes');

export type NewStrike = Pick<StrikeRow, 'user_id' | 'case_id' | 'action_id' | 'reason' | 'expires_at'>;

/** Answers how many count now, this one with them. */
export async function giveStrike(strike: NewStrike, on: Knex.Transaction): Promise<number> {
  // Two cases decided at once: the second sees the strike of the first.
  await on.raw(`select pg_advisory_xact_lock(hashtext('moderation.strikes'), hashtext(?))`, [strike.user_id]);
  await table(on).insert({ ...strike, id: sortableID() });
  const [row] = await table(on)
    .where({ user_id: strike.user_id })
    .whereNull('removed_at')
    .where((time) => time.whereNull('expires_at').orWhere('expires_at', '>', new Date()))
    .count<{ count: string }[]>({ count: '*' });
  return Number(row?.count ?? 0);
}

/** Those of these actions count no more. */
export async function removeStrikes(actionIDs: readonly string[], on: Knex): Promise<void> {
  await table(on).whereIn('action_id', actionIDs).whereNull('removed_at').update({ removed_at: new Date() });
}

/** By user, newest first. */
export async function strikesOf(db: Knex, ids: readonly string[]): Promise<ReadonlyMap<string, readonly StrikeRow[]>> {
  const rows = await table(db).whereIn('user_id', ids).orderBy('id', 'desc').select<StrikeRow[]>();
  return Map.groupBy(rows, ({ user_id }) => user_id);
}
