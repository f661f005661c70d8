import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { InvalidKeyError } from './invalid-key.ts';

export interface AdminKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** `ADMIN_JWT_KEYS`: P-256 keys of admins' access tokens. The first signs until a rotation makes another, all verify. */
export type AdminKeys = readonly [AdminKey, ...AdminKey[]];

const EXPECTED = 'kid:key[,kid:key], each key a P-256 private key as PKCS #8 DER in base64url';

/** Throws InvalidKeyError. */
export function parseAdminKeys(text: string): AdminKeys {
  const [signing, ...others] = text.split(',').map((pair) => keyOf(pair.trim()));
  if (signing === undefined) throw new InvalidKeyError(EXPECTED);
  return [signing, ...others];
}

/** The public half, for `/.well-known/jwks.json` (RFC 7517). */
export const jwkOf = ({ kid, publicKey }: AdminKey): Readonly<Record<string, unknown>> => ({
  ...publicKey.export({ format: 'jwk' }),
  kid,
  alg: 'ES256',
  use: 'sig',
});

/** PKCS #8, as it is sealed at rest. */
export const derOf = ({ privateKey }: AdminKey): Buffer => privateKey.export({ format: 'der', type: 'pkcs8' });

export function keyFromDER(kid: string, der: Uint8Array): AdminKey {
  const privateKey = readKey(Buffer.from(der));
  return { kid, privateKey, publicKey: createPublicKey(privateKey) };
}

export function generateAdminKey(kid: string): AdminKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { kid, privateKey, publicKey };
}

export const generateAdminKeys = (): string => `a1:${derOf(generateAdminKey('a1')).toString('base64url')}`;

function keyOf(pair: string): AdminKey {
  const [, kid, text] = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9_-]+)$/.exec(pair) ?? [];
  if (kid === undefined || text === undefined) throw new InvalidKeyError(EXPECTED);
  const key = keyFromDER(kid, Buffer.from(text, 'base64url'));
  if (key.privateKey.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new InvalidKeyError(EXPECTED);
  return key;
}

function readKey(key: Buffer): KeyObject {
  try {
    return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  } catch {
    throw new InvalidKeyError(EXPECTED);
  }
}
