import type { Knex } from 'knex';
import type { PlatformID } from '../../kit/viewer.ts';
import { PLATFORMS } from '../../openim/rest/tokens/policy.ts';
import { newID } from '../ids.ts';
import { give, type OrderParts } from './orders.ts';

/** A row of `identity.forced_logouts`: an admin has signed somebody out. */
export interface ForcedLogoutRow {
  readonly id: string;
  readonly user_id: string;
  /** Null: on all. */
  readonly platform: PlatformID | null;
  readonly reason: string;
  readonly ordered_by: string;
  readonly created_at: Date;
}

export type NewForcedLogout = Pick<ForcedLogoutRow, 'user_id' | 'platform' | 'reason' | 'ordered_by'>;

/** Ends the sessions of that platform, or of all, and gives the order to close OpenIM there. */
export async function forceOut(
  order: NewForcedLogout,
  parts: OrderParts,
  on: Knex.Transaction,
): Promise<ForcedLogoutRow> {
  const row = { ...order, id: newID(), created_at: new Date() };
  await on.table('identity.forced_logouts').insert(row);
  const platforms = row.platform === null ? PLATFORMS : [row.platform];
  await give({ id: row.id, userID: row.user_id, platforms }, parts, on);
  return row;
}

export async function forcedLogoutByID(db: Knex, id: string): Promise<ForcedLogoutRow | null> {
  const [row] = await db.table('identity.forced_logouts').where({ id }).select<ForcedLogoutRow[]>();
  return row ?? null;
}
