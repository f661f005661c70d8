import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

type Cbor = number | string | Uint8Array | ReadonlyMap<number | string, Cbor>;

/** As much of CBOR (RFC 8949) as an attestation needs. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...Array.from(value, ([key, each]) => [cbor(key), cbor(each)]).flat()]);
}

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
}

const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();

interface Bent {
  readonly origin?: string;
  readonly rpID?: string;
  readonly challenge?: string;
  /** User present is bit 0, user verified bit 2. */
  readonly flags?: number;
  readonly key?: KeyObject;
  readonly counter?: number;
}

/** A key that lives in memory and answers as WebAuthn Level 3 says, and otherwise where a test wants it to. */
export function createAuthenticator(home = { origin: 'https://chat.example', rpID: 'chat.example' }) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  let count = 0;

  const clientData = (type: string, challenge: string, { origin = home.origin, ...bent }: Bent): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge: bent.challenge ?? challenge, origin, crossOrigin: false }));
  const authData = (flags: number, { rpID = home.rpID, counter = count }: Bent, attested = Buffer.alloc(0)): Buffer => {
    const counted = Buffer.alloc(4);
    counted.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpID), Buffer.from([flags]), counted, attested]);
  };
  const shell = {
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
  };

  return {
    id: shell.id,
    create({ challenge }: { challenge: string }, bent: Bent = {}): object {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const cose = cbor(
        new Map<number, Cbor>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Buffer.from(x, 'base64url')],
          [-3, Buffer.from(y, 'base64url')],
        ]),
      );
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose]);
      const attestation = cbor(
        new Map<string, Cbor>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authData(bent.flags ?? 0x45, bent, attested)],
        ]),
      );
      const clientDataJSON = clientData('webauthn.create', challenge, bent).toString('base64url');
      return { ...shell, response: { clientDataJSON, attestationObject: attestation.toString('base64url') } };
    },
    get({ challenge }: { challenge: string }, bent: Bent = {}): object {
      count += 1;
      const data = clientData('webauthn.get', challenge, bent);
      const authenticatorData = authData(bent.flags ?? 0x05, bent);
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(data)]), bent.key ?? privateKey);
      return {
        ...shell,
        response: {
          clientDataJSON: data.toString('base64url'),
          authenticatorData: authenticatorData.toString('base64url'),
          signature: signature.toString('base64url'),
        },
      };
    },
  };
}
