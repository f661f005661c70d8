import type { Knex } from 'knex';
import { type Counted, dayOf, type Span } from '../../kit/days.ts';
import type { Figure } from './count.ts';

/** By figure and day. */
export async function readFigures(db: Knex, { start, end }: Span): Promise<ReadonlyMap<Figure, Counted>> {
  const rows = await db
    .table('identity.daily_figures')
    .whereBetween('day', [dayOf(start), dayOf(end - 1)])
    .groupBy('figure', 'day')
    .select<{ figure: Figure; day: string; count: number }[]>(
      'figure',
      db.raw(`to_char(day, 'YYYY-MM-DD') as day`),
      db.raw('sum(count)::integer as count'),
    );
  const figures = Map.groupBy(rows, ({ figure }) => figure);
  return new Map(
    [...figures].map(([figure, days]) => [figure, Object.fromEntries(days.map(({ day, count }) => [day, count]))]),
  );
}
