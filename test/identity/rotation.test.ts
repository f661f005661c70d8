import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import jwt from 'jsonwebtoken';
import { generateAdminKeys, parseAdminKeys } from '../../subgraphs/identity/keys/admin-keys.ts';
import { generateIdentityKey } from '../../subgraphs/identity/keys/identity-key.ts';
import { generateSessionKEK, parseSessionKEK } from '../../subgraphs/identity/keys/kek.ts';
import { admin } from '../gateway/run-admin.ts';
import { codeOf, type Desk, OWNER, openDesk } from './desk.ts';

const WHO = '{ currentAdmin { email } }';
const [K1, K2] = [generateSessionKEK(), generateSessionKEK().replace('k1:', 'k2:')];
const KEYS = generateAdminKeys();

const open = (): Promise<Desk> => openDesk({ sessionKEK: parseSessionKEK(K1), adminKeys: parseAdminKeys(KEYS) });

const run = ({ world }: Desk, words: readonly string[], settings: object = {}, input = '') =>
  admin(
    words,
    {
      DATABASE_URL: world.databaseURL,
      SESSION_KEK: K1,
      IDENTITY_KEY: generateIdentityKey(),
      ADMIN_JWT_KEYS: KEYS,
      ...settings,
    },
    input,
  );

const kidOf = (token: string): string => jwt.decode(token, { complete: true })?.header.kid ?? '';

describe('rotate-keys', () => {
  test('makes a key that every node knows before it signs, and takes the old one until its last token has expired', async () => {
    await using office = await open();
    const before = await office.bearer();
    const { stdout, stderr } = run(office, ['rotate-keys']);
    assert.match(stdout, /^r\S+ signs from /, stderr);
    const kid = stdout.split(' ')[0] ?? '';
    const row = await office.world.db('identity.admin_keys').where({ kid }).first();
    assert.ok(Math.abs(row.signs_from.getTime() - Date.now() - 120_000) < 20_000);
    assert.match(row.sealed_key, /^k1\./);

    const during = await office.world.node();
    assert.deepEqual(
      during.identity
        .adminKeys()
        .map((key) => key.kid)
        .toSorted(),
      ['a1', kid].toSorted(),
    );
    const early = (await office.login({ node: during })).data.adminLogin.accessToken;
    assert.equal(kidOf(early), 'a1', 'nodes that have not looked yet would refuse the new one');

    const past = new Date(Date.now() - 1_000);
    await office.world.db('identity.admin_keys').where({ kid }).update({ signs_from: past });
    const after = await office.world.node();
    const newer = (await office.login({ node: after })).data.adminLogin.accessToken;
    assert.equal(kidOf(newer), kid);
    for (const node of [office.node, after])
      for (const bearer of [before, newer]) assert.ok((await node.ask({ query: WHO, bearer })).data.currentAdmin);

    await office.world.db('identity.admin_keys').whereNotNull('retires_at').update({ retires_at: past });
    const done = await office.world.node();
    assert.deepEqual(
      done.identity.adminKeys().map((key) => key.kid),
      [kid],
    );
    assert.equal((await done.ask({ query: WHO, bearer: before })).reason, 'TOKEN_INVALID', 'an expired key');
    assert.ok((await done.ask({ query: WHO, bearer: newer })).data.currentAdmin);
  });

  test('twice in a row leaves one that signs, and shows no private half', async () => {
    await using office = await open();
    for (let round = 0; round < 2; round += 1) assert.equal(run(office, ['rotate-keys']).status, 0);
    const node = await office.world.node();
    assert.equal(node.identity.adminKeys().length, 3);
    for (const jwk of node.identity.adminKeys())
      assert.deepEqual(Object.keys(jwk).toSorted(), ['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
    assert.ok((await office.login({ node })).data.adminLogin);
  });
});

describe('rotate-kek', () => {
  test('encrypts everything anew, so that the old key can go, and ends no session, secret or key', async () => {
    await using office = await open();
    const bearer = await office.bearer();
    const { secret } = await office.turnOnTOTP(bearer);
    const ann = await office.node.signIn('ann@example.com');
    run(office, ['rotate-keys']);
    const { stdout } = run(office, ['rotate-kek'], { SESSION_KEK: `${K2},${K1}` });
    assert.match(stdout, /identity\.sessions: 1 rows/);
    assert.match(stdout, /identity\.admin_totp: 1 rows/);
    assert.match(stdout, /identity\.admin_keys: 1 rows/);
    assert.doesNotMatch(run(office, ['rotate-kek'], { SESSION_KEK: `${K2},${K1}` }).stdout, /[1-9]\d* rows/);

    const node = await office.world.node({ sessionKEK: parseSessionKEK(K2) });
    assert.equal(await node.who(ann), 'ok');
    assert.equal(node.identity.adminKeys().length, 2);
    assert.ok((await office.login({ node, totp: codeOf(secret, 1) })).data.adminLogin);
  });

  test('goes on where it was killed, and counts what no key opens', async () => {
    await using office = await open();
    const people = ['ann', 'bo', 'chen'];
    for (const name of people) await office.node.signIn(`${name}@example.com`);
    const sessions = () => office.world.db('identity.sessions').orderBy('id');
    const [first, second] = await sessions();
    // As a run that was killed after its first row leaves it, and a row of another key.
    await office.world.db('identity.sessions').where({ id: first.id }).update({ sealed_key: 'k2.done' });
    await office.world.db('identity.sessions').where({ id: second.id }).update({ sealed_key: 'k9.gone' });
    const { stdout } = run(office, ['rotate-kek'], { SESSION_KEK: `${K2},${K1}` });
    assert.match(stdout, /identity\.sessions: 1 rows were encrypted anew, 1 open with none of the keys/);
    assert.equal((await sessions())[0].sealed_key, 'k2.done');
  });
});

describe('create', () => {
  test('makes the first owner, with a password of theirs or one that is printed once', async () => {
    await using office = await open();
    const made = run(office, ['create', '--email', 'Boss@Example.com', '--role', 'OWNER', '--name', 'Boss']);
    const password = /^password (\S+) /m.exec(made.stdout)?.[1] ?? '';
    const { admin: boss } = (await office.login({ email: 'boss@example.com', password })).data.adminLogin;
    assert.deepEqual([boss.email, boss.roles], ['boss@example.com', ['OWNER']]);

    const own = 'correct horse battery staple';
    const words = ['create', '--email', 'help@example.com', '--role', 'SUPPORT', '--password-stdin'];
    const silent = run(office, words, {}, `${own}\n`);
    assert.ok(!silent.stdout.includes(own) && !silent.stdout.includes('password'));
    assert.ok((await office.login({ email: 'help@example.com', password: own })).data.adminLogin);
    assert.deepEqual((await office.login()).data.adminLogin.admin.email, OWNER);
  });

  test('refuses a short password, an unknown role, no address, and somebody who is an admin already', async () => {
    await using office = await open();
    const email = ['--email', 'help@example.com'];
    for (const [words, input, told] of [
      [['create', ...email, '--role', 'SUPPORT', '--password-stdin'], 'short\n', /12 to 256 characters/],
      [['create', ...email, '--role', 'KING'], '', /OWNER, ADMIN/],
      [['create', '--role', 'OWNER'], '', /--email/],
      [['create', '--email', 'nothing', '--role', 'OWNER'], '', /mail address/],
      [['create', '--email', OWNER, '--role', 'OWNER'], '', /an admin of this address/],
      [['create', ...email, '--rôle', 'OWNER'], '', /rôle/],
    ] as const) {
      const { status, stderr, stdout } = run(office, words, {}, input);
      assert.equal(status, 1, words.join(' '));
      assert.match(stderr, told);
      assert.equal(stdout, '');
    }
  });
});
