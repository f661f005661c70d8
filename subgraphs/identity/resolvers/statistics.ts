import { daysOf, type Span, spanNamed } from '../../kit/days.ts';
import type { StatisticsResolvers } from '../__generated__/resolvers.ts';
import type { IdentityContext } from '../context.ts';
import type { Figure } from '../figures/count.ts';

const byDay =
  (figure: Figure) =>
  async (span: Span, _: unknown, { figuresOf }: IdentityContext) =>
    daysOf((await figuresOf.load(`${span.start} ${span.end}`)).get(figure) ?? {}, span);

/** What identity counts of a period that openim has checked. */
export const Statistics: StatisticsResolvers = {
  __resolveReference: (reference) => spanNamed(reference),
  signIns: byDay('SIGN_IN'),
  dailyActiveUsers: byDay('ACTIVE_USER'),
  newAccounts: byDay('NEW_ACCOUNT'),
};
