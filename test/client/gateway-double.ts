import {
  createHash,
  createHmac,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  sign,
} from 'node:crypto';

/** The server's half of the session protocol, by Node's own cryptography, so that the client is not its own judge. */
export interface GatewayDouble {
  readonly fetch: typeof globalThis.fetch;
  /** What it was asked, in order: the operation's name and whose session signed it. */
  readonly asked: { operation: string; session: string | null }[];
  /** How far its clock is ahead of ours, in seconds. */
  ahead: number;
  /** What LoginPayload.imToken will be. */
  imToken: string | null;
  /** Takes so many signed requests for ones that it has seen before. */
  replays: number;
  /** Refuses this reason instead of answering. */
  refusal: string | null;
  /** Signs handshakes with a key that it does not show. */
  impostor: boolean;
}

interface Asked {
  readonly query: string;
  readonly variables: { publicKey?: string; input?: { challengeID: string; device: { publicKey: string } } };
}

const raw = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' }).subarray(-32);

export function gatewayDouble(): GatewayDouble {
  const identity = generateKeyPairSync('ed25519');
  const other = generateKeyPairSync('ed25519');
  const keys = new Map<string, Buffer>();
  const asked: GatewayDouble['asked'] = [];
  let count = 0;

  const login = (pc: string, binding: string): object => {
    count += 1;
    const id = `session-${count}`;
    const server = generateKeyPairSync('x25519');
    const peer = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: pc }, format: 'jwk' });
    const shared = diffieHellman({ privateKey: server.privateKey, publicKey: peer });
    const texts = ['openim-graphql/v1', id, 'u1', 'd1', binding].map((text) => `${text}\0`).join('');
    const bytes = Buffer.concat([Buffer.from(texts), Buffer.from(pc, 'base64url'), raw(server.publicKey)]);
    const transcript = createHash('sha256').update(bytes).digest();
    keys.set(id, Buffer.from(hkdfSync('sha256', shared, transcript, 'openim-graphql/v1 session key', 32)));
    const signer = double.impostor ? other : identity;
    const session = {
      id,
      expiresAt: '2099-01-01T00:00:00.000Z',
      serverPublicKey: raw(server.publicKey).toString('base64url'),
      serverSignature: sign(null, transcript, signer.privateKey).toString('base64url'),
      device: { id: 'd1' },
    };
    const urls = { wsURL: 'ws://im.example', apiURL: 'http://gateway.example/openim' };
    return { userID: 'u1', newUser: true, imToken: double.imToken, imTokenExpiresAt: null, ...urls, session };
  };

  const answer = (headers: Headers, body: string): object => {
    const { query, variables } = JSON.parse(body) as Asked;
    const operation = /^\s*(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? 'query';
    const session = signerOf(headers, keys);
    asked.push({ operation, session });
    const created = Number(/created=(\d+)/.exec(headers.get('signature-input') ?? '')?.[1]);
    const late = session !== null && Math.abs(Date.now() / 1000 + double.ahead - created) > 60;
    const replayed = session !== null && double.replays > 0;
    if (replayed) double.replays -= 1;
    const reason = replayed ? 'REPLAYED' : late ? 'CLOCK_SKEW' : session === null ? null : double.refusal;
    if (reason) return { errors: [{ message: reason, extensions: { code: 'UNAUTHENTICATED', reason } }] };
    if (operation === 'RequestOTP') return { data: { requestOTP: { id: 'c1' } } };
    const { input, publicKey } = variables ?? {};
    if (input?.device) return { data: { verifyOTP: login(input.device.publicKey, input.challengeID) } };
    if (publicKey) return { data: { renewSession: login(publicKey, session ?? '') } };
    return { data: { signedBy: session } };
  };

  const double: GatewayDouble = {
    asked,
    ahead: 0,
    replays: 0,
    imToken: 'token',
    refusal: null,
    impostor: false,
    fetch: async (address, { headers, body } = {}) => {
      const date = new Date(Date.now() + double.ahead * 1000).toUTCString();
      const wellKnown = { keys: [{ kty: 'OKP', crv: 'Ed25519', x: raw(identity.publicKey).toString('base64url') }] };
      const found = String(address).includes('/.well-known/') ? wellKnown : answer(new Headers(headers), String(body));
      return Response.json(found, { headers: { date } });
    },
  };
  return double;
}

/** The session whose key made the signature over `@method`, `@path` and the digest; null for no or a wrong one. */
function signerOf(headers: Headers, keys: ReadonlyMap<string, Buffer>): string | null {
  const input = headers.get('signature-input')?.slice('sig1='.length);
  if (input === undefined) return null;
  const id = /keyid="([^"]+)"/.exec(input)?.[1] ?? '';
  const digest = `"content-digest": ${headers.get('content-digest')}`;
  const base = ['"@method": POST', '"@path": /graphql', digest, `"@signature-params": ${input}`].join('\n');
  const made = createHmac('sha256', keys.get(id) ?? '')
    .update(base)
    .digest('base64');
  return headers.get('signature') === `sig1=:${made}:` ? id : null;
}
