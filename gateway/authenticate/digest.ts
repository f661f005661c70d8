import { hash, timingSafeEqual } from 'node:crypto';
import { parseDictionary } from 'structured-headers';
import { usualBytes } from './usual-form.ts';

/** Whether a `Content-Digest` header (RFC 9530) has the SHA-256 of exactly these bytes. */
export function digestMatches(header: string, body: Uint8Array): boolean {
  const claimed = sha256Of(header);
  const actual = hash('sha256', body, 'buffer');
  return claimed !== null && claimed.length === actual.length && timingSafeEqual(claimed, actual);
}

function sha256Of(header: string): Uint8Array | null {
  const usual = usualBytes(header, 'sha-256');
  if (usual !== null) return usual;
  try {
    const value = parseDictionary(header).get('sha-256')?.[0];
    return value instanceof ArrayBuffer ? new Uint8Array(value) : null;
  } catch {
    return null;
  }
}
