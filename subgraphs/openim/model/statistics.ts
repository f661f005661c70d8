import { type DayCount, daysOf, type Span } from '../../kit/days.ts';
import type { WireGrowth } from '../rest/wire.ts';

/** `Growth` of the schema. */
export interface Growth {
  readonly total: number;
  readonly before: number;
  readonly added: number;
  readonly days: readonly DayCount[];
}

export function growthOf({ total, before, days }: WireGrowth, span: Span): Growth {
  const all = daysOf(days, span);
  return { total, before, added: all.reduce((sum, { count }) => sum + count, 0), days: all };
}
