import { createHash, createHmac, randomBytes } from 'node:crypto';

/** A request as the test wants it signed; each field can be bent. */
export interface Signing {
  readonly key: Uint8Array;
  readonly keyid: string;
  readonly method?: string;
  readonly path?: string;
  readonly query?: string;
  readonly body?: string | Uint8Array;
  readonly created?: number | string;
  readonly nonce?: string;
  /** What is signed, in order; the usual four unless given. */
  readonly components?: readonly string[];
  /** Values of further header fields that are signed. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Parameters after those that SESSION.md names. */
  readonly more?: string;
  readonly tag?: string;
  readonly label?: string;
  readonly alg?: string | null;
}

export const digestOf = (body: string | Uint8Array): string =>
  `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;

/** The headers of a signed request, written from SESSION.md alone; nothing of the gateway is used. */
export function sign(asked: Signing): Record<string, string> {
  const {
    key,
    keyid,
    method = 'POST',
    path = '/graphql',
    query = '',
    body = '',
    label = 'sig1',
    alg = 'hmac-sha256',
  } = asked;
  const {
    created = Math.floor(Date.now() / 1000),
    nonce = randomBytes(18).toString('base64url'),
    tag = 'openim-graphql',
  } = asked;
  const usual = [
    '@method',
    '@path',
    ...(query === '' ? [] : ['@query']),
    ...(body.length > 0 ? ['content-digest'] : []),
  ];
  const components = asked.components ?? usual;
  const algorithm = alg === null ? '' : `;alg="${alg}"`;
  const list = components.map((name) => (name.startsWith('"') ? name : `"${name}"`)).join(' ');
  const params = `(${list});created=${created};nonce="${nonce}";keyid="${keyid}"${algorithm};tag="${tag}"${asked.more ?? ''}`;
  const values: Record<string, string> = {
    '@method': method,
    '@path': path,
    '@query': `?${query}`,
    'content-digest': digestOf(body),
    ...asked.fields,
  };
  const lines = components.map(
    (name) => `${name.startsWith('"') ? name : `"${name}"`}: ${values[name.replace(/^"([^"]*)".*/, '$1')]}`,
  );
  const base = [...lines, `"@signature-params": ${params}`].join('\n');
  const mac = createHmac('sha256', key).update(base).digest('base64');
  return {
    ...(body.length > 0 ? { 'content-digest': digestOf(body) } : {}),
    'signature-input': `${label}=${params}`,
    signature: `${label}=:${mac}:`,
  };
}
