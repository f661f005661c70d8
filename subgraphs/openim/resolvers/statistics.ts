import { type DayCount, dayOf, daysOf, type Span, spanOf } from '../../kit/days.ts';
import type { DayFigures } from '../../kit/figures.ts';
import type { Connection, PageArguments } from '../../kit/page.ts';
import type { ActivityOrder } from '../__generated__/resolvers.ts';
import type { OpenIMContext } from '../context.ts';
import { pageOf } from '../lists.ts';
import { type Growth, growthOf } from '../model/statistics.ts';
import type { WireActiveGroup, WireActiveUser, WireActivity } from '../rest/wire.ts';
import { group } from './groups.ts';
import type { UserSource } from './people.ts';

export const statistics = (_: unknown, { from, to }: { from: Date; to: Date }): Span => spanOf(from, to);

interface Ranked extends PageArguments {
  readonly order?: ActivityOrder | null;
}

type Active<Row> = Connection<Row> & { readonly messageCount: number; readonly days: readonly DayCount[] };

/** A page of a ranking, and what its answer tells of all of it. */
async function rankingOf<Row>(
  { list, span, order, ...page }: Ranked & { list: string; span: Span },
  ask: (ranking: Span & { ascending: boolean; rows: number }) => Promise<WireActivity<Row>>,
): Promise<Active<Row>> {
  const ascending = order === 'LEAST_ACTIVE';
  const whole = { messageCount: 0, days: [] as readonly DayCount[] };
  const rows = await pageOf({
    ...page,
    list: `${list} ${span.start} ${span.end} ${ascending}`,
    load: async ({ number, rows: size }) => {
      const answer = await ask({ ...span, ascending, rows: number * size });
      whole.messageCount = answer.messageCount;
      whole.days = daysOf(answer.days, span);
      return { rows: answer.rows.slice((number - 1) * size), total: answer.total };
    },
  });
  return { ...rows, ...whole };
}

export const Statistics = {
  from: ({ start }: Span) => new Date(start),
  to: ({ end }: Span) => new Date(end),
  userRegistrations: async (span: Span, _: unknown, { openim, call }: OpenIMContext): Promise<Growth> =>
    growthOf(await openim.statistics.registrations(span, call), span),
  groupCreations: async (span: Span, _: unknown, { openim, call }: OpenIMContext): Promise<Growth> =>
    growthOf(await openim.statistics.groupsMade(span, call), span),
  messageDays,
  activeUsers: (
    span: Span,
    { inGroups, ...ranked }: Ranked & { inGroups?: boolean | null },
    { openim, call }: OpenIMContext,
  ): Promise<Active<WireActiveUser>> =>
    rankingOf({ ...ranked, span, list: `activeUsers ${inGroups}` }, (ranking) =>
      openim.statistics.activeUsers({ ...ranking, inGroups: inGroups ?? true }, call),
    ),
  activeGroups: (span: Span, ranked: Ranked, { openim, call }: OpenIMContext): Promise<Active<WireActiveGroup>> =>
    rankingOf({ ...ranked, span, list: 'activeGroups' }, (ranking) => openim.statistics.activeGroups(ranking, call)),
};

const NO_MESSAGES = { text: 0, media: 0, other: 0 };
const NOTHING: DayFigures = {
  ...{ direct: NO_MESSAGES, group: NO_MESSAGES, notices: 0, writers: 0, revoked: 0, newGroups: 0 },
};

type MessageDay = DayFigures & { readonly day: Date };

/** Each day that the span touches. */
async function messageDays(span: Span, _: unknown, { figures }: OpenIMContext): Promise<readonly MessageDay[]> {
  const found = await figures.between(dayOf(span.start), dayOf(span.end - 1));
  return daysOf({}, span).map(({ day }) => ({ day, ...(found.get(dayOf(day.getTime())) ?? NOTHING) }));
}

export const ActiveUser = {
  user: ({ user }: WireActiveUser): UserSource => ({ id: user.userID, row: user }),
  messageCount: ({ count }: WireActiveUser) => count,
};

export const ActiveGroup = {
  // The row that came along says nothing of owner and members.
  group: (active: WireActiveGroup, _: unknown, context: OpenIMContext) => group(active.group.groupID, context),
  messageCount: ({ count }: WireActiveGroup) => count,
};
