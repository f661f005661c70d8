import type { Knex } from 'knex';
import { v7 as sortableID } from 'uuid';
import type { FlagReason, SubjectKind } from '../../kit/flags.ts';
import type { Evidence } from '../../kit/witness.ts';
import type { CaseChanged } from './case.ts';
import { keepEvidence } from './evidence.ts';
import { anotherRound, caseOf, roundOf, type Subject, weigh } from './open.ts';
import { trustOf, weightOf } from './priority.ts';

export interface NewReport {
  readonly reporterID: string;
  readonly subject: Subject;
  readonly reason: FlagReason;
  readonly comment: string | null;
  /** The reporter's, BCP 47: they are told in it what became of it. */
  readonly language: string;
  readonly seen: Evidence;
}

/** A row of `moderation.reports`. */
export interface ReportRow {
  readonly id: string;
  readonly case_id: string;
  readonly round: number;
  readonly reporter_id: string;
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
  readonly reason: FlagReason;
  readonly comment: string | null;
  readonly outcome: 'PENDING' | 'ACTED' | 'NOT_ACTED';
  readonly language: string;
  readonly created_at: Date;
}

/**
 * Keeps a report, and what was seen, with the subject's case. While nobody has decided, the same person reporting the
 * same thing again changes reason and comment. What was decided is taken up again by a new report; but of a message,
 * which does not change, each person has one say.
 */
export const keepReport = (db: Knex, report: NewReport, changed: CaseChanged): Promise<ReportRow> =>
  db.transaction(async (on) => {
    const row = await caseOf(report.subject, report.seen, on);
    const resolved = row.state === 'RESOLVED';
    const past = await pastOf(report.reporterID, row.id, on);
    if (resolved && row.subject_kind === 'MESSAGE' && past.here !== null) return past.here;
    const change = resolved ? anotherRound(row) : {};
    const round = roundOf(row, change);
    const trust = trustOf(past);
    const kept = await insertReport({ ...report, caseID: row.id, round, trust }, on);
    await keepEvidence({ ...row, round }, report.seen, on);
    await weigh(row, change, { on, changed });
    return kept;
  });

interface Past {
  readonly acted: number;
  readonly notActed: number;
  /** Their newest report in this case. */
  readonly here: ReportRow | null;
}

/** What became of somebody's reports until now. */
async function pastOf(reporterID: string, caseID: string, on: Knex): Promise<Past> {
  const { rows } = await on.raw<{ rows: { acted: string; not_acted: string; here: string | null }[] }>(
    `select count(*) filter (where outcome = 'ACTED') as acted, count(*) filter (where outcome = 'NOT_ACTED') as not_acted,
       max(id) filter (where case_id = ?) as here
     from moderation.reports where reporter_id = ?`,
    [caseID, reporterID],
  );
  const { acted = '0', not_acted = '0', here = null } = rows[0] ?? {};
  const [found] = here === null ? [] : await on.table('moderation.reports').where({ id: here }).select<ReportRow[]>();
  return { acted: Number(acted), notActed: Number(not_acted), here: found ?? null };
}

async function insertReport(
  { reporterID, subject, reason, comment, language, caseID, round, trust }: Placed,
  on: Knex,
): Promise<ReportRow> {
  const said = { reason, comment, language, trust, weight: weightOf(reason, trust) };
  const about = { subject_kind: subject.kind, subject_id: subject.id, case_id: caseID, round };
  const [row] = await on
    .table('moderation.reports')
    .insert({ id: sortableID(), reporter_id: reporterID, ...about, ...said })
    .onConflict(['case_id', 'reporter_id', 'round'])
    .merge({ ...said, updated_at: on.fn.now() })
    .returning<ReportRow[]>('*');
  return row as ReportRow;
}

interface Placed extends NewReport {
  readonly caseID: string;
  readonly round: number;
  readonly trust: number;
}

/** Somebody's own, newest first. */
export function reportsBy(
  db: Knex,
  reporterID: string,
  { limit, before }: { limit: number; before: string | null },
): Promise<ReportRow[]> {
  const query = db.table('moderation.reports').where({ reporter_id: reporterID });
  if (before !== null) query.where('id', '<', before);
  return query.orderBy('id', 'desc').limit(limit).select<ReportRow[]>();
}

/** The newest of each case, newest first, so many at most. */
export async function reportsOf(
  db: Knex,
  ids: readonly string[],
  most: number,
): Promise<ReadonlyMap<string, readonly ReportRow[]>> {
  const { rows } = await db.raw<{ rows: ReportRow[] }>(
    `select report.* from unnest(?::text[]) as asked (id), lateral
       (select * from moderation.reports where case_id = asked.id order by id desc limit ?) as report`,
    [[...ids], most],
  );
  return Map.groupBy(rows, ({ case_id }) => case_id);
}
