import type { Knex } from 'knex';
import { badInput } from '../../../kit/fault.ts';

const MOST_AT_ONCE = 1_000;

/** A row of `media.sticker_entitlements`. */
export interface EntitlementRow {
  readonly name: string;
  readonly user_id: string;
  readonly granted_at: Date;
}

export function readUserIDs(ids: readonly string[], field: string): readonly string[] {
  const fits = ids.length > 0 && ids.length <= MOST_AT_ONCE && ids.every((id) => /^[\x21-\x7e]{1,64}$/.test(id));
  if (!fits) throw badInput(field, `1 to ${MOST_AT_ONCE} userIDs are expected`);
  return [...new Set(ids)];
}

/** Granted again, it is as it was. */
export const grant = (name: string, userIDs: readonly string[], on: Knex.Transaction): Promise<unknown> =>
  on
    .table('media.sticker_entitlements')
    .insert(userIDs.map((user_id) => ({ name, user_id, granted_at: new Date() })))
    .onConflict(['name', 'user_id'])
    .ignore();

export const revoke = (name: string, userIDs: readonly string[], on: Knex.Transaction): Promise<number> =>
  on.table('media.sticker_entitlements').where({ name }).whereIn('user_id', userIDs).delete();

/** By userID. */
export const holdersOf = (
  name: string,
  { after, most }: { readonly after: string | null; readonly most: number },
  on: Knex,
): Promise<readonly EntitlementRow[]> =>
  on
    .table('media.sticker_entitlements')
    .where({ name })
    .modify((query) => {
      if (after !== null) query.where('user_id', '>', after);
    })
    .orderBy('user_id')
    .limit(most)
    .select<EntitlementRow[]>();
