import { toBase64, toBase64URL } from './handshake.ts';
import type { Key } from './storage.ts';

const { subtle } = globalThis.crypto;
const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

export interface Unsigned {
  readonly method: string;
  readonly url: URL;
  readonly body?: string;
}

export interface Proof {
  readonly key: Key;
  readonly sessionID: string;
  /** Unix seconds by the gateway's clock. */
  readonly created: number;
  /** At least 128 random bits, base64url; a new one for each request. */
  readonly nonce: string;
}

export const newNonce = (): string => toBase64URL(crypto.getRandomValues(new Uint8Array(16)).buffer);

/** The headers that sign a request: RFC 9421 with `hmac-sha256`, RFC 9530 for its body. */
export async function sign(
  request: Unsigned,
  { key, sessionID, created, nonce }: Proof,
): Promise<Record<string, string>> {
  const digest = request.body === undefined ? {} : { 'content-digest': await digestOf(request.body) };
  const covered: Record<string, string> = {
    '@method': request.method,
    '@path': request.url.pathname,
    ...(request.url.search === '' ? {} : { '@query': request.url.search }),
    ...digest,
  };
  const components = Object.keys(covered).map((name) => `"${name}"`);
  const parameters =
    `(${components.join(' ')});created=${created};nonce="${nonce}";keyid="${sessionID}"` +
    `;alg="hmac-sha256";tag="openim-graphql"`;
  const lines = Object.entries(covered).map(([name, value]) => `"${name}": ${value}`);
  const base = [...lines, `"@signature-params": ${parameters}`].join('\n');
  const signature = toBase64(await subtle.sign('HMAC', key, encode(base)));
  return { ...digest, 'signature-input': `sig1=${parameters}`, signature: `sig1=:${signature}:` };
}

const digestOf = async (body: string): Promise<string> =>
  `sha-256=:${toBase64(await subtle.digest('SHA-256', encode(body)))}:`;
