import assert from 'node:assert/strict';
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { describe, test } from 'node:test';
import { hash, verify } from '@node-rs/argon2';
import jwt from 'jsonwebtoken';
import { generateAdminKeys, jwkOf, parseAdminKeys } from '../../subgraphs/identity/keys/admin-keys.ts';
import { ADMIN_LOGIN, ADMIN_REFRESH } from './documents.ts';
import type { Node, Told } from './node.ts';
import { openWorld, type World } from './world.ts';

const EMAIL = 'admin@example.com';
const WHO = '{ currentAdmin { id email name roles } me { id } }';

const login = (node: Node, password: string, email = EMAIL, from = '192.0.2.1'): Promise<Told> =>
  node.ask({ query: ADMIN_LOGIN, variables: { email, password }, from });
const refresh = (node: Node, token: string): Promise<Told> => node.ask({ query: ADMIN_REFRESH, variables: { token } });

async function openOffice(): Promise<World & { node1: Node; password: string }> {
  const world = await openWorld();
  const node1 = await world.node();
  const { password = '' } = (await node1.identity.admins.seed(EMAIL)) ?? {};
  return Object.defineProperties(world, { node1: { value: node1 }, password: { value: password } }) as never;
}

describe('admins', { concurrency: 2 }, () => {
  test('sign in, are known by their token, and are no user', async () => {
    await using office = await openOffice();
    const { data } = await login(office.node1, office.password, 'Admin@Example.com');
    const { accessToken, expiresAt, admin } = data.adminLogin;
    assert.deepEqual([admin.email, admin.roles], [EMAIL, ['OWNER']]);
    assert.ok(Math.abs(Date.parse(expiresAt) - Date.now() - 600_000) < 3_000);
    const other = await office.node();
    const told = await other.ask({ query: WHO, bearer: accessToken });
    assert.deepEqual(told.data, { currentAdmin: admin, me: null });
    const sessions = await other.ask({ query: '{ sessions { id } }', bearer: accessToken });
    assert.deepEqual([sessions.reason, sessions.extensions.code], ['USERS_ONLY', 'FORBIDDEN']);
  });

  test('are seeded once, whoever starts first', async () => {
    await using world = await openWorld();
    const nodes = [await world.node(), await world.node()];
    const seeded = await Promise.all(nodes.map(({ identity }) => identity.admins.seed(EMAIL)));
    assert.equal(seeded.filter((one) => one !== null).length, 1);
    assert.equal(await nodes[0]?.identity.admins.seed('second@example.com'), null);
  });

  test('passwords are tried so often from one place, and the right one still works from another', async () => {
    await using office = await openOffice();
    const { node1: node } = office;
    const tries = await Promise.all(Array.from({ length: 12 }, () => login(node, 'wrong')));
    assert.equal(tries.filter(({ reason }) => reason === 'CREDENTIALS_WRONG').length, 10);
    assert.equal(tries.filter(({ reason }) => reason === 'RATE_LIMITED').length, 2);
    assert.equal((await login(node, office.password)).reason, 'RATE_LIMITED');
    assert.ok((await login(node, office.password, EMAIL, '198.51.100.9')).data.adminLogin);
  });

  test('the roles of the moment are read at each request, on each node', async () => {
    await using office = await openOffice();
    const { node1: node } = office;
    const bearer = (await login(node, office.password)).data.adminLogin.accessToken;
    const query = '{ currentAdmin { roles } }';
    assert.deepEqual((await node.ask({ query, bearer })).data.currentAdmin.roles, ['OWNER']);
    await office.db('identity.admins').update({ roles: ['ANALYST'] });
    const [{ id }] = await office.db('identity.admins').select('id');
    const viewer = await node.identity.admins.verify(bearer);
    const reading = ['users', 'groups', 'moderation', 'stickers', 'statistics', 'events'].map((area) => `${area}:read`);
    const scopes = new Set([...reading, 'admins:self']);
    const [{ id: signIn }] = await office.db('identity.admin_sign_ins').select('id');
    assert.deepEqual(viewer, { kind: 'admin', id, signIn, roles: ['ANALYST'], scopes });
    assert.deepEqual((await node.ask({ query, bearer })).data.currentAdmin.roles, ['ANALYST']);
    await office.db('identity.admins').update({ disabled_at: new Date() });
    const gone = await node.ask({ query, bearer });
    assert.deepEqual([gone.status, gone.reason], [401, 'TOKEN_INVALID']);
  });
});

describe('refresh tokens', { concurrency: 2 }, () => {
  test('are good once, and each gives the next', async () => {
    await using office = await openOffice();
    const { node1: node } = office;
    let { refreshToken } = (await login(node, office.password)).data.adminLogin;
    for (let nth = 0; nth < 3; nth += 1) {
      const { data } = await refresh(node, refreshToken);
      assert.notEqual(data.adminRefresh.refreshToken, refreshToken);
      ({ refreshToken } = data.adminRefresh);
      assert.ok((await node.ask({ query: WHO, bearer: data.adminRefresh.accessToken })).data.currentAdmin);
    }
  });

  test('used again, end all of their sign-in, and no other', async () => {
    await using office = await openOffice();
    const { node1: node } = office;
    const mine = (await login(node, office.password)).data.adminLogin.refreshToken;
    const other = (await login(node, office.password)).data.adminLogin.refreshToken;
    const next = (await refresh(node, mine)).data.adminRefresh.refreshToken;
    const reused = await refresh(node, mine);
    assert.deepEqual([reused.reason, reused.extensions.code], ['REFRESH_REUSED', 'UNAUTHENTICATED']);
    assert.equal((await refresh(node, next)).reason, 'REFRESH_INVALID');
    assert.ok((await refresh(node, other)).data.adminRefresh);
  });

  test('when the same one is used twice at once, on two nodes, nothing of that sign-in is left', async () => {
    await using office = await openOffice();
    const [node, other] = [office.node1, await office.node()];
    for (let round = 0; round < 5; round += 1) {
      const from = `192.0.2.${round}`;
      const { refreshToken } = (await login(node, office.password, EMAIL, from)).data.adminLogin;
      const both = await Promise.all([refresh(node, refreshToken), refresh(other, refreshToken)]);
      const given = both.flatMap(({ data }) => data.adminRefresh ?? []);
      assert.deepEqual([given.length, both.filter(({ reason }) => reason === 'REFRESH_REUSED').length], [1, 1]);
      assert.equal((await refresh(node, given[0].refreshToken)).reason, 'REFRESH_INVALID');
    }
  });

  test('live twelve hours from the sign-in, however often they were traded', async () => {
    await using office = await openOffice();
    const { node1: node } = office;
    const first = (await login(node, office.password)).data.adminLogin.refreshToken;
    const { expires_at } = await office.db('identity.admin_sign_ins').first('expires_at');
    assert.ok(Math.abs(expires_at.getTime() - Date.now() - 12 * 3_600_000) < 5_000);
    const second = (await refresh(node, first)).data.adminRefresh.refreshToken;
    const ends = await office.db('identity.admin_sign_ins').distinct('expires_at');
    assert.equal(ends.length, 1);
    await office.db('identity.admin_sign_ins').update({ expires_at: new Date() });
    assert.equal((await refresh(node, second)).reason, 'REFRESH_INVALID');
    assert.equal((await refresh(node, 'nonsense')).reason, 'REFRESH_INVALID');
  });
});

describe('access tokens', { concurrency: 2 }, () => {
  test('that are not ours, or not for this, are TOKEN_INVALID', async () => {
    const text = generateAdminKeys();
    const adminKeys = parseAdminKeys(text);
    await using world = await openWorld({ adminKeys });
    const node = await world.node();
    const { password = '' } = (await node.identity.admins.seed(EMAIL)) ?? {};
    const real = (await login(node, password)).data.adminLogin.accessToken;
    const { sub: id, sid } = jwt.decode(real) as jwt.JwtPayload;
    const der = { key: Buffer.from(text.slice(3), 'base64url'), format: 'der', type: 'pkcs8' } as const;
    const ours = createPrivateKey(der);
    const theirs = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const spki = adminKeys[0].publicKey.export({ format: 'pem', type: 'spki' }).toString();
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      sub: id,
      jti: 'j',
      sid,
      iat: now,
      exp: now + 600,
      iss: 'https://chat.example',
      aud: 'https://chat.example',
    };
    const sign = (changed: object = {}, header: object = {}, key: jwt.Secret = ours): string =>
      jwt.sign(JSON.parse(JSON.stringify({ ...claims, ...changed })), key, {
        algorithm: 'ES256',
        header: { alg: 'ES256', kid: 'a1', typ: 'at+jwt', ...header } as jwt.JwtHeader,
      });
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = `${part({ alg: 'none', kid: 'a1', typ: 'at+jwt' })}.${part(claims)}.`;
    const hmac = jwt.sign(claims, Buffer.from(spki), {
      algorithm: 'HS256',
      header: { alg: 'HS256', kid: 'a1', typ: 'at+jwt' },
    });
    const [head = '', body = '', signature = ''] = sign().split('.');
    const outcome = async (bearer: string): Promise<string> => {
      const { status, reason, data } = await node.ask({ query: WHO, bearer });
      return data?.currentAdmin ? 'ok' : `${status} ${reason}`;
    };
    assert.equal(await outcome(sign()), 'ok');
    const bad: Readonly<Record<string, string>> = {
      'no signature': unsigned,
      'alg none with our signature': `${part({ alg: 'none', kid: 'a1', typ: 'at+jwt' })}.${body}.${signature}`,
      'HS256 with the public key': hmac,
      'another’s key': sign({}, {}, theirs),
      'another kid': sign({}, { kid: 'a2' }),
      'no kid': sign({}, { kid: undefined }),
      'typ JWT': sign({}, { typ: 'JWT' }),
      'no typ': sign({}, { typ: undefined }),
      'a life of 601 s': sign({ exp: now + 601 }),
      'no end': sign({ exp: undefined }),
      'an end without a beginning': sign({ iat: now - 601 }),
      'another issuer': sign({ iss: 'https://else.example' }),
      'another audience': sign({ aud: 'https://else.example' }),
      'no audience': sign({ aud: undefined }),
      'nobody’s': sign({ sub: 'nobody' }),
      'no subject': sign({ sub: undefined }),
      'no id': sign({ jti: undefined }),
      'of no sign-in': sign({ sid: undefined }),
      'of another’s sign-in': sign({ sid: 'another' }),
      'a changed claim': `${head}.${part({ ...claims, sub: 'x' })}.${signature}`,
      'no JSON in it': `${part({ alg: 'ES256', kid: 'a1', typ: 'JWT' })}.bm90IGpzb24.${signature}`,
      'no token': 'nonsense',
    };
    for (const [name, token] of Object.entries(bad)) assert.equal(await outcome(token), '401 TOKEN_INVALID', name);
    assert.equal(await outcome(sign({ iat: now - 600, exp: now - 1 })), '401 TOKEN_EXPIRED');
  });

  test('outlive a rotation of the keys, and not the end of their key', async () => {
    const first = generateAdminKeys();
    const second = generateAdminKeys().replace('a1:', 'a2:');
    await using world = await openWorld({ adminKeys: parseAdminKeys(first) });
    const node = await world.node();
    const { password = '' } = (await node.identity.admins.seed(EMAIL)) ?? {};
    const bearer = (await login(node, password)).data.adminLogin.accessToken;
    const rotated = await world.node({ adminKeys: parseAdminKeys(`${second},${first}`) });
    assert.ok((await rotated.ask({ query: WHO, bearer })).data.currentAdmin);
    const newer = (await login(rotated, password)).data.adminLogin.accessToken;
    assert.equal(jwt.decode(newer, { complete: true })?.header.kid, 'a2');
    const done = await world.node({ adminKeys: parseAdminKeys(second) });
    assert.equal((await done.ask({ query: WHO, bearer })).reason, 'TOKEN_INVALID');
    assert.ok((await done.ask({ query: WHO, bearer: newer })).data.currentAdmin);
  });

  test('public keys show nothing private', () => {
    for (const jwk of parseAdminKeys(generateAdminKeys()).map(jwkOf))
      assert.deepEqual(Object.keys(jwk).toSorted(), ['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });
});

test('a wrong password, an unknown address and a disabled admin are CREDENTIALS_WRONG after the same work', async () => {
  await using office = await openOffice();
  const { node1: node } = office;
  await office.db('identity.admins').insert({
    ...(await office.db('identity.admins').first('password_hash', 'roles', 'name')),
    ...{ id: 'gone', email: 'gone@example.com', disabled_at: new Date() },
  });
  const hashed = await hash('another');
  const works: Readonly<Record<string, (from: string) => Promise<void>>> = {
    'one hash': async () => assert.equal(await verify(hashed, 'wrong'), false),
    ...Object.fromEntries(
      [EMAIL, 'nobody@example.com', 'gone@example.com'].map((email) => [
        email,
        async (from: string) => {
          const { reason, extensions } = await login(node, office.password.replace(/^./, '!'), email, from);
          assert.deepEqual([reason, extensions.code], ['CREDENTIALS_WRONG', 'UNAUTHENTICATED']);
        },
      ]),
    ),
  };
  const least: Record<string, number> = {};
  // Turn about, and the least of each, in time of the processor: how busy the machine is does not count.
  for (let round = 0; round < 8; round += 1)
    for (const [name, work] of Object.entries(works)) {
      const began = process.cpuUsage();
      await work(`192.0.2.${round}`);
      const { user, system } = process.cpuUsage(began);
      least[name] = Math.min(least[name] ?? Number.POSITIVE_INFINITY, user + system);
    }
  const { 'one hash': hashing = 0, ...logins } = least;
  for (const [email, spent] of Object.entries(logins))
    assert.ok(spent > hashing / 2, `${email}: ${spent} µs, a hash ${hashing} µs`);
  assert.equal((await login(node, office.password, 'gone@example.com')).reason, 'CREDENTIALS_WRONG');
});
