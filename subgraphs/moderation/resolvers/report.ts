import type { ReportResolvers } from '../__generated__/resolvers.ts';

const TYPES = { MESSAGE: 'Message', USER: 'User', GROUP: 'Group' } as const;

export const Report: ReportResolvers = {
  subject: ({ subject_kind: kind, subject_id: id }) => ({ __typename: TYPES[kind], id }),
  createdAt: ({ created_at: createdAt }) => createdAt,
  reporter: ({ reporter_id: id }) => ({ __typename: 'User', id }),
};
