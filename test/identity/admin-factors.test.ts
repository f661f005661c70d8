import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { codeOf, OWNER, openDesk } from './desk.ts';

const WHO = '{ currentAdmin { id } }';
const quoted = JSON.stringify;

describe('an authenticator app', { concurrency: 2 }, () => {
  test('is asked for once the password was right, and each of its codes is good once', async () => {
    await using office = await openDesk();
    const { secret, at, recoveryCodes } = await office.turnOnTOTP(await office.bearer());
    assert.equal(recoveryCodes.length, 10);
    const asked = await office.login();
    assert.deepEqual(
      [asked.reason, asked.extensions.code, asked.extensions.factors],
      ['TOTP_REQUIRED', 'UNAUTHENTICATED', ['TOTP']],
    );
    assert.equal((await office.login({ totp: '000000' })).reason, 'TOTP_WRONG');
    assert.equal((await office.login({ totp: codeOf(secret, 3, at) })).reason, 'TOTP_WRONG');
    assert.equal(
      (await office.login({ totp: codeOf(secret, 0, at) })).reason,
      'TOTP_WRONG',
      'the one that confirmed it',
    );
    const code = codeOf(secret, 1, at);
    assert.ok((await office.login({ totp: code })).data.adminLogin);
    assert.equal((await office.login({ totp: code })).reason, 'TOTP_WRONG');
  });

  test('whose code is tried ten times at once lets one in', async () => {
    await using office = await openDesk();
    const { secret } = await office.turnOnTOTP(await office.bearer());
    const totp = codeOf(secret, 1);
    const other = await office.world.node();
    const all = await Promise.all(
      Array.from({ length: 6 }, (_, nth) => office.login({ totp, node: nth % 2 ? other : office.node })),
    );
    assert.equal(all.filter(({ data }) => data?.adminLogin).length, 1);
  });

  test('is told of to nobody who does not know the password', async () => {
    await using office = await openDesk();
    const { secret } = await office.turnOnTOTP(await office.bearer());
    const tries = [
      await office.login({ password: 'not the password' }),
      await office.login({ password: 'not the password', totp: codeOf(secret, 1) }),
      await office.login({ email: 'nobody@example.com' }),
    ];
    const told = tries.map(({ status, text }) => ({ status, text: text.replace(/"path":\[[^\]]*\]/, '') }));
    assert.equal(new Set(told.map((each) => quoted(each))).size, 1);
    assert.equal(tries[0]?.reason, 'CREDENTIALS_WRONG');
  });

  test('is turned on and off with the password only, whoever holds a token', async () => {
    await using office = await openDesk();
    const bearer = await office.bearer();
    assert.equal(
      (await office.ask('mutation { beginTOTP(password: "wrong") { secret } }', bearer)).reason,
      'CREDENTIALS_WRONG',
    );
    assert.equal(
      (await office.ask('mutation { confirmTOTP(code: "123456") { admin { id } } }', bearer)).reason,
      'TOTP_NOT_BEGUN',
    );
    const { secret } = await office.turnOnTOTP(bearer);
    const again = await office.ask(
      `mutation { beginTOTP(password: ${quoted(office.password)}, totp: "${codeOf(secret, 1)}") { secret } }`,
      bearer,
    );
    assert.equal(again.reason, 'TOTP_ON');
    // As if that code were of an hour ago: the next one is not good yet.
    await office.world.db('identity.admin_totp').update({ last_step: 0 });
    const off = (password: string, totp: string) =>
      office.ask(
        `mutation { disableTOTP(password: ${quoted(password)}, totp: "${totp}") { secondFactors { totp recoveryCodesLeft } } }`,
        bearer,
      );
    assert.equal((await off(office.password, '123456')).reason, 'TOTP_WRONG');
    assert.equal((await off('wrong', codeOf(secret, 1))).reason, 'CREDENTIALS_WRONG');
    assert.deepEqual((await off(office.password, codeOf(secret, 1))).data.disableTOTP, {
      secondFactors: { totp: false, recoveryCodesLeft: 0 },
    });
    assert.ok((await office.login()).data.adminLogin);
  });

  test('has its secret encrypted, so that a row that is copied to another admin does not open', async () => {
    await using office = await openDesk();
    const { secret } = await office.turnOnTOTP(await office.bearer());
    const rows = await office.world.db('identity.admin_totp').select();
    assert.equal(rows.length, 1);
    assert.doesNotMatch(quoted(rows), new RegExp(secret));
    await office.world.db('identity.admins').insert({
      ...(await office.world.db('identity.admins').first('password_hash', 'roles', 'name')),
      ...{ id: 'other', email: 'other@example.com' },
    });
    await office.world.db('identity.admin_totp').insert({ ...rows[0], admin_id: 'other', last_step: 0 });
    assert.equal((await office.login({ email: 'other@example.com', totp: codeOf(secret, 1) })).reason, 'TOTP_WRONG');
  });
});

describe('recovery codes', { concurrency: 2 }, () => {
  test('stand for a code of the app, once each, in any spelling', async () => {
    await using office = await openDesk();
    const bearer = await office.bearer();
    const { recoveryCodes } = await office.turnOnTOTP(bearer);
    const [first = '', second = ''] = recoveryCodes;
    assert.ok((await office.login({ totp: first })).data.adminLogin);
    assert.equal((await office.login({ totp: first })).reason, 'TOTP_WRONG');
    assert.ok((await office.login({ totp: ` ${second.toLowerCase().replaceAll('-', ' ')} ` })).data.adminLogin);
    const { data } = await office.ask('{ currentAdmin { secondFactors { recoveryCodesLeft } } }', bearer);
    assert.equal(data.currentAdmin.secondFactors.recoveryCodesLeft, 8);
    const rows = quoted(await office.world.db('identity.admin_recovery_codes').select());
    for (const code of recoveryCodes) assert.ok(!rows.includes(code) && !rows.includes(code.replaceAll('-', '')));
  });

  test('are renewed with a code, and those of before are good no longer', async () => {
    await using office = await openDesk();
    const bearer = await office.bearer();
    const { secret, recoveryCodes } = await office.turnOnTOTP(bearer);
    const { data, text } = await office.ask(
      `mutation { renewRecoveryCodes(password: ${quoted(office.password)}, totp: "${codeOf(secret, 1)}") { recoveryCodes } }`,
      bearer,
    );
    assert.equal(data.renewRecoveryCodes?.recoveryCodes.length, 10, text);
    assert.equal((await office.login({ totp: recoveryCodes[0] ?? '' })).reason, 'TOTP_WRONG');
    assert.ok((await office.login({ totp: data.renewRecoveryCodes.recoveryCodes[0] })).data.adminLogin);
  });
});

describe('a sign-in', { concurrency: 2 }, () => {
  test('ends with adminLogout: its access token and its refresh token, at once and on each node; others go on', async () => {
    await using office = await openDesk();
    const [mine, other] = [(await office.login()).data.adminLogin, (await office.login()).data.adminLogin];
    const node2 = await office.world.node();
    assert.deepEqual((await office.ask('mutation { adminLogout }', mine.accessToken)).data, { adminLogout: null });
    for (const node of [office.node, node2]) {
      const gone = await node.ask({ query: WHO, bearer: mine.accessToken });
      assert.deepEqual([gone.status, gone.reason], [401, 'TOKEN_INVALID']);
      assert.ok((await node.ask({ query: WHO, bearer: other.accessToken })).data.currentAdmin);
    }
    const refreshed = await office.ask(
      `mutation { adminRefresh(refreshToken: "${mine.refreshToken}") { accessToken } }`,
    );
    assert.equal(refreshed.reason, 'REFRESH_INVALID');
    await office.ask('mutation { adminLogout(everywhere: true) }', other.accessToken);
    assert.equal((await office.ask(WHO, other.accessToken)).status, 401);
  });

  test('whose refresh token was used twice loses its access tokens, too', async () => {
    await using office = await openDesk();
    const { accessToken, refreshToken } = (await office.login()).data.adminLogin;
    const refresh = () => office.ask(`mutation { adminRefresh(refreshToken: "${refreshToken}") { accessToken } }`);
    const next = (await refresh()).data.adminRefresh.accessToken;
    assert.equal((await refresh()).reason, 'REFRESH_REUSED');
    for (const bearer of [accessToken, next]) assert.equal((await office.ask(WHO, bearer)).status, 401);
    const recorded = await office.world.db('identity.audit').orderBy('seq').pluck('action');
    assert.deepEqual(recorded.slice(-2), ['admin.login', 'admin.refresh-reused']);
  });

  test('goes on when the password is changed there, and all others end', async () => {
    await using office = await openDesk();
    const [mine, other] = [await office.bearer(), await office.bearer()];
    const change = (password: string, newPassword: string) =>
      office.ask(
        `mutation { changeAdminPassword(password: ${quoted(password)}, newPassword: ${quoted(newPassword)}) { id } }`,
        mine,
      );
    assert.equal((await change('wrong', 'a far longer password')).reason, 'CREDENTIALS_WRONG');
    for (const weak of ['short', 'aaaaaaaaaaaaaaaa', 'x'.repeat(257)])
      assert.equal((await change(office.password, weak)).extensions.field, 'newPassword');
    assert.ok((await change(office.password, 'a far longer password')).data.changeAdminPassword);
    assert.ok((await office.ask(WHO, mine)).data.currentAdmin);
    assert.equal((await office.ask(WHO, other)).status, 401);
    assert.equal((await office.login()).reason, 'CREDENTIALS_WRONG');
    assert.ok((await office.login({ password: 'a far longer password' })).data.adminLogin);
  });
});

describe('an attack from many networks', { concurrency: 2 }, () => {
  const attack = async (
    office: Awaited<ReturnType<typeof openDesk>>,
    email: string,
  ): Promise<(string | undefined)[]> => {
    const reasons: (string | undefined)[] = [];
    for (let nth = 0; nth < 64; nth += 1)
      reasons.push((await office.login({ email, password: 'a guess', from: `198.51.${nth}.7` })).reason);
    return reasons;
  };

  test('is slowed down, and keeps the admin out of no place that they came from before', async () => {
    await using office = await openDesk();
    const home = '203.0.113.5';
    assert.ok((await office.login({ from: home })).data.adminLogin);
    const reasons = await attack(office, OWNER);
    assert.deepEqual([...new Set(reasons.slice(-4))], ['RATE_LIMITED']);
    assert.equal((await office.login({ from: '198.18.0.9' })).reason, 'RATE_LIMITED');
    assert.ok((await office.login({ from: home })).data.adminLogin);
    await office.login({ email: 'nobody@example.com', from: home });
    const nobody = await attack(office, 'nobody@example.com');
    assert.deepEqual(nobody, reasons);
  });
});
