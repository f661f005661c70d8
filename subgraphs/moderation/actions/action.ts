import type { Knex } from 'knex';
import type { ActionKind } from './kinds.ts';

/** A row of `moderation.actions`. */
export interface ActionRow {
  readonly id: string;
  readonly case_id: string;
  readonly round: number;
  readonly kind: ActionKind;
  readonly state: 'PROPOSED' | 'DECLINED' | 'OWED' | 'DONE' | 'FAILED' | 'REVERSED';
  readonly decided_by: string | null;
  readonly note: string | null;
  /** What the person is told. */
  readonly explanation: string | null;
  readonly until: Date | null;
  readonly user_id: string | null;
  readonly group_id: string | null;
  readonly ban_id: string | null;
  readonly opinion_by: string | null;
  readonly opinion_at: Date | null;
  readonly opinion_note: string | null;
  readonly created_at: Date;
  readonly done_at: Date | null;
  /** Why it cannot be done: a reason of the table of faults. */
  readonly problem: string | null;
  readonly tries: number;
  /** Whether a strike comes with it. */
  readonly strike: boolean;
}

export const actions = (db: Knex) => db.table('moderation.actions');

/** By case, oldest first. */
export async function actionsOf(db: Knex, ids: readonly string[]): Promise<ReadonlyMap<string, readonly ActionRow[]>> {
  const rows = await actions(db).whereIn('case_id', ids).orderBy('id').select<ActionRow[]>();
  return Map.groupBy(rows, ({ case_id }) => case_id);
}
