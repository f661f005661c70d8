import type { Issued } from '../auth.ts';

/**
 * What is known of one user's token on one platform.
 * `live`: hand it out. `kicked`: OpenIM ended it; only a sign-in or a renewal makes another. `ending`: we ended it,
 * and OpenIM has not confirmed yet; whatever comes next on this platform ends it there first.
 */
export type Entry =
  | ({ readonly state: 'live' } & LiveToken)
  | { readonly state: 'kicked'; readonly at: number }
  | { readonly state: 'ending'; readonly at: number };

/** Times are ms since the epoch, by our clock. */
export interface LiveToken {
  readonly token: string;
  readonly mintedAt: number;
  readonly expiresAt: number;
  /** From then on it is replaced when it is asked for. */
  readonly renewAt: number;
}

const DAY = 86_400_000;
/** How long a mark without a token of its own stays: longer than a session lives. */
const MARK_MS = 30 * DAY;

export function liveToken({ token, expireTimeSeconds }: Issued, now = Date.now()): LiveToken {
  const life = expireTimeSeconds * 1000;
  return { token, mintedAt: now, expiresAt: now + life, renewAt: now + life - Math.min(DAY, life / 10) };
}

export const isFresh = (token: LiveToken): boolean => Date.now() < token.renewAt;

/** The key ends before its tokens do. */
export const lifeOf = (entry: Entry): number => (entry.state === 'live' ? entry.renewAt - Date.now() : MARK_MS);

export const sinceWhen = (entry: Entry): number => (entry.state === 'live' ? entry.mintedAt : entry.at);

export const writeEntry = (entry: Entry): string => JSON.stringify(entry);

/** What we wrote; anything else counts as missing, so that a token is minted rather than a request lost. */
export function readEntry(text: string): Entry | null {
  try {
    const entry = JSON.parse(text) as Entry;
    return ['live', 'kicked', 'ending'].includes(entry.state) ? entry : null;
  } catch {
    return null;
  }
}
