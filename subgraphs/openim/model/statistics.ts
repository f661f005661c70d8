import type { WireDays, WireGrowth } from '../rest/wire.ts';

const DAY_MS = 86_400_000;

export interface DayCount {
  /** When the day begins, UTC. */
  readonly day: Date;
  readonly count: number;
}

/** `Growth` of the schema. */
export interface Growth {
  readonly total: number;
  readonly before: number;
  readonly added: number;
  readonly days: readonly DayCount[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Each day that the span touches: OpenIM leaves out those on which nothing happened. */
export function daysOf(counted: WireDays, { start, end }: Span): DayCount[] {
  const first = Math.floor(start / DAY_MS);
  const last = Math.floor((end - 1) / DAY_MS);
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const day = new Date((first + at) * DAY_MS);
    return { day, count: counted[day.toISOString().slice(0, 10)] ?? 0 };
  });
}

export function growthOf({ total, before, days }: WireGrowth, span: Span): Growth {
  const all = daysOf(days, span);
  return { total, before, added: all.reduce((sum, { count }) => sum + count, 0), days: all };
}
