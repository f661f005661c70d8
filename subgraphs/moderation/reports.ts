import type { Knex } from 'knex';
import { v7 as sortableID } from 'uuid';

export type SubjectKind = 'MESSAGE' | 'USER' | 'GROUP';

export interface NewReport {
  readonly reporterID: string;
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly reason: string;
  readonly comment: string | null;
  readonly evidence: unknown;
}

export interface ReportRow {
  readonly id: string;
  readonly reporter_id: string;
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
  readonly reason: string;
  readonly comment: string | null;
  readonly outcome: string;
  readonly created_at: Date;
}

/**
 * Keeps a report. The same person reporting the same thing again changes reason and comment; the evidence stays
 * the first, because the thing may have been changed since.
 */
export async function keepReport(db: Knex, report: NewReport): Promise<ReportRow> {
  const [row] = await db
    .withSchema('moderation')
    .table('reports')
    .insert({
      id: sortableID(),
      reporter_id: report.reporterID,
      subject_kind: report.subject.kind,
      subject_id: report.subject.id,
      reason: report.reason,
      comment: report.comment,
      evidence: JSON.stringify(report.evidence),
    })
    .onConflict(['reporter_id', 'subject_kind', 'subject_id'])
    .merge({ reason: report.reason, comment: report.comment, updated_at: db.fn.now() })
    .returning<ReportRow[]>('*');
  return row as ReportRow;
}
