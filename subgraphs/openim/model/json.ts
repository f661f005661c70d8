/** Readers of what other people's clients wrote: any JSON, or none at all. Each has an answer for everything. */
export type Fields = Readonly<Record<string, unknown>>;

const NOTHING: Fields = {};

export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : NOTHING;

/** The object that a JSON text holds; null for anything else. */
export function parseFields(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
  } catch {
    return null;
  }
}

export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** Null where there is nothing to show. */
export const wordsOf = (value: unknown): string | null => textOf(value).trim() || null;

export function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** For an Int of GraphQL. */
export function intOf(value: unknown): number | null {
  const number = numberOf(value);
  return number !== null && Math.abs(number) < 2 ** 31 ? Math.trunc(number) : null;
}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const GO_ZERO_TIME = -62_135_596_800_000;
/** The end of the year 9999: RFC 3339 has no later one. */
const LAST_TIME = 253_402_300_799_999;

/** From ms since the epoch; null for nothing, Go's zero time, and what RFC 3339 cannot write. */
export function timeOf(value: unknown): Date | null {
  const ms = numberOf(value);
  return ms === null || ms === 0 || ms <= GO_ZERO_TIME || ms > LAST_TIME ? null : new Date(ms);
}

/** The nearest possible time, where there has to be one. */
export const timeAtLeast = (value: unknown): Date => timeOf(value) ?? new Date(0);

/** Deeper than anything that OpenIM writes, and far from where walking through it would end the process. */
const DEEPEST = 32;

/** JSON of bounded depth; null for what is nested deeper, which is somebody's attack on who reads it. */
export function shallow<T>(value: T): T | null {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return null;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return value;
}

/** An absolute web address; null for any other text. */
export const addressOf = (value: unknown): string | null =>
  typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value) ? value : null;
