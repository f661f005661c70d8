import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { openWorld, type World } from '../world/world.ts';

const random = (bytes: number): string => randomBytes(bytes).toString('base64url');
const BODY = JSON.stringify({ query: '{ __typename }' });

/** Signed by nobody: a session and a key that never were. */
function signature(keyid: string): Record<string, string> {
  const created = Math.floor(Date.now() / 1000);
  const parameters = `created=${created};nonce="${random(16)}";keyid="${keyid}";alg="hmac-sha256";tag="openim-graphql"`;
  return {
    'content-digest': `sha-256=:${Buffer.alloc(32).toString('base64')}:`,
    'signature-input': `sig1=("@method" "@path" "content-digest");${parameters}`,
    signature: `sig1=:${Buffer.alloc(32).toString('base64')}:`,
  };
}

/** In the shape of an admin's token, with a key and a signature that never were. */
function token(kid = random(8)): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const claims = { sub: 'x', jti: 'x', sid: 'x', iat: now, exp: now + 600 };
  return `${part({ alg: 'ES256', typ: 'at+jwt', kid })}.${part(claims)}.${random(64)}`;
}

describe('unsigned junk costs next to nothing', () => {
  let world: World;
  before(async () => {
    world = await openWorld({ TRUST_PROXY: '127.0.0.1' });
  });
  after(() => world[Symbol.asyncDispose]());

  async function send(headers: Record<string, string>, from = '203.0.113.9'): Promise<string> {
    const sent = { 'content-type': 'application/json', 'x-forwarded-for': from, ...headers };
    const response = await fetch(`${world.url}/graphql`, { method: 'POST', headers: sent, body: BODY });
    const { errors } = (await response.json()) as { errors?: { extensions: { reason: string } }[] };
    return `${response.status} ${errors?.[0]?.extensions.reason ?? 'ok'}`;
  }
  async function many(count: number, headers: () => Record<string, string>): Promise<string[]> {
    const told: string[] = [];
    for (let from = 0; from < count; from += 20)
      told.push(...(await Promise.all(Array.from({ length: 20 }, () => send(headers())))));
    return told;
  }

  test('sessions that never were are looked up so often for one address, and then not at all', async () => {
    assert.deepEqual(new Set(await many(300, () => signature(random(16)))), new Set(['401 SESSION_UNKNOWN']));
    const { result, statements } = await world.price(() => many(40, () => signature(random(16))));
    assert.deepEqual([...new Set(result)], ['429 LOOKUPS_LIMITED']);
    assert.equal(statements, 0);
  });

  test('who is somewhere else, and who shows no credential, is served meanwhile', async () => {
    assert.equal(await send(signature(random(16)), '198.51.100.7'), '401 SESSION_UNKNOWN');
    assert.equal(await send({}), '200 ok');
    const ann = await world.signIn('ann@example.com');
    assert.deepEqual((await ann.query<{ me: { id: string } }, object>('{ me { id } }', {})).me, { id: ann.id });
  });

  test('tokens of keys that never were cost one look for all of them, and no more', async () => {
    await send({ authorization: `Bearer ${token()}` });
    const { result, statements } = await world.price(() => many(200, () => ({ authorization: `Bearer ${token()}` })));
    assert.deepEqual([...new Set(result)], ['401 TOKEN_INVALID']);
    assert.ok(statements <= 2, `${statements} statements`);
  });

  test('nor do tokens that name a key of ours', async () => {
    const { keys } = (await (await fetch(`${world.url}/.well-known/jwks.json`)).json()) as { keys: { kid: string }[] };
    const { result, statements } = await world.price(() =>
      many(100, () => ({ authorization: `Bearer ${token(keys[0]?.kid)}` })),
    );
    assert.deepEqual([...new Set(result)], ['401 TOKEN_INVALID']);
    assert.ok(statements <= 2, `${statements} statements`);
  });
});
