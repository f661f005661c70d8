import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Signer } from '../../kit/seal.ts';

/** Bytes of a mark: nobody guesses one, and an address stays short. */
const MARK = 16;

/** HMAC-SHA-256 with keys of their own (HKDF-SHA-256), one for each in the list; the first marks, all are known. */
export function createSigner(keys: readonly Uint8Array[], purpose: string): Signer {
  const own = keys.map((key) => Buffer.from(hkdfSync('sha256', key, '', purpose, 32)));
  const marks = (text: string): Buffer[] =>
    own.map((key) => createHmac('sha256', key).update(text).digest().subarray(0, MARK));
  return {
    mark: (text) => marks(text)[0]?.toString('base64url') ?? '',
    isOurs(mark, text) {
      const given = Buffer.from(mark, 'base64url');
      // One mark is written in one way: base64url has several for the same bytes, and each would be kept by caches.
      if (given.length !== MARK || given.toString('base64url') !== mark) return false;
      return marks(text).some((each) => timingSafeEqual(each, given));
    },
  };
}
