import { type Client, createClient } from '../../client/index.ts';
import { newNonce, sign } from '../../client/signature.ts';
import type { Identity } from './identity.ts';
import type { KeyStorage } from './key-storage.ts';

/** A user by their address, signed in or not yet. */
export interface User extends Identity {
  readonly kind: 'user';
  /** Sends a one-time code; its challenge. */
  requestCode(): Promise<string>;
  signIn(challengeID: string, code: string): Promise<void>;
}

export interface Users {
  at(address: string): User;
  signedIn(): Promise<User[]>;
}

/** `changed`: somebody came, or a session ended. */
export function openUsers(url: URL, storage: KeyStorage, changed: () => void): Users {
  const known = new Map<string, User>();
  const at: Users['at'] = (address) => {
    const device = { name: 'Explorer', platform: 'WEB' } as const;
    const options = { url: url.href, device, storage: storage.of(address), onSession: changed };
    const user = known.get(address) ?? userOf(address, createClient(options));
    known.set(address, user);
    return user;
  };
  return { at, signedIn: async () => (await storage.signedIn()).map(at) };
}

function userOf(address: string, client: Client): User {
  /** ms that the gateway's clock is ahead of ours. */
  let ahead = 0;
  return {
    kind: 'user',
    address,
    requestCode: async () =>
      (await client.requestOTP(address.includes('@') ? { email: address } : { phone: address })).id,
    signIn: async (challengeID, code) => void (await client.verifyOTP({ challengeID, code })),
    signOut: () => client.logout(),
    credentials: async (body, at) => {
      const session = await client.session();
      if (session === null) return {};
      const created = Math.floor((Date.now() + ahead) / 1000);
      const proof = { key: session.key, sessionID: session.id, created, nonce: newNonce() };
      return sign({ method: 'POST', url: at, body }, proof);
    },
    refused: async ({ reason, now }) => {
      if (reason === 'CLOCK_SKEW') ahead = now - Date.now();
      // The client finds out by itself that its session has ended, and forgets it.
      else await client.query('{ __typename }');
      return reason === 'CLOCK_SKEW';
    },
  };
}
