import { Fault } from '../../../kit/fault.ts';
import { asAdmin, type Span } from '../call.ts';
import { KICKED } from '../faults.ts';
import { type Entry, isFresh, type LiveToken } from './entry.ts';
import { createMint, forget, isGood, type MintOptions, markKicks, type Seat } from './mint.ts';
import type { Entries } from './shelf.ts';

/** Whether there is to be another token, and which. Only ever called under the user's lock. */
export interface Renewal {
  /** Somebody signs in, or renews a session: a kick is forgotten. */
  signIn(seat: Seat, span: Span): Promise<LiveToken>;
  /** A live session's token is missing, or near its end. */
  fill(seat: Seat, span: Span): Promise<LiveToken>;
  /** OpenIM refused it. */
  replace(seat: Seat, refused: { token: string; errCode: number }, span: Span): Promise<LiveToken>;
}

export function createRenewal(options: MintOptions): Renewal {
  const { auth, shelf, ended } = options;
  const mint = createMint(options);

  /** A mint that nobody signed in for: never after OpenIM, or we, have ended this. */
  async function remint(seat: Seat, entries: Entries, span: Span): Promise<LiveToken> {
    const marked = await markKicks(options, { userID: seat.userID, entries }, span);
    usable(marked.get(seat.platform));
    if ((await ended.read(seat.userID, seat.platform)).closed) throw new Fault('IM_TOKEN_KICKED');
    return mint(seat, marked, span);
  }

  async function kicked(seat: Seat, entries: Entries): Promise<never> {
    // Signed out meanwhile: the entry is gone for good, and no mark is needed.
    if (!(await ended.read(seat.userID, seat.platform)).closed) {
      await forget(ended, seat, entries.get(seat.platform));
      await shelf.write(seat.userID, new Map([[seat.platform, { state: 'kicked', at: Date.now() }]]));
    }
    throw new Fault('IM_TOKEN_KICKED');
  }

  return {
    async signIn(seat, span) {
      const entries = await shelf.current(seat.userID);
      const own = entries.get(seat.platform);
      const stands = own?.state === 'live' && isFresh(own) && (await isGood(auth, own.token, asAdmin(span))) === true;
      if (stands) return own;
      await forget(ended, seat, own);
      const marked = await markKicks(options, { userID: seat.userID, entries }, span);
      const token = await mint(seat, marked, span);
      await ended.reopen(seat.userID, seat.platform);
      return token;
    },

    async fill(seat, span) {
      const entries = await shelf.current(seat.userID);
      return usable(entries.get(seat.platform)) ?? remint(seat, entries, span);
    },

    async replace(seat, { token, errCode }, span) {
      // Whether it was kicked or only replaced by another node, nobody can tell while the store is down.
      const entries = await (errCode === KICKED ? shelf.fresh(seat.userID) : shelf.current(seat.userID));
      const newer = usable(entries.get(seat.platform));
      if (newer && newer.token !== token) return newer;
      return errCode === KICKED ? kicked(seat, entries) : remint(seat, entries, span);
    },
  };
}

/** Null where a mint is due. Throws IM_TOKEN_KICKED. */
export function usable(entry: Entry | undefined): LiveToken | null {
  if (entry?.state === 'kicked') throw new Fault('IM_TOKEN_KICKED');
  return entry?.state === 'live' && isFresh(entry) ? entry : null;
}
