import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../../../kit/fault.ts';
import type { PlatformID } from '../../../kit/viewer.ts';
import type { Auth } from '../auth.ts';
import { asAdmin, type Call, type Span } from '../call.ts';
import { KICKED, UpstreamFault } from '../faults.ts';
import type { Ended } from './ended.ts';
import { type Entry, type LiveToken, liveToken } from './entry.ts';
import { ends, type MultiLoginPolicy } from './policy.ts';
import type { Entries, Shelf } from './shelf.ts';

export interface MintOptions {
  readonly auth: Auth;
  readonly shelf: Shelf;
  readonly ended: Ended;
  readonly policy: MultiLoginPolicy;
}

export interface Seat {
  readonly userID: string;
  readonly platform: PlatformID;
}

/** Makes the one token of a user and platform, and keeps it. Only ever called under the user's lock. */
export type Mint = (seat: Seat, entries: Entries, span: Span) => Promise<LiveToken>;

/** OpenIM's clock may stand at the beginning of a second that ours has left. */
const TRIES = 3;
/** Clocks of our own nodes may differ, and nobody waits for that. */
const LONGEST_WAIT_MS = 2_000;

export function createMint({ auth, shelf, ended, policy }: MintOptions): Mint {
  async function issue({ userID, platform }: Seat, call: Call): Promise<LiveToken> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const past = await ended.read(userID, platform);
      const wait = Math.min(LONGEST_WAIT_MS, past.freeAt - Date.now());
      if (wait > 0) await sleep(wait);
      const token = liveToken(await auth.userToken(userID, platform, call));
      if (!past.includes(token.token)) return token;
      // The same second by OpenIM's clock all the same: what was ended lives again, so it is ended again.
      await auth.forceLogout(userID, platform, call);
      await ended.remember(userID, platform, token);
    }
    throw new Fault('UPSTREAM_UNAVAILABLE');
  }

  return async (seat, entries, span) => {
    const call = asAdmin(span);
    if (entries.get(seat.platform)?.state === 'ending') await auth.forceLogout(seat.userID, seat.platform, call);
    const token = await issue(seat, call);
    const losers = [...entries].filter(
      ([platform, entry]) =>
        platform !== seat.platform && entry.state === 'live' && ends(policy, seat.platform, platform),
    );
    await Promise.all(losers.map(([platform, entry]) => forget(ended, { ...seat, platform }, entry)));
    const changes: [PlatformID, Entry][] = losers.map(([platform]) => [platform, { state: 'kicked', at: Date.now() }]);
    await shelf.write(seat.userID, new Map([...changes, [seat.platform, { state: 'live', ...token }]]));
    return token;
  };
}

/** A token that was ended is remembered, so that the same string is never handed out again. */
export async function forget(ended: Ended, { userID, platform }: Seat, entry: Entry | undefined): Promise<void> {
  if (entry?.state === 'live') await ended.remember(userID, platform, entry);
}

/**
 * The entries, with those marked that OpenIM has kicked. It tells so only until that user's next mint, on any
 * platform: then a kicked token is an unknown one. So this is asked, and kept, before each.
 */
export async function markKicks({ auth, shelf, ended }: MintOptions, seats: Seats, span: Span): Promise<Entries> {
  const { userID, entries } = seats;
  const call = asAdmin(span);
  const kicked = new Map<PlatformID, Entry>();
  await Promise.all(
    [...entries].map(async ([platform, entry]) => {
      if (entry.state !== 'live' || (await isGood(auth, entry.token, call)) !== KICKED) return;
      await forget(ended, { userID, platform }, entry);
      kicked.set(platform, { state: 'kicked', at: Date.now() });
    }),
  );
  if (kicked.size > 0) await shelf.write(userID, kicked);
  return new Map([...entries, ...kicked]);
}

export interface Seats {
  readonly userID: string;
  readonly entries: Entries;
}

/** True, or the code that the token would be refused with. Rejects when OpenIM does not answer. */
export async function isGood(auth: Auth, token: string, call: Call): Promise<true | number> {
  try {
    await auth.parseToken(token, call);
    return true;
  } catch (error) {
    if (error instanceof UpstreamFault && error.refusal) return error.refusal.errCode;
    throw error;
  }
}
