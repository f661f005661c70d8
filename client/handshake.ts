import type { SignedInFragment } from './__generated__/graphql.ts';
import type { IdentityKey, Kept, KeptSession, Key } from './storage.ts';

const { subtle } = globalThis.crypto;
const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

export interface KeyPair {
  readonly publicKey: Key;
  readonly privateKey: Key;
}

/** One X25519 key agreement; the private half never leaves WebCrypto, and is dropped with this object. */
export interface Handshake {
  /** 32 bytes, base64url without padding: what `verifyOTP` and `renewSession` send. */
  readonly publicKey: string;
  /** The key that signs this session's requests; it cannot be read, and can be kept in IndexedDB. */
  agree(answer: HandshakeAnswer): Promise<Agreement>;
}

export interface HandshakeAnswer {
  readonly sessionID: string;
  readonly userID: string;
  readonly deviceID: string;
  /** The challenge's id at sign-in, the id of the session being renewed at a renewal. */
  readonly binding: string;
  /** X25519, base64url. */
  readonly serverPublicKey: string;
}

export interface Agreement {
  readonly key: Key;
  /** What the gateway's identity key has to have signed. */
  readonly transcript: Uint8Array<ArrayBuffer>;
}

export async function openHandshake(given?: KeyPair): Promise<Handshake> {
  const pair = given ?? ((await subtle.generateKey('X25519', false, ['deriveBits'])) as KeyPair);
  const publicKey = toBase64URL(await subtle.exportKey('raw', pair.publicKey));
  return { publicKey, agree: (answer) => agree(pair.privateKey, publicKey, answer) };
}

async function agree(own: Key, publicKey: string, answer: HandshakeAnswer): Promise<Agreement> {
  const peer = await subtle.importKey('raw', fromBase64URL(answer.serverPublicKey), 'X25519', false, []);
  const shared = await subtle.deriveBits({ name: 'X25519', public: peer }, own, 256);
  const transcript = await transcriptOf(publicKey, answer);
  const material = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: transcript, info: encode('openim-graphql/v1 session key') };
  // Without its length named, WebCrypto makes an HMAC key of the hash's block size: another key.
  const signing = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  return { key: await subtle.deriveKey(derivation, material, signing, false, ['sign']), transcript };
}

async function transcriptOf(publicKey: string, answer: HandshakeAnswer): Promise<Uint8Array<ArrayBuffer>> {
  const { sessionID, userID, deviceID, binding, serverPublicKey } = answer;
  const texts = ['openim-graphql/v1', sessionID, userID, deviceID, binding].map((text) => encode(`${text}\0`));
  const bytes = [...texts, fromBase64URL(publicKey), fromBase64URL(serverPublicKey)].flatMap((part) => [...part]);
  return new Uint8Array(await subtle.digest('SHA-256', new Uint8Array(bytes)));
}

/** Whether one of these Ed25519 keys (JWK) made the signature. */
export async function isSignedBy(
  keys: readonly IdentityKey[],
  { transcript, signature }: { transcript: Uint8Array<ArrayBuffer>; signature: string },
): Promise<boolean> {
  const verdicts = keys.map(async ({ kty, crv, x }) => {
    if (kty !== 'OKP' || crv !== 'Ed25519' || x === undefined) return false;
    const key = await subtle.importKey('jwk', { kty, crv, x }, 'Ed25519', false, ['verify']);
    return subtle.verify('Ed25519', key, fromBase64URL(signature), transcript);
  });
  return (await Promise.all(verdicts)).includes(true);
}

/** Whoever answered does not hold the gateway's identity key: the session must not be used. */
export class UntrustedServerError extends Error {
  override readonly name = 'UntrustedServerError';
}

export interface Authority {
  /** Ends the handshake: the session, and what is to be kept with it. Throws UntrustedServerError. */
  accept(login: SignedInFragment, half: Half): Promise<Kept & { session: KeptSession }>;
}

/** The client's half of a sign-in. */
export interface Half {
  readonly handshake: Handshake;
  readonly binding: string;
  readonly kept: Kept;
}

export interface Trust {
  readonly url: URL;
  readonly fetch: typeof globalThis.fetch;
  readonly pins: readonly IdentityKey[] | undefined;
}

export function openAuthority({ url, fetch, pins }: Trust): Authority {
  return {
    accept: async (login, { handshake, binding, kept }) => {
      const { session, userID } = login;
      const { serverPublicKey, serverSignature: signature } = session;
      if (serverPublicKey === null || signature === null) throw new UntrustedServerError('The handshake has no end.');
      const deviceID = session.device.id;
      const ids = { sessionID: session.id, userID, deviceID, binding };
      const { key, transcript } = await handshake.agree({ ...ids, serverPublicKey });
      const trusted = pins ?? kept.pins ?? (await shownKeys(url, fetch));
      if (!(await isSignedBy(trusted, { transcript, signature })))
        throw new UntrustedServerError('No identity key that is trusted has signed the handshake.');
      return { ...kept, deviceID, pins: trusted, session: sessionOf(login, key) };
    },
  };
}

const sessionOf = ({ session, ...login }: SignedInFragment, key: KeptSession['key']): KeptSession => ({
  ...login,
  id: session.id,
  expiresAt: session.expiresAt,
  key,
});

/** First use: what the gateway shows now is what it must hold from now on. */
async function shownKeys(url: URL, fetch: typeof globalThis.fetch): Promise<readonly IdentityKey[]> {
  const response = await fetch(new URL('/.well-known/openim-graphql', url));
  const { keys = [] } = (await response.json()) as { keys?: readonly IdentityKey[] };
  return keys;
}

function fromBase64URL(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

export const toBase64 = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)));

export const toBase64URL = (bytes: ArrayBuffer): string =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
