import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Signer } from '../../kit/seal.ts';
import { InvalidKeyError } from './invalid-key.ts';
import { createSigner } from './kek-signer.ts';

/** `SESSION_KEK`: what session keys are encrypted under at rest. The first encrypts, all decrypt. */
export interface SessionKEK {
  /** Of the key that encrypts: what a sealed text begins with, before a point. */
  readonly id: string;
  /** AES-256-GCM; `bound` (session id and user id) must be the same to open it again. */
  seal(plain: Uint8Array, bound: string): string;
  /** Null when no key opens it. */
  open(sealed: string, bound: string): Uint8Array | null;
  /** Keyed hash of a short secret, good for as long as this key is in the list. */
  hash(text: string): string;
  matches(hash: string, text: string): boolean;
  /** For one purpose, with keys that are good for nothing else. */
  signer(purpose: string): Signer;
}

const EXPECTED = 'id:key[,id:key], each key 32 bytes in base64url without padding';

/** Throws InvalidKeyError, which says what was expected and shows no key. */
export function parseSessionKEK(text: string): SessionKEK {
  const keys = new Map(text.split(',').map((pair) => keyOf(pair.trim())));
  const [first] = keys;
  if (first === undefined) throw new InvalidKeyError(EXPECTED);
  return {
    id: first[0],
    seal: (plain, bound) => seal(first, plain, bound),
    open: (sealed, bound) => {
      const [id = '', body = ''] = sealed.split('.');
      const key = keys.get(id);
      return key === undefined ? null : open(key, Buffer.from(body, 'base64url'), bound);
    },
    hash: (text) => `${first[0]}.${hash(first[1], text)}`,
    matches: (hashed, text) => {
      const [id = '', expected = ''] = hashed.split('.');
      const key = keys.get(id);
      return key !== undefined && timingSafeEqual(Buffer.from(expected), Buffer.from(hash(key, text)));
    },
    signer: (purpose) => createSigner([...keys.values()], purpose),
  };
}

export const generateSessionKEK = (): string => `k1:${randomBytes(32).toString('base64url')}`;

function keyOf(pair: string): [string, Buffer] {
  const [, id, text] = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9_-]{43})$/.exec(pair) ?? [];
  const key = Buffer.from(text ?? '', 'base64url');
  if (id === undefined || key.length !== 32) throw new InvalidKeyError(EXPECTED);
  return [id, key];
}

function seal([id, key]: [string, Buffer], plain: Uint8Array, bound: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(bound));
  const body = Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return `${id}.${body.toString('base64url')}`;
}

function open(key: Buffer, body: Buffer, bound: string): Uint8Array | null {
  if (body.length < 28) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, 12)).setAAD(Buffer.from(bound));
  decipher.setAuthTag(body.subarray(-16));
  try {
    return Buffer.concat([decipher.update(body.subarray(12, -16)), decipher.final()]);
  } catch {
    return null;
  }
}

/** With a key of its own, so that nothing that hashes can be turned on what encrypts. */
const hash = (key: Buffer, text: string): string =>
  createHmac('sha256', Buffer.from(hkdfSync('sha256', key, '', 'one-time codes', 32)))
    .update(text)
    .digest('base64url');
