import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { describe, test } from 'node:test';
import { createAuthenticator } from './authenticator.ts';
import { type Desk, openDesk } from './desk.ts';
import type { Told } from './node.ts';

const FINISH = `mutation ($id: ID!, $name: String!, $response: JSON!) {
  finishPasskeyRegistration(id: $id, name: $name, response: $response) {
    recoveryCodes admin { secondFactors { passkeys { id name lastUsedAt } recoveryCodesLeft } }
  }
}`;
const LOGIN = `mutation ($id: ID!, $response: JSON!) {
  finishPasskeyLogin(id: $id, response: $response) { accessToken admin { email } }
}`;

type Authenticator = ReturnType<typeof createAuthenticator>;

async function begin(office: Desk, bearer: string): Promise<{ id: string; options: { challenge: string } }> {
  const { data, text } = await office.ask(
    `mutation { beginPasskeyRegistration(password: "${office.password}") { id options } }`,
    bearer,
  );
  assert.ok(data?.beginPasskeyRegistration, text);
  return data.beginPasskeyRegistration;
}

async function register(office: Desk, key: Authenticator, bearer: string): Promise<Told> {
  const { id, options } = await begin(office, bearer);
  const variables = { id, name: 'Blue key', response: key.create(options) };
  return office.node.ask({ query: FINISH, variables, bearer });
}

const challenge = async (office: Desk): Promise<{ id: string; options: { challenge: string } }> =>
  (await office.ask('mutation { beginPasskeyLogin { id options } }')).data.beginPasskeyLogin;

describe('a passkey', { concurrency: 2 }, () => {
  test('is registered with the password, signs in by itself, and makes the password alone too little', async () => {
    await using office = await openDesk();
    const bearer = await office.bearer();
    const key = createAuthenticator();
    const made = (await register(office, key, bearer)).data.finishPasskeyRegistration;
    assert.equal(made.recoveryCodes.length, 10);
    assert.deepEqual(made.admin.secondFactors, {
      passkeys: [{ id: key.id, name: 'Blue key', lastUsedAt: null }],
      recoveryCodesLeft: 10,
    });
    const { id, options } = await challenge(office);
    assert.equal('allowCredentials' in options && JSON.stringify(options.allowCredentials).includes(key.id), false);
    const other = await office.world.node();
    const { data } = await other.ask({ query: LOGIN, variables: { id, response: key.get(options) } });
    assert.equal(data.finishPasskeyLogin.admin.email, 'admin@example.com');
    const who = await office.ask('{ currentAdmin { email } }', data.finishPasskeyLogin.accessToken);
    assert.ok(who.data.currentAdmin);
    const alone = await office.login();
    assert.deepEqual([alone.reason, alone.extensions.factors], ['TOTP_REQUIRED', ['PASSKEY']]);
    assert.ok((await office.login({ totp: made.recoveryCodes[0] })).data.adminLogin);
  });

  test('answers one challenge once, of this place, with its own key and its owner’s finger', async () => {
    await using office = await openDesk();
    const key = createAuthenticator();
    const bearer = await office.bearer();
    const registration = await begin(office, bearer);
    assert.ok((await register(office, key, bearer)).data.finishPasskeyRegistration);
    const outcome = async (variables: object): Promise<string> => {
      const { data, reason } = await office.node.ask({ query: LOGIN, variables });
      return data?.finishPasskeyLogin ? 'ok' : String(reason);
    };
    const first = await challenge(office);
    const good = { id: first.id, response: key.get(first.options) };
    assert.deepEqual([await outcome(good), await outcome(good)], ['ok', 'PASSKEY_REFUSED']);
    const bends: Readonly<Record<string, object>> = {
      'another page': { origin: 'https://chat.example.evil' },
      'another domain': { rpID: 'evil.example' },
      'another challenge': { challenge: first.options.challenge },
      'another key': { key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey },
      'nobody verified': { flags: 0x01 },
      'nobody there': { flags: 0x04 },
      'a counter that went back': { counter: 1 },
    };
    for (const [name, bent] of Object.entries(bends)) {
      const { id, options } = await challenge(office);
      assert.equal(await outcome({ id, response: key.get(options, bent) }), 'PASSKEY_REFUSED', name);
    }
    const unknown = await challenge(office);
    assert.equal(
      await outcome({ id: unknown.id, response: createAuthenticator().get(unknown.options) }),
      'PASSKEY_REFUSED',
    );
    assert.equal(await outcome({ id: registration.id, response: key.get(registration.options) }), 'PASSKEY_REFUSED');
    const last = await challenge(office);
    assert.equal(await outcome({ id: last.id, response: key.get(last.options) }), 'ok');
  });

  test('is refused at registration when it answers something else, and removed with the password and a code', async () => {
    await using office = await openDesk();
    const bearer = await office.bearer();
    const key = createAuthenticator();
    for (const bent of [
      { origin: 'https://evil.example' },
      { flags: 0x41 },
      { challenge: 'x' },
      { rpID: 'evil.example' },
    ]) {
      const { id, options } = await begin(office, bearer);
      const variables = { id, name: 'Key', response: key.create(options, bent) };
      assert.equal((await office.node.ask({ query: FINISH, variables, bearer })).reason, 'PASSKEY_REFUSED');
    }
    const codes = (await register(office, key, bearer)).data.finishPasskeyRegistration.recoveryCodes;
    const remove = (id: string, totp: string) =>
      office.ask(
        `mutation { removePasskey(id: "${id}", password: "${office.password}", totp: "${totp}") { secondFactors { passkeys { id } } } }`,
        bearer,
      );
    assert.equal((await remove(key.id, '123456')).reason, 'TOTP_WRONG');
    assert.equal((await remove('nothing', codes[0])).reason, 'NOT_FOUND');
    assert.deepEqual((await remove(key.id, codes[1])).data.removePasskey, { secondFactors: { passkeys: [] } });
    assert.ok((await office.login()).data.adminLogin);
  });
});
