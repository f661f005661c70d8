import type { ReportRow, SubjectKind } from '../reports.ts';

const TYPES: Readonly<Record<SubjectKind, string>> = { MESSAGE: 'Message', USER: 'User', GROUP: 'Group' };

export const Report = {
  subject: (report: ReportRow) => ({ __typename: TYPES[report.subject_kind], id: report.subject_id }),
  createdAt: (report: ReportRow) => report.created_at,
  reporter: (report: ReportRow) => ({ __typename: 'User', id: report.reporter_id }),
};
