import { omitEmpty } from '../http/go-values.ts';

export interface Span {
  start: number;
  end: number;
}

export const isWithin = (time: number, { start, end }: Span): boolean => time >= start && time < end;

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** How many fell on each day (UTC); no day at all leaves the key out. */
export const countByDay = <K extends string>(
  key: K,
  times: readonly number[],
): Partial<Record<K, Record<string, number>>> =>
  omitEmpty(
    key,
    [...Map.groupBy(times, dayOf)].map(([day, same]) => [day, same.length] as const),
  );
