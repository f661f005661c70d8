import type { Knex } from 'knex';

/** A row of `moderation.appeals`: one a round of a case. */
export interface AppealRow {
  readonly id: string;
  readonly case_id: string;
  readonly round: number;
  readonly user_id: string;
  readonly text: string;
  readonly created_at: Date;
  /** Null: nobody has decided it. */
  readonly granted: boolean | null;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  /** What the person is told. */
  readonly answer: string | null;
}

export const appeals = (db: Knex) => db.table('moderation.appeals');

/** By case, the newest of each. */
export async function appealsOf(db: Knex, caseIDs: readonly string[]): Promise<ReadonlyMap<string, AppealRow>> {
  const rows = await appeals(db).whereIn('case_id', caseIDs).orderBy('round').select<AppealRow[]>();
  return new Map(rows.map((row) => [row.case_id, row]));
}
