import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { InvalidKeyError } from './invalid-key.ts';

export interface AdminKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** `ADMIN_JWT_KEYS`: P-256 keys of admins' access tokens. The first signs, all verify, so that one can follow another. */
export interface AdminKeys {
  readonly signing: AdminKey;
  find(kid: string): AdminKey | undefined;
  /** For `/.well-known/jwks.json` (RFC 7517). */
  readonly jwks: readonly Readonly<Record<string, unknown>>[];
}

const EXPECTED = 'kid:key[,kid:key], each key a P-256 private key as PKCS #8 DER in base64url';

/** Throws InvalidKeyError. */
export function parseAdminKeys(text: string): AdminKeys {
  const keys = text.split(',').map((pair) => keyOf(pair.trim()));
  const [signing] = keys;
  if (signing === undefined) throw new InvalidKeyError(EXPECTED);
  return {
    signing,
    find: (kid) => keys.find((key) => key.kid === kid),
    jwks: keys.map(({ kid, publicKey }) => ({ ...publicKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' })),
  };
}

export function generateAdminKeys(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return `a1:${privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url')}`;
}

function keyOf(pair: string): AdminKey {
  const [, kid, text] = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9_-]+)$/.exec(pair) ?? [];
  if (kid === undefined || text === undefined) throw new InvalidKeyError(EXPECTED);
  const privateKey = readKey(Buffer.from(text, 'base64url'));
  if (privateKey.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new InvalidKeyError(EXPECTED);
  return { kid, privateKey, publicKey: createPublicKey(privateKey) };
}

function readKey(key: Buffer): KeyObject {
  try {
    return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  } catch {
    throw new InvalidKeyError(EXPECTED);
  }
}
