import type { Store } from '../../../kit/store.ts';
import type { PlatformID } from '../../../kit/viewer.ts';
import type { Auth } from '../auth.ts';
import { asAdmin, type Span } from '../call.ts';
import { UpstreamFault } from '../faults.ts';
import type { Users } from '../users.ts';
import { createEnded } from './ended.ts';
import { isFresh, type LiveToken } from './entry.ts';
import { createFlights, within } from './flight.ts';
import { createLocks } from './lock.ts';
import { forget, type Seat } from './mint.ts';
import { assertPlatform, type MultiLoginPolicy } from './policy.ts';
import { createRenewal, usable } from './renewal.ts';
import { createShelf } from './shelf.ts';
import { createStanding, type StandingOf } from './standing.ts';

export interface HandedToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** OpenIM's user tokens: who has one, and that it is the same everywhere. DESIGN.md, "OpenIM tokens". */
export interface TokenBroker {
  /** Registers a user in OpenIM; one who is registered stays as they are. The nickname may not be empty. */
  ensureUser(user: { userID: string; nickname: string; faceURL: string }, span: Span): Promise<void>;
  /** For a sign-in or a renewal: the token in use if OpenIM still takes it, else a new one, also after a kick. */
  forLogin(userID: string, platform: PlatformID, span: Span): Promise<HandedToken>;
  /** For a session that is alive; minted when missing or near its end. IM_TOKEN_KICKED when OpenIM ended it. */
  token(userID: string, platform: PlatformID, span: Span): Promise<HandedToken>;
  /** Another token after OpenIM refused `token`; IM_TOKEN_KICKED when there may be none. */
  replace(refused: Seat & { token: string; errCode: number }, span: Span): Promise<HandedToken>;
  /**
   * Forced logout: the entry, the token and the sockets of that platform. Resolves once OpenIM has done it; after a
   * rejection it is still owed, and paid before the next mint. `before`: when the session ended that this is for;
   * false when a newer token has been made since, which is left alone.
   */
  end(userID: string, platform: PlatformID, span: Span & { readonly before?: Date }): Promise<boolean>;
  /** For a token that a client of OpenIM's own brings. */
  readonly standing: StandingOf;
}

export interface TokenBrokerOptions {
  /** Calls with the admin token. */
  readonly auth: Auth;
  readonly users: Users;
  readonly store: Store;
  readonly policy: MultiLoginPolicy;
  /** OpenIM's `share.secret`, which its tokens are signed with. */
  readonly secret: string;
}

export function createTokenBroker({ auth, users, store, policy, secret }: TokenBrokerOptions): TokenBroker {
  const parts = { auth, shelf: createShelf(store), ended: createEnded(store), policy };
  const { shelf, ended } = parts;
  const locks = createLocks(store);
  const renewal = createRenewal(parts);
  const flights = createFlights<LiveToken>();

  /** Under the user's lock, with a span of its own, once for all who ask for the same. */
  const once = (purpose: string, seat: Seat, { signal, log }: Span, work: (span: Span) => Promise<LiveToken>) =>
    flights
      .join(`${purpose} ${seat.platform} ${seat.userID}`, signal, () =>
        locks.hold(seat.userID, (own) => work({ signal: own, log })),
      )
      .then(handed);

  return {
    standing: createStanding({ shelf, ended, secret }),

    ensureUser: (user, span) =>
      users.register([user], asAdmin(span)).catch((error: unknown) => {
        if (!(error instanceof UpstreamFault && error.reason === 'ALREADY_REGISTERED')) throw error;
      }),

    async forLogin(userID, platform, span) {
      assertPlatform(platform);
      const seat = { userID, platform };
      return once('sign in', seat, span, (own) => renewal.signIn(seat, own));
    },

    async token(userID, platform, span) {
      assertPlatform(platform);
      const seat = { userID, platform };
      const copied = (await shelf.read(userID)).get(platform);
      if (copied?.state === 'live' && isFresh(copied)) return handed(copied);
      const stored = usable((await shelf.current(userID)).get(platform));
      return stored ? handed(stored) : once('token', seat, span, (own) => renewal.fill(seat, own));
    },

    replace: ({ userID, platform, ...refused }, span) =>
      once(`replace ${refused.token}`, { userID, platform }, span, (own) =>
        renewal.replace({ userID, platform }, refused, own),
      ),

    async end(userID, platform, { signal, log, before }) {
      assertPlatform(platform);
      const seat = { userID, platform };
      const work = locks.hold(userID, async (own) => {
        const entry = (await shelf.current(userID)).get(platform);
        if (entry?.state === 'live' && before && entry.mintedAt > before.getTime()) return false;
        await forget(ended, seat, entry);
        await ended.close(userID, platform);
        await shelf.write(userID, new Map([[platform, { state: 'ending', at: Date.now() }]]));
        await auth.forceLogout(userID, platform, asAdmin({ signal: own, log }));
        await shelf.write(userID, new Map([[platform, null]]));
        return true;
      });
      return within(signal, work);
    },
  };
}

const handed = ({ token, expiresAt }: LiveToken): HandedToken => ({ token, expiresAt: new Date(expiresAt) });
