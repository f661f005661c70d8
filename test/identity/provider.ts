import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import jwt from 'jsonwebtoken';

/** A small OpenID provider on loopback. */
export interface Provider extends AsyncDisposable {
  readonly issuer: string;
  readonly publicKey: KeyObject;
  /** What it was asked for. */
  readonly asked: string[];
  /** A token of its own, with what a test wants otherwise; undefined leaves a claim out. */
  token(claims?: object, header?: object, key?: jwt.Secret): string;
}

export async function openProvider(metadata: object = {}): Promise<Provider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const body = {
      '/staff/.well-known/openid-configuration': { issuer, jwks_uri: `${origin}/keys`, ...metadata },
      '/keys': { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'p1', use: 'sig', alg: 'RS256' }] },
    }[request.url ?? ''];
    response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer = `${origin}/staff`;
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: issuer,
    aud: 'openim-graphql',
    sub: 's1',
    email: 'Kim@Example.com',
    email_verified: true,
    name: 'Kim',
    groups: ['chat-help', 'cooks'],
    iat: now,
    exp: now + 300,
  };
  return {
    issuer,
    publicKey,
    asked,
    token: (changed = {}, header = {}, key = privateKey) =>
      jwt.sign(JSON.parse(JSON.stringify({ ...claims, ...changed })), key, {
        algorithm: 'RS256',
        header: { alg: 'RS256', kid: 'p1', ...header } as jwt.JwtHeader,
        allowInsecureKeySizes: true,
      }),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
