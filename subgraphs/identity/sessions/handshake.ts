import {
  createHash,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { Fault } from '../../kit/fault.ts';

const VERSION = 'openim-graphql/v1';

/** The server's half of a key agreement (SESSION.md §1), before it is known whom it is for. */
export interface Agreement {
  /** Raw X25519 public key of the client, 32 bytes. */
  readonly clientKey: Uint8Array;
  /** Ours. */
  readonly serverKey: Uint8Array;
  /** X25519 of the two (RFC 7748). */
  readonly secret: Uint8Array;
}

export interface HandshakeNames {
  readonly sessionID: string;
  readonly userID: string;
  readonly deviceID: string;
  /** The challenge's id at sign-in, the renewed session's id at renewal. */
  readonly binding: string;
}

/** Answers a client's public key (base64url, 32 bytes) with one of our own. Throws KEY_INVALID. */
export function agree(publicKey: string, pair = generateKeyPairSync('x25519')): Agreement {
  const clientKey = Buffer.from(publicKey, 'base64url');
  if (clientKey.length !== 32 || clientKey.toString('base64url') !== publicKey) throw new Fault('KEY_INVALID');
  const { x = '' } = pair.publicKey.export({ format: 'jwk' });
  return { clientKey, serverKey: Buffer.from(x, 'base64url'), secret: sharedSecret(pair.privateKey, publicKey) };
}

function sharedSecret(privateKey: KeyObject, x: string): Uint8Array {
  try {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' });
    const secret = diffieHellman({ privateKey, publicKey });
    if (secret.some((byte) => byte !== 0)) return secret;
  } catch {
    // A key of small order: OpenSSL refuses it before it could give a secret of zeros.
  }
  throw new Fault('KEY_INVALID');
}

/** T of SESSION.md §1.3: what both ends saw, so that nobody can have changed it in between. */
function transcriptOf({ clientKey, serverKey }: Agreement, names: HandshakeNames): Uint8Array {
  const hash = createHash('sha256');
  for (const text of [VERSION, names.sessionID, names.userID, names.deviceID, names.binding])
    hash.update(text).update('\0');
  return hash.update(clientKey).update(serverKey).digest();
}

/** K of SESSION.md §1.4 (HKDF-SHA-256, RFC 5869). */
const sessionKeyOf = ({ secret }: Agreement, transcript: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, transcript, `${VERSION} session key`, 32));

/** The session key, and T as the identity key signs it (Ed25519, RFC 8032). */
export function sealAgreement(
  agreement: Agreement,
  names: HandshakeNames,
  identityKey: KeyObject,
): { key: Uint8Array; serverSignature: string } {
  const transcript = transcriptOf(agreement, names);
  const key = sessionKeyOf(agreement, transcript);
  return { key, serverSignature: sign(null, transcript, identityKey).toString('base64url') };
}
