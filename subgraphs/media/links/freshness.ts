const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Ms that a preview is good for, where its page does not say; and what is made of what it says. */
const USUAL_MS = 3 * DAY_MS;
const LEAST_MS = HOUR_MS;
const MOST_MS = 14 * DAY_MS;
const FIRST_PAUSE_MS = 5 * 60_000;
const LONGEST_PAUSE_MS = DAY_MS;

type Header = string | readonly string[] | undefined;

const textOf = (header: Header): string => (typeof header === 'string' ? header : (header?.join(',') ?? ''));

/** By `Cache-Control` (RFC 9111), within our own bounds: what a page must not be kept for, it is kept for an hour. */
export function freshFor(cacheControl: Header): number {
  const text = textOf(cacheControl).toLowerCase();
  if (/(?:^|[\s,])(?:no-store|no-cache|private)\b/.test(text)) return LEAST_MS;
  const seconds = /(?:^|[\s,])(?:s-maxage|max-age)\s*=\s*"?(\d{1,12})/.exec(text)?.[1];
  return seconds === undefined ? USUAL_MS : Math.min(MOST_MS, Math.max(LEAST_MS, Number(seconds) * 1_000));
}

/** Ms until a link that could not be read is tried again, after so many failures in a row. */
export const pauseAfter = (failures: number): number =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 4 ** Math.max(0, failures - 1));

/** Ms that a server asks to wait (RFC 9110, 10.2.3); null where it does not say. */
export function retryAfter(header: Header, now = Date.now()): number | null {
  const text = textOf(header).trim();
  if (text === '') return null;
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now;
  return Number.isFinite(ms) ? Math.min(LONGEST_PAUSE_MS, Math.max(0, ms)) : null;
}
