/** Go writes nil lists as null, and the protocol's empty lists are nil. */
export const orNull = <T>(rows: readonly T[]): readonly T[] | null => (rows.length === 0 ? null : rows);

/** Empty maps are left out of an answer altogether. */
export const omitEmpty = <K extends string, V>(
  key: K,
  entries: Iterable<readonly [string, V]>,
): Partial<Record<K, Record<string, V>>> => {
  const map = Object.fromEntries(entries) as Record<string, V>;
  return Object.keys(map).length === 0 ? {} : ({ [key]: map } as Record<K, Record<string, V>>);
};

/** 64-bit hashes are JSON numbers, however large. */
export const bigNumber = (value: bigint): unknown =>
  (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(value.toString());

/** The zero time of Go in milliseconds. */
export const ZERO_TIME = -62135596800000;
