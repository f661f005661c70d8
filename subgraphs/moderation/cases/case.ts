import type { Knex } from 'knex';
import { Fault } from '../../kit/fault.ts';
import type { SubjectKind } from '../../kit/flags.ts';
import { isID } from '../words.ts';

/** A row of `moderation.cases`. */
export interface CaseRow {
  readonly id: string;
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
  /** Who answers for it. */
  readonly accused_id: string | null;
  readonly group_id: string | null;
  /** Whether it waits to be decided. That somebody is at it is told by the claim. */
  readonly state: 'OPEN' | 'RESOLVED' | 'APPEALED';
  readonly version: number;
  readonly round: number;
  readonly reach: number;
  readonly report_count: number;
  readonly graphic: boolean;
  readonly rank: number;
  readonly claimed_by: string | null;
  readonly claimed_until: Date | null;
  /** When this round began. */
  readonly opened_at: Date;
  readonly created_at: Date;
  readonly resolved_at: Date | null;
}

/** Who is at it; null for nobody: a claim ends by itself. */
export const claimOf = (
  { claimed_by, claimed_until }: Pick<CaseRow, 'claimed_by' | 'claimed_until'>,
  now = Date.now(),
): string | null => (claimed_until !== null && claimed_until.getTime() > now ? claimed_by : null);

export const cases = (db: Knex) => db.table('moderation.cases');

/** The row, which nobody else changes until the transaction ends. */
export async function heldCase(id: string, on: Knex.Transaction): Promise<CaseRow> {
  const row = !isID(id) ? undefined : await cases(on).where({ id }).forUpdate().first<CaseRow | undefined>();
  if (row === undefined) throw new Fault('NOT_FOUND', { what: 'The case' });
  return row;
}

/** Told of every change of a case, in the transaction that makes it. */
export type CaseChanged = (on: Knex.Transaction, row: CaseRow, change: Partial<CaseRow>) => Promise<void>;

/** The one way in which a case is changed: its version rises, and whoever watches is told. */
export async function changeCase(
  id: string,
  change: Partial<Omit<CaseRow, 'id' | 'version'>>,
  { on, changed }: { on: Knex.Transaction; changed: CaseChanged },
): Promise<CaseRow> {
  const [row] = await cases(on)
    .where({ id })
    .update({ ...change, version: on.raw('version + 1') })
    .returning<CaseRow[]>('*');
  if (row === undefined) throw new Fault('NOT_FOUND', { what: 'The case' });
  await changed(on, row, change);
  return row;
}
