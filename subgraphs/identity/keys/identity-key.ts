import { createHash, createPrivateKey, createPublicKey, type KeyObject, randomBytes } from 'node:crypto';
import { InvalidKeyError } from './invalid-key.ts';

/** `IDENTITY_KEY`: the Ed25519 key (RFC 8032) that signs handshakes, and nothing else. */
export interface IdentityKey {
  readonly privateKey: KeyObject;
  /** RFC 8037, with the RFC 7638 thumbprint as `kid`. */
  readonly jwk: Readonly<Record<string, string>>;
}

/** What PKCS #8 (RFC 8410) puts before the 32 bytes of an Ed25519 seed. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The seed, 32 bytes in base64url without padding. Throws InvalidKeyError. */
export function parseIdentityKey(text: string): IdentityKey {
  const seed = Buffer.from(text, 'base64url');
  if (!/^[A-Za-z0-9_-]{43}$/.test(text) || seed.length !== 32)
    throw new InvalidKeyError('an Ed25519 seed, 32 bytes in base64url without padding');
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const thumbprint = createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest('base64url');
  return { privateKey, jwk: { kty: 'OKP', crv: 'Ed25519', x, kid: thumbprint, use: 'sig' } };
}

export const generateIdentityKey = (): string => randomBytes(32).toString('base64url');
