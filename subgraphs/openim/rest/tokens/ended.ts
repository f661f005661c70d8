import { createHash } from 'node:crypto';
import { bounded } from '../../../kit/bounded.ts';
import type { Store } from '../../../kit/store.ts';
import type { PlatformID } from '../../../kit/viewer.ts';
import type { LiveToken } from './entry.ts';

/** Longer than the clocks of OpenIM's own machines can differ. */
const REMEMBERED_MS = 600_000;
/** Requests that were let in before a sign-out live no longer. */
const CLOSED_MS = 60_000;
/** OpenIM's tokens of one second are one string; the mint answered somewhere in that second. */
const SECOND_MS = 1_050;

/** What has ended on one platform of one user. */
interface Past {
  /** When a mint may begin that cannot give the same string as a token that was ended; ms since the epoch. */
  readonly freeAt: number;
  /** Signed out a moment ago: requests that are still under way may not mint. */
  readonly closed: boolean;
  includes(token: string): boolean;
}

/** Tokens that were ended: making the same string again would bring them back to life. */
export interface Ended {
  read(userID: string, platform: PlatformID): Promise<Past>;
  remember(userID: string, platform: PlatformID, token: LiveToken): Promise<void>;
  close(userID: string, platform: PlatformID): Promise<void>;
  reopen(userID: string, platform: PlatformID): Promise<void>;
}

const keyOf = (userID: string): string => `im:ended:${userID}`;
const digest = (token: string): string => createHash('sha256').update(token).digest('base64url');
/** ms since the epoch, negative since it was opened again. */
const closedField = (platform: PlatformID): string => `${platform}:closed`;

export function createEnded(store: Store): Ended {
  /** What this process wrote, for when the store is down. */
  const own = bounded<string, Record<string, string>>(10_000, REMEMBERED_MS);

  async function write(userID: string, field: string, value: string): Promise<void> {
    own.set(userID, { ...own.get(userID), [field]: value });
    await store.hashSet(keyOf(userID), { [field]: value }, REMEMBERED_MS).catch(() => undefined);
  }

  return {
    async read(userID, platform) {
      const theirs = await store.hashAll(keyOf(userID)).catch(() => ({}));
      const fields = latest(own.get(userID) ?? {}, theirs);
      const minted = Object.entries(fields).flatMap(([field, at]) =>
        field.startsWith(`${platform}:`) && field !== closedField(platform) ? [Number(at)] : [],
      );
      return {
        freeAt: Math.max(0, ...minted) + SECOND_MS,
        closed: Date.now() - Number(fields[closedField(platform)] ?? 0) < CLOSED_MS,
        includes: (token) => fields[`${platform}:${digest(token)}`] !== undefined,
      };
    },
    remember: (userID, platform, { token, mintedAt }) =>
      write(userID, `${platform}:${digest(token)}`, String(mintedAt)),
    close: (userID, platform) => write(userID, closedField(platform), String(Date.now())),
    reopen: (userID, platform) => write(userID, closedField(platform), String(-Date.now())),
  };
}

/** What this process wrote while the store was down may be newer than what is there. */
function latest(own: Record<string, string>, theirs: Record<string, string>): Record<string, string> {
  const merged = { ...own, ...theirs };
  for (const [field, at] of Object.entries(own))
    if (Math.abs(Number(at)) >= Math.abs(Number(merged[field]))) merged[field] = at;
  return merged;
}
