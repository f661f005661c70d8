import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { describe, test } from 'node:test';
import jwt from 'jsonwebtoken';
import { readConfig } from '../../gateway/config.ts';
import type { Node } from './node.ts';
import { openProvider, type Provider } from './provider.ts';
import { openWorld, type World } from './world.ts';

const WHO = '{ currentAdmin { email name roles } }';

const open = async (provider: Pick<Provider, 'issuer'>): Promise<{ world: World; node: Node }> => {
  const roles = new Map([['chat-help', 'SUPPORT'] as const, ['chat-boss', 'OWNER'] as const]);
  const company = { issuer: provider.issuer, audience: 'openim-graphql', roleClaim: 'groups', roles };
  const world = await openWorld({ company });
  return { world, node: await world.node() };
};

const outcome = async (node: Node, bearer: string): Promise<string> => {
  const { status, data, reason } = await node.ask({ query: WHO, bearer });
  return data?.currentAdmin ? data.currentAdmin.roles.join() || 'no role' : `${status} ${reason}`;
};

describe("a token of the company's provider", { concurrency: 2 }, () => {
  test('makes its bearer an admin of the roles that it names, and of no others', async () => {
    await using provider = await openProvider();
    const { world, node } = await open(provider);
    await using _ = world;
    const { data } = await node.ask({ query: WHO, bearer: provider.token() });
    assert.deepEqual(data.currentAdmin, { email: 'kim@example.com', name: 'Kim', roles: ['SUPPORT'] });
    assert.equal(await outcome(node, provider.token({ groups: ['cooks', 'OWNER'] })), 'no role');
    const nothing = await node.ask({ query: '{ admins { totalCount } }', bearer: provider.token({ groups: 'cooks' }) });
    assert.equal(nothing.reason, 'SCOPE_MISSING');
    assert.equal(await outcome(node, provider.token({ groups: 'chat-boss' })), 'OWNER');
    assert.ok(
      (await node.ask({ query: '{ admins { totalCount } }', bearer: provider.token({ groups: 'chat-boss' }) })).data
        .admins,
    );
    const rows = await world.db('identity.admins').select('email', 'password_hash');
    assert.deepEqual(rows, [{ email: 'kim@example.com', password_hash: null }]);
    assert.deepEqual(provider.asked, ['/staff/.well-known/openid-configuration', '/keys'], 'its keys are kept');
    await world.db('identity.admins').update({ disabled_at: new Date() });
    assert.equal(await outcome(node, provider.token()), '401 TOKEN_INVALID');
  });

  test('is refused when it is altered, unsigned, of another, for another, or too old', async () => {
    await using provider = await openProvider();
    const { world, node } = await open(provider);
    await using _ = world;
    const now = Math.floor(Date.now() / 1000);
    const [head = '', body = '', signature = ''] = provider.token().split('.');
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = jwt.decode(provider.token()) as object;
    const pem = provider.publicKey.export({ format: 'pem', type: 'spki' }).toString();
    const bad: Readonly<Record<string, string>> = {
      'alg none': `${part({ alg: 'none', kid: 'p1' })}.${body}.`,
      'HS256 with the public key': jwt.sign(claims, Buffer.from(pem), { algorithm: 'HS256', keyid: 'p1' }),
      'a changed claim': `${head}.${part({ ...claims, groups: ['chat-boss'] })}.${signature}`,
      'another’s key': provider.token({}, {}, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
      'another kid': provider.token({}, { kid: 'p2' }),
      'another audience': provider.token({ aud: 'elsewhere' }),
      'another issuer': provider.token({ iss: 'https://else.example' }),
      'no end': provider.token({ exp: undefined }),
      'nobody’s': provider.token({ sub: undefined }),
      'no address': provider.token({ email: undefined }),
      'an address that nobody checked': provider.token({ email_verified: false }),
    };
    for (const [name, token] of Object.entries(bad))
      assert.equal(await outcome(node, token), '401 TOKEN_INVALID', name);
    assert.equal(await outcome(node, provider.token({ iat: now - 600, exp: now - 60 })), '401 TOKEN_EXPIRED');
    assert.equal(await outcome(node, provider.token()), 'SUPPORT');
  });

  test('does not touch the roles of an admin who has a password here', async () => {
    await using provider = await openProvider();
    const { world, node } = await open(provider);
    await using _ = world;
    await node.identity.admins.seed('kim@example.com');
    const users = '{ admins { totalCount } }';
    assert.equal((await node.ask({ query: users, bearer: provider.token() })).reason, 'SCOPE_MISSING');
    assert.deepEqual(await world.db('identity.admins').pluck('roles'), [['OWNER']]);
  });

  test('cannot be checked while the provider is away, or speaks for another; ours can', async () => {
    const gone = await openProvider();
    await gone[Symbol.asyncDispose]();
    await using lying = await openProvider({ issuer: 'https://else.example' });
    for (const provider of [gone, lying]) {
      const { world, node } = await open(provider);
      await using _ = world;
      assert.equal(await outcome(node, provider.token()), '503 PROVIDER_UNAVAILABLE');
      assert.equal(await outcome(node, 'nonsense'), '401 TOKEN_INVALID');
    }
  });

  test('is anybody’s where no provider is set', async () => {
    await using provider = await openProvider();
    await using world = await openWorld();
    assert.equal(await outcome(await world.node(), provider.token()), '401 TOKEN_INVALID');
    assert.deepEqual(provider.asked, []);
  });
});

test('a provider is set with its audience, over https, or on this machine in development', () => {
  const faults = (environment: Record<string, string>): string => {
    try {
      return JSON.stringify(readConfig(environment).company);
    } catch (error) {
      return (error as Error).message;
    }
  };
  const here = { ADMIN_OIDC_ISSUER: 'http://127.0.0.1:9/x', ADMIN_OIDC_AUDIENCE: 'a' };
  assert.equal(faults({}), 'null');
  assert.match(faults(here), /"roleClaim":"roles"/);
  assert.match(faults({ ...here, NODE_ENV: 'production' }), /ADMIN_OIDC_ISSUER: its keys are fetched over https only/);
  assert.match(faults({ ...here, ADMIN_OIDC_ISSUER: 'http://login.example.com' }), /https only/);
  assert.match(faults({ ADMIN_OIDC_ISSUER: 'https://login.example.com' }), /ADMIN_OIDC_AUDIENCE/);
  assert.match(faults({ ...here, ADMIN_OIDC_ROLES: 'a=KING' }), /ADMIN_OIDC_ROLES/);
});
