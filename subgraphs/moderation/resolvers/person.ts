import { Fault } from '../../kit/fault.ts';
import { type Connection, connection, cursorOf, type PageArguments, positionOf, rowsAsked } from '../../kit/page.ts';
import type { UserResolvers } from '../__generated__/resolvers.ts';
import type { HistoryPage } from '../cases/queue.ts';
import type { ReportSide } from '../cases/report-lists.ts';
import { isID } from '../words.ts';

/** What there is of somebody in one of their lists, newest first. */
interface Listed<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

async function pageOf<Row extends { readonly id: string }>(
  list: string,
  { first, after }: PageArguments,
  load: (page: HistoryPage) => Promise<Listed<Row> | null>,
): Promise<Connection<Row>> {
  const limit = rowsAsked(first);
  const before = after == null ? null : positionOf(list, after);
  if (before !== null && !isID(before)) throw new Fault('CURSOR_INVALID', { field: 'after' });
  const { rows, total } = (await load({ limit: limit + 1, before })) ?? { rows: [], total: 0 };
  const page = rows.slice(0, limit).map((node) => ({ cursor: cursorOf(list, node.id), node }));
  return connection(page, { next: rows.length > limit, previous: before !== null, total });
}

const reports =
  (side: ReportSide): NonNullable<UserResolvers['reports']> =>
  ({ id }, page, { reportsOf }) =>
    pageOf(`reports ${side}`, page, (at) => reportsOf(side, at).load(id));

/** What the house knows of somebody. */
export const User: UserResolvers = {
  strikes: async ({ id }, _, { strikesByUser }) => (await strikesByUser.load(id)) ?? [],
  cases: ({ id }, page, { casesOf }) => pageOf('cases-of', page, (at) => casesOf(at).load(id)),
  reports: reports('ABOUT'),
  reportsMade: reports('BY'),
};
