import { createHash, timingSafeEqual } from 'node:crypto';
import { parseDictionary } from 'structured-headers';

/** Whether a `Content-Digest` header (RFC 9530) has the SHA-256 of exactly these bytes. */
export function digestMatches(header: string, body: Uint8Array): boolean {
  const claimed = sha256Of(header);
  const actual = createHash('sha256').update(body).digest();
  return claimed !== null && claimed.length === actual.length && timingSafeEqual(claimed, actual);
}

function sha256Of(header: string): Uint8Array | null {
  try {
    const value = parseDictionary(header).get('sha-256')?.[0];
    return value instanceof ArrayBuffer ? new Uint8Array(value) : null;
  } catch {
    return null;
  }
}
