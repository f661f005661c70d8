import type { Knex } from 'knex';
import type { HistoryPage } from './queue.ts';
import type { ReportRow } from './reports.ts';

/** What somebody's reports are: those that others made of them, or those that they made. */
export type ReportSide = 'ABOUT' | 'BY';

const WHOSE: Readonly<Record<ReportSide, string>> = { ABOUT: 'cases.accused_id', BY: 'reports.reporter_id' };

export interface ReportList {
  /** Newest first. */
  readonly rows: readonly ReportRow[];
  readonly total: number;
}

/** By person: two statements, however many people. */
export async function reportListsOf(
  db: Knex,
  userIDs: readonly string[],
  { side, limit, before }: HistoryPage & { readonly side: ReportSide },
): Promise<ReadonlyMap<string, ReportList>> {
  const from = 'from moderation.reports join moderation.cases on cases.id = reports.case_id';
  const [{ rows }, counts] = await Promise.all([
    db.raw<{ rows: (ReportRow & { whose: string })[] }>(
      `select asked.id as whose, found.* from unnest(:ids::text[]) as asked (id), lateral
         (select reports.* ${from} where ${WHOSE[side]} = asked.id and reports.id < coalesce(:before, '~')
          order by reports.id desc limit :limit) as found`,
      { ids: [...userIDs], before, limit },
    ),
    db.raw<{ rows: { whose: string; count: string }[] }>(
      `select ${WHOSE[side]} as whose, count(*) as count ${from} where ${WHOSE[side]} = any(:ids) group by 1`,
      { ids: [...userIDs] },
    ),
  ]);
  const found = Map.groupBy(rows, ({ whose }) => whose);
  return new Map(
    counts.rows.map(({ whose, count }) => [whose, { rows: found.get(whose) ?? [], total: Number(count) }]),
  );
}
