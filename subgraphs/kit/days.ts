import { badInput } from './fault.ts';

const DAY_MS = 86_400_000;
const MOST_DAYS = 366;

/** ms; `end` is not in it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** By UTC day, YYYY-MM-DD. */
export type Counted = Readonly<Record<string, number>>;

export interface DayCount {
  /** When the day begins, UTC. */
  readonly day: Date;
  readonly count: number;
}

/** The UTC day of a time in ms, YYYY-MM-DD. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** What a period of statistics has to be. */
export function spanOf(from: Date, to: Date): Span {
  const [start, end] = [from.getTime(), to.getTime()];
  if (start <= 0) throw badInput('from', 'a time after 1970 is expected');
  if (end <= start || end - start > MOST_DAYS * DAY_MS)
    throw badInput('to', `a time after \`from\`, by ${MOST_DAYS} days at most, is expected`);
  return { start, end };
}

/** The same, as another subgraph's reference to `Statistics` names it. */
export const spanNamed = ({ from, to }: { readonly from: unknown; readonly to: unknown }): Span =>
  spanOf(new Date(String(from)), new Date(String(to)));

/** Each day that the span touches, those on which nothing happened as well. */
export function daysOf(counted: Counted, { start, end }: Span): DayCount[] {
  const first = Math.floor(start / DAY_MS);
  const last = Math.floor((end - 1) / DAY_MS);
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const day = new Date((first + at) * DAY_MS);
    return { day, count: counted[dayOf(day.getTime())] ?? 0 };
  });
}
