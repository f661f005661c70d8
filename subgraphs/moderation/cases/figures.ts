import type { Knex } from 'knex';
import { type Counted, dayOf, type Span } from '../../kit/days.ts';

/** Reports by the day on which they were made. */
export async function reportsByDay(db: Knex, { start, end }: Span): Promise<Counted> {
  const { rows } = await db.raw<{ rows: { day: string; count: number }[] }>(
    `select to_char(created_at at time zone 'UTC', 'YYYY-MM-DD') as day, count(*)::integer as count
     from moderation.reports where created_at >= :from::date::timestamp at time zone 'UTC'
       and created_at < (:to::date + 1)::timestamp at time zone 'UTC' group by 1`,
    { from: dayOf(start), to: dayOf(end - 1) },
  );
  return Object.fromEntries(rows.map(({ day, count }) => [day, count]));
}

export interface Waiting {
  readonly count: number;
  readonly oldest: Date | null;
  readonly median: Date | null;
}

/** Reports on which nobody has decided. */
export async function waitingReports(db: Knex): Promise<Waiting> {
  const { rows } = await db.raw<{ rows: Waiting[] }>(
    `select count(*)::integer as count, min(created_at) as oldest,
       percentile_disc(0.5) within group (order by created_at) as median
     from moderation.reports where outcome = 'PENDING'`,
  );
  return rows[0] ?? { count: 0, oldest: null, median: null };
}
