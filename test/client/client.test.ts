import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  type Client,
  type ClientOptions,
  createClient,
  type KeptSession,
  UntrustedServerError,
} from '../../client/index.ts';
import { type GatewayDouble, gatewayDouble } from './gateway-double.ts';

const clientOf = (gateway: GatewayDouble, options: Partial<ClientOptions> = {}): Client =>
  createClient({
    url: 'http://gateway.example/graphql',
    device: { name: 'Laptop', platform: 'WEB' },
    fetch: gateway.fetch,
    ...options,
  });

async function signIn(client: Client): Promise<KeptSession> {
  const { id: challengeID } = await client.requestOTP({ phone: '+8613800138000' });
  return client.verifyOTP({ challengeID, code: '123456' });
}

describe('a client', () => {
  test('asks as nobody before it signs in, and as its session after', async () => {
    const client = clientOf(gatewayDouble());
    assert.deepEqual((await client.query('{ signedBy }')).data, { signedBy: null });
    const { id } = await signIn(client);
    assert.deepEqual((await client.query('{ signedBy }')).data, { signedBy: id });
  });

  test('refuses a server that does not hold the key it shows, and keeps nothing of it', async () => {
    const gateway = gatewayDouble();
    gateway.impostor = true;
    const client = clientOf(gateway);
    await assert.rejects(signIn(client), UntrustedServerError);
    assert.equal(await client.session(), null);
  });

  test('trusts the keys it ships with, whatever the server shows', async () => {
    const stranger = { kty: 'OKP', crv: 'Ed25519', x: Buffer.alloc(32, 9).toString('base64url') };
    await assert.rejects(signIn(clientOf(gatewayDouble(), { pins: [stranger] })), UntrustedServerError);
  });

  test('with a wrong clock is told the time once, and is right from then on', async () => {
    const gateway = gatewayDouble();
    const client = clientOf(gateway);
    await signIn(client);
    gateway.ahead = 600;
    const before = gateway.asked.length;
    assert.deepEqual((await client.query('{ signedBy }')).errors, []);
    assert.deepEqual((await client.query('{ signedBy }')).errors, []);
    assert.equal(gateway.asked.length - before, 3);
  });

  test('whose gateway has lost its memory of this second signs anew in the next one, once', async () => {
    const gateway = gatewayDouble();
    const client = clientOf(gateway);
    await signIn(client);
    gateway.replays = 1;
    assert.deepEqual((await client.query('{ signedBy }')).errors, []);
    gateway.replays = 2;
    const { errors } = await client.query('{ signedBy }');
    assert.equal(errors[0]?.extensions.reason, 'REPLAYED');
  });

  test('without an OpenIM token renews its session once for all who wait, and tells of it', async () => {
    const gateway = gatewayDouble();
    gateway.imToken = null;
    const told: (KeptSession | null)[] = [];
    const client = clientOf(gateway, { onSession: (session) => told.push(session) });
    const first = await signIn(client);
    gateway.imToken = 'token';
    const answers = await Promise.all([client.query('{ signedBy }'), client.query('{ signedBy }')]);
    const now = await client.session();
    assert.deepEqual(
      answers.map(({ data }) => data),
      [{ signedBy: now?.id }, { signedBy: now?.id }],
    );
    assert.notEqual(now?.id, first.id);
    assert.deepEqual(
      told.map((session) => session?.imToken),
      [null, 'token'],
    );
    assert.equal(gateway.asked.filter(({ operation }) => operation === 'RenewSession').length, 1);
  });

  test('forgets a session that was ended elsewhere, and keeps its device', async () => {
    const gateway = gatewayDouble();
    const told: (KeptSession | null)[] = [];
    const client = clientOf(gateway, { onSession: (session) => told.push(session) });
    await signIn(client);
    gateway.refusal = 'SESSION_REVOKED';
    const { errors } = await client.query('{ signedBy }');
    assert.equal(errors[0]?.extensions.reason, 'SESSION_REVOKED');
    assert.equal(await client.session(), null);
    assert.equal(told.at(-1), null);
  });

  test('signs out also where the session had ended already', async () => {
    const gateway = gatewayDouble();
    const client = clientOf(gateway);
    await signIn(client);
    gateway.refusal = 'SESSION_EXPIRED';
    await client.logout();
    assert.equal(await client.session(), null);
  });
});
