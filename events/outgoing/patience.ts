const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Ms before each further try, as Standard Webhooks proposes: three days and some hours, all in all. */
const PAUSES = [5_000, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];

/** Ms by which tries of the same moment are spread. */
const SPREAD = 0.1;

/** Ms to wait after so many tries, at least what the receiver asks for; null: it was the last. */
export function pauseAfter(attempts: number, asked: number | null): number | null {
  const pause = PAUSES[attempts - 1];
  if (pause === undefined) return null;
  return Math.max(Math.min(asked ?? 0, 24 * HOUR), pause * (1 + SPREAD * Math.random()));
}

/** `Retry-After` (RFC 9110 §10.2.3) in ms; null where there is none that can be read. */
export function retryAfter(header: string | readonly string[] | undefined, now = Date.now()): number | null {
  if (typeof header !== 'string') return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}
