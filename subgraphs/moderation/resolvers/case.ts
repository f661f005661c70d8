import type { SubjectKind } from '../../kit/flags.ts';
import { rowsAsked } from '../../kit/page.ts';
import type { CaseFlagResolvers, CaseState, ModerationCaseResolvers } from '../__generated__/resolvers.ts';
import { type CaseRow, claimOf } from '../cases/case.ts';
import { priorityOf } from '../cases/priority.ts';
import { shown } from './evidence.ts';
import { referenceTo } from './reference.ts';

const TYPES = { MESSAGE: 'Message', USER: 'User', GROUP: 'Group' } as const;

interface About {
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
}

export const subjectOf = ({ subject_kind: kind, subject_id: id }: About) => ({ __typename: TYPES[kind], id });

const stateOf = (row: CaseRow): CaseState => (row.state === 'OPEN' && claimOf(row) !== null ? 'IN_REVIEW' : row.state);

export const ModerationCase: ModerationCaseResolvers = {
  state: stateOf,
  priority: ({ rank }) => priorityOf(rank, Date.now()),
  subject: subjectOf,
  accused: ({ accused_id }) => referenceTo(accused_id),
  evidence: async (row, _, { evidenceByCase }) => shown(row, await evidenceByCase.load(row.id))[0] ?? null,
  laterEvidence: async (row, _, { evidenceByCase }) => shown(row, await evidenceByCase.load(row.id)).slice(1),
  reportCount: ({ report_count }) => report_count,
  reports: async ({ id }, { first }, { reportsByCase }) => (await reportsByCase(rowsAsked(first)).load(id)) ?? [],
  flags: async ({ id }, _, { flagsByCase }) => (await flagsByCase.load(id)) ?? [],
  actions: async ({ id }, _, { actionsByCase }) => (await actionsByCase.load(id)) ?? [],
  appeal: ({ id }, _, { appealByCase }) => appealByCase.load(id),
  assignee: (row) => referenceTo(claimOf(row)),
  claimedUntil: (row) => (claimOf(row) === null ? null : row.claimed_until),
  createdAt: ({ created_at }) => created_at,
  resolvedAt: ({ resolved_at }) => resolved_at,
};

export const CaseFlag: CaseFlagResolvers = {
  id: ({ key }) => key,
  createdAt: ({ created_at }) => created_at,
};
