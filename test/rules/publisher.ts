import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';

export interface Key {
  readonly kid: string;
  readonly thumbprint: string;
  sign(document: object, typ?: string): Promise<string>;
}

let made = 0;

export async function newKey(alg: 'ES256' | 'EdDSA'): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const [jwk, kid] = [await exportJWK(publicKey), `k${made++}`];
  keys.set(kid, { ...jwk, kid, alg, use: 'sig' });
  return {
    kid,
    thumbprint: await calculateJwkThumbprint(jwk),
    sign: (document, typ = 'policy-list+jws') =>
      new CompactSign(Buffer.from(JSON.stringify(document)))
        .setProtectedHeader({ alg, typ, kid, jwk })
        .sign(privateKey),
  };
}

const keys = new Map<string, object>();

export const HOUR = 3_600;
export const inHours = (hours: number): number => Math.floor(Date.now() / 1_000) + hours * HOUR;

/** Somebody who publishes a list, well or badly. */
export interface Publisher extends AsyncDisposable {
  readonly url: string;
  readonly jwksURL: string;
  status: number;
  body: string | Buffer;
  etag: string | null;
  /** Of its JWK set. */
  serves: readonly Key[];
  /** Answers wait for it. */
  open: Promise<void>;
  /** Each request's `If-None-Match`. */
  readonly asked: (string | undefined)[];
}

export async function openPublisher(): Promise<Publisher> {
  const server = createServer(async (request, response) => {
    if (request.url === '/jwks.json') {
      response.end(JSON.stringify({ keys: publisher.serves.map(({ kid }) => keys.get(kid)) }));
      return;
    }
    const known = request.headers['if-none-match'];
    publisher.asked.push(known);
    await publisher.open;
    if (publisher.etag !== null && known === publisher.etag) response.writeHead(304).end();
    else
      response.writeHead(publisher.status, publisher.etag === null ? {} : { etag: publisher.etag }).end(publisher.body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const publisher: Publisher = {
    ...{ url: `${url}/list`, jwksURL: `${url}/jwks.json`, status: 200, body: '', etag: null, serves: [], asked: [] },
    open: Promise.resolve(),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return publisher;
}
