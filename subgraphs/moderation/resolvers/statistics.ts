import { daysOf, spanNamed } from '../../kit/days.ts';
import type { StatisticsResolvers, WaitingReportsResolvers } from '../__generated__/resolvers.ts';
import { reportsByDay, waitingReports } from '../cases/figures.ts';

/** What moderation counts of a period that openim has checked. */
export const Statistics: StatisticsResolvers = {
  __resolveReference: (reference) => spanNamed(reference),
  reports: async (span, _, { db }) => daysOf(await reportsByDay(db, span), span),
  waitingReports: (_, __, { db }) => waitingReports(db),
};

export const WaitingReports: WaitingReportsResolvers = {
  oldestAt: ({ oldest }) => oldest,
  medianAt: ({ median }) => median,
};
