import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { generateSessionKEK, parseSessionKEK } from '../../subgraphs/identity/keys/kek.ts';
import { codeOf } from './desk.ts';
import { ADMIN_LOGIN, ADMIN_REFRESH, VERIFY } from './documents.ts';
import { halfKey } from './handshake.ts';
import { openWorld, type World } from './world.ts';

const ANN = 'ann@example.com';

/** Every row of every table of identity, as text. */
async function everyRow({ db }: World): Promise<string> {
  const tables = await db('pg_tables').where({ schemaname: 'identity' }).pluck('tablename');
  assert.ok(tables.length >= 8);
  const rows = await Promise.all(
    tables.map((table) => db(`identity.${table}`).select(db.raw('to_jsonb(??.*) as row', [table]))),
  );
  return JSON.stringify(rows);
}

const spellings = (key: Buffer): string[] => [
  key.toString('base64url'),
  key.toString('base64').replace(/=+$/, ''),
  key.toString('hex'),
  JSON.stringify([...key]),
];

describe('at rest', { concurrency: 2 }, () => {
  test('no session key, code, password or refresh token stands in a table, in the store, or in the log', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const ann = await node.signIn(ANN);
    const renewed = (await node.renew(ann)).login();
    assert.equal(await node.who(renewed), 'ok');
    await node.request('bo@example.com');
    const codes = [await node.code(ANN), await node.code('bo@example.com')];
    const seeded = await node.identity.admins.seed('admin@example.com');
    const password = seeded?.password ?? '';
    const login = await node.ask({ query: ADMIN_LOGIN, variables: { email: 'admin@example.com', password } });
    const { refreshToken } = login.data.adminLogin;
    const next = await node.ask({ query: ADMIN_REFRESH, variables: { token: refreshToken } });
    const bearer = next.data.adminRefresh.accessToken as string;
    const begun = await node.ask({ query: `mutation { beginTOTP(password: "${password}") { secret } }`, bearer });
    const totp = begun.data.beginTOTP.secret as string;
    const confirm = `mutation { confirmTOTP(code: "${codeOf(totp)}") { recoveryCodes } }`;
    const { recoveryCodes } = (await node.ask({ query: confirm, bearer })).data.confirmTOTP;

    const secrets = {
      ...Object.fromEntries([ann, renewed].flatMap(({ key }) => spellings(key)).map((text, n) => [`key ${n}`, text])),
      password,
      refreshToken,
      nextRefreshToken: next.data.adminRefresh.refreshToken as string,
      totp,
      recoveryCode: recoveryCodes[0] as string,
      accessToken: login.data.adminLogin.accessToken as string,
    };
    const places = { tables: await everyRow(world), store: world.store.written.join('\n'), log: world.log.join('\n') };
    for (const [place, text] of Object.entries(places))
      for (const [name, secret] of Object.entries(secrets))
        assert.ok(!text.includes(secret), `${name} in the ${place}`);
    // Six digits may stand in any number: so they are looked for as a text of their own.
    for (const [place, text] of Object.entries(places))
      for (const code of codes) assert.doesNotMatch(text, new RegExp(`["':]${code}["'\\\\]`), `a code in the ${place}`);
    assert.doesNotMatch(places.log + places.store, /ann@example|bo@example/);
    assert.ok(places.tables.includes(ann.keyid) && places.store.includes(ann.keyid), 'the places were looked at');
  });

  test('a sealed key that is copied to another session does not open there', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const [ann, bo] = [await node.signIn(ANN), await node.signIn('bo@example.com')];
    const { sealed_key } = await world.db('identity.sessions').where({ id: ann.keyid }).first('sealed_key');
    await world.db('identity.sessions').where({ id: bo.keyid }).update({ sealed_key });
    await world.store.lose();
    const other = await world.node();
    assert.equal(await other.who({ keyid: bo.keyid, key: ann.key }), 'SESSION_EXPIRED');
  });
});

describe('SESSION_KEK', { concurrency: 2 }, () => {
  const [first, second] = [generateSessionKEK(), generateSessionKEK().replace('k1:', 'k2:')];

  test('is rotated without ending a session or a code: the first encrypts, all decrypt', async () => {
    await using world = await openWorld({ sessionKEK: parseSessionKEK(first) });
    const node = await world.node();
    const before = await node.signIn(ANN);
    const challengeID = (await node.request('bo@example.com')).data.requestOTP.id;

    const rotated = await world.node({ sessionKEK: parseSessionKEK(`${second},${first}`) });
    assert.equal(await rotated.who(before), 'ok');
    const device = { name: 'Test', platform: 'WEB', publicKey: halfKey().publicKey };
    const input = { challengeID, code: await node.code('bo@example.com'), device };
    assert.ok((await rotated.ask({ query: VERIFY, variables: { input } })).data.verifyOTP);
    const after = await rotated.signIn('chen@example.com');
    const { sealed_key } = await world.db('identity.sessions').where({ id: after.keyid }).first('sealed_key');
    assert.match(sealed_key, /^k2\./);

    const done = await world.node({ sessionKEK: parseSessionKEK(second) });
    assert.deepEqual([await done.who(before), await done.who(after)], ['SESSION_EXPIRED', 'ok']);
  });

  test('that is another one opens nothing, and says nothing', async () => {
    await using world = await openWorld({ sessionKEK: parseSessionKEK(first) });
    const node = await world.node();
    const ann = await node.signIn(ANN);
    const challengeID = (await node.request('bo@example.com')).data.requestOTP.id;
    const wrong = await world.node({ sessionKEK: parseSessionKEK(generateSessionKEK()) });
    assert.equal(await wrong.who(ann), 'SESSION_EXPIRED');
    const device = { name: 'Test', platform: 'WEB', publicKey: halfKey().publicKey };
    const input = { challengeID, code: await node.code('bo@example.com'), device };
    assert.equal((await wrong.ask({ query: VERIFY, variables: { input } })).reason, 'CODE_WRONG');
    assert.equal(await node.who(ann), 'ok');
  });

  for (const text of ['', 'k1', 'k1:short', `${first},`, `${first}=`, first.replace('k1', 'k 1')])
    test(`cannot be ${JSON.stringify(text.replace(/[\w-]{43}/, '…'))}`, () => {
      assert.throws(() => parseSessionKEK(text), { name: 'InvalidKeyError', message: /id:key/ });
    });
});
