import { createHash } from 'node:crypto';
import type { Store } from '../../kit/store.ts';
import type { UploadSeal } from '../rest/upload-seal.ts';

/** What a client holds, sealed, in place of OpenIM's `uploadID`. */
export interface Ticket {
  readonly id: string;
  readonly hash: string;
  /** OpenIM had these bytes of somebody else: what the client puts is published by itself. */
  readonly apart?: true;
}

/** OpenIM's mark of an upload that is one PUT. */
const IN_ONE_PART = 2;
/** ms for which a user is known to have put the bytes of a hash. */
const HELD_MS = 90 * 86_400_000;

export const createTickets = (seal: UploadSeal) => ({
  close: (userID: string, ticket: Ticket): string =>
    seal.close(userID, Buffer.from(JSON.stringify(ticket)).toString('base64url')),
  /** Null for what was not made for this user. */
  open: (userID: string, sealed = ''): Ticket | null => {
    const text = seal.open(userID, sealed);
    return text === null ? null : (JSON.parse(Buffer.from(text, 'base64url').toString()) as Ticket);
  },
});

/** Who has put the bytes of which hash. While the store is away nobody has, and puts them again. */
export function createHolders(store: Store) {
  const keyOf = (userID: string, hash: string): string =>
    `im:held:${createHash('sha256')
      .update(JSON.stringify([userID, hash]))
      .digest('base64url')}`;
  return {
    holds: (userID: string, hash: string): Promise<boolean> =>
      store.get(keyOf(userID, hash)).then(
        (held) => held !== null,
        () => false,
      ),
    hold: (userID: string, hash: string): Promise<unknown> =>
      store.set(keyOf(userID, hash), '1', { ttl: HELD_MS }).catch(() => undefined),
  };
}

/** Where the bytes of an upload of one part are put, and how many; OpenIM's id can be read. Null for several parts. */
export function placeOf(id: string): { readonly key: string; readonly size: number } | null {
  const { a: way, c: key, d: size } = JSON.parse(Buffer.from(id, 'base64').toString()) as Record<string, unknown>;
  return way === IN_ONE_PART && typeof key === 'string' && typeof size === 'number' ? { key, size } : null;
}
