import type { ReportResolvers } from '../__generated__/resolvers.ts';
import { subjectOf } from './case.ts';

export const Report: ReportResolvers = {
  subject: subjectOf,
  createdAt: ({ created_at }) => created_at,
  reporter: ({ reporter_id: id }) => ({ __typename: 'User', id }),
  case: ({ case_id }, _, { caseByID }) => caseByID.load(case_id),
};
