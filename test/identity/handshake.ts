import { createHash, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, verify } from 'node:crypto';

/** The client's end of SESSION.md §1, written from that page alone. */
export interface HalfKey {
  readonly publicKey: string;
  /** The session key, and whether the identity key vouches for it. */
  agree(names: Names, answer: ServerHalf): { key: Buffer; vouched: boolean };
}

export interface Names {
  readonly sessionID: string;
  readonly userID: string;
  readonly deviceID: string;
  readonly binding: string;
}

export interface ServerHalf {
  readonly serverPublicKey: string;
  readonly serverSignature: string;
  /** `x` of the JWK at the well-known address. */
  readonly identityKey: string;
}

export function halfKey(): HalfKey {
  const pair = generateKeyPairSync('x25519');
  const publicKey = pair.publicKey.export({ format: 'jwk' }).x ?? '';
  return {
    publicKey,
    agree({ sessionID, userID, deviceID, binding }, { serverPublicKey, serverSignature, identityKey }) {
      const theirs = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: serverPublicKey }, format: 'jwk' });
      const names = ['openim-graphql/v1', sessionID, userID, deviceID, binding].map((name) => `${name}\0`).join('');
      const transcript = createHash('sha256')
        .update(names)
        .update(Buffer.from(publicKey, 'base64url'))
        .update(Buffer.from(serverPublicKey, 'base64url'))
        .digest();
      const secret = diffieHellman({ privateKey: pair.privateKey, publicKey: theirs });
      const identity = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: identityKey }, format: 'jwk' });
      return {
        key: Buffer.from(hkdfSync('sha256', secret, transcript, 'openim-graphql/v1 session key', 32)),
        vouched: verify(null, transcript, identity, Buffer.from(serverSignature, 'base64url')),
      };
    },
  };
}
