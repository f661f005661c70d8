import type { Store } from '../../../kit/store.ts';
import type { Auth } from '../auth.ts';
import { asAdmin, type Span } from '../call.ts';
import { isFresh, type LiveToken, liveToken, readEntry, writeEntry } from './entry.ts';
import { createFlights } from './flight.ts';
import { createLocks } from './lock.ts';
import { createSeal } from './seal.ts';

/** The admin token that all nodes share: a newer one leaves older ones good for five minutes only. */
export interface AdminTokens {
  token(span: Span): Promise<string>;
  /** After OpenIM refused `token`. */
  replace(token: string, span: Span): Promise<string>;
}

export interface AdminTokensOptions {
  /** Calls without a token. */
  readonly auth: Auth;
  readonly store: Store;
  readonly userID: string;
  readonly secret: string;
}

export function createAdminTokens({ auth, store, userID, secret }: AdminTokensOptions): AdminTokens {
  const key = `im:admin:${userID}`;
  const seal = createSeal(secret);
  const locks = createLocks(store);
  const flights = createFlights<LiveToken>();
  let own: LiveToken | null = null;

  async function stored(): Promise<LiveToken | null> {
    const sealed = await store.get(key).catch(() => null);
    const text = sealed === null ? null : seal.open(sealed);
    const entry = text === null ? null : readEntry(text);
    return entry?.state === 'live' && isFresh(entry) ? entry : null;
  }

  async function mint(span: Span): Promise<LiveToken> {
    const token = liveToken(await auth.adminToken(secret, userID, asAdmin(span)));
    const ttl = Math.max(1, Math.ceil(token.renewAt - Date.now()));
    // Without the store each node has one of its own, until it is back.
    await store.set(key, seal.close(writeEntry({ state: 'live', ...token })), { ttl }).catch(() => false);
    return token;
  }

  const renew = (refused: string, { signal, log }: Span): Promise<LiveToken> =>
    flights.join(refused, signal, () =>
      locks.hold(`admin:${userID}`, async (ownSignal) => {
        const theirs = await stored();
        own = theirs && theirs.token !== refused ? theirs : await mint({ signal: ownSignal, log });
        return own;
      }),
    );

  return {
    token: async (span) => (own && isFresh(own) ? own : await renew('', span)).token,
    replace: async (token, span) => (own && own.token !== token ? own : await renew(token, span)).token,
  };
}
