import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { openChat } from './chat.ts';
import { openWorld, send } from './world.ts';

const MESSAGE = { to: 'ann@example.com', code: '123456', text: '<b>Your code</b>', at: '2026-01-01T00:00:00.000Z' };
const get = (path: string, headers: Record<string, string> = {}) => ({ method: 'GET', path, headers });

describe('request ids', () => {
  test('are made, and answered', async () => {
    await using world = await openWorld(openChat());
    const ids = await Promise.all([1, 2].map(async () => (await world.ask('{ hello }')).headers['x-request-id']));
    assert.match(String(ids[0]), /^[0-9a-f-]{36}$/);
    assert.notEqual(ids[0], ids[1]);
  });

  test("are the client's where they are ids", async () => {
    await using world = await openWorld(openChat());
    const idFor = async (given: string) =>
      (await world.ask('{ hello }', {}, { 'x-request-id': given })).headers['x-request-id'];
    assert.equal(await idFor('3f2b-abc_1.2:9'), '3f2b-abc_1.2:9');
    for (const given of ['short', 'x'.repeat(65), 'spaces in it', '{"injected":1}'])
      assert.notEqual(await idFor(given), given);
  });
});

describe('addresses', () => {
  test('that nobody serves are 404, other methods of served ones 405, in words of ours', async () => {
    await using world = await openWorld(openChat());
    const told = async (sent: object) => {
      const { status, headers, json } = await world.send(sent);
      return [status, json.errors[0].extensions.reason, headers.allow];
    };
    assert.deepEqual(await told(get('/nothing')), [404, 'ROUTE_UNKNOWN', undefined]);
    assert.deepEqual(await told(get('/graphql/more')), [404, 'ROUTE_UNKNOWN', undefined]);
    assert.deepEqual(await told(get('/%zz')), [400, 'REQUEST_MALFORMED', undefined]);
    assert.deepEqual(await told({ method: 'PUT' }), [405, 'METHOD_UNKNOWN', 'GET, POST']);
    assert.deepEqual(await told({ method: 'DELETE', path: '/healthz' }), [405, 'METHOD_UNKNOWN', 'GET, HEAD']);
  });
});

describe('pages of other origins', () => {
  const ORIGIN = 'https://app.example.com';
  const preflight = {
    origin: ORIGIN,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'signature',
  };

  test('may sign requests, and read the time of a refusal, where they were named', async () => {
    await using world = await openWorld({ ...openChat(), corsOrigins: [ORIGIN] });
    const asked = await world.send({ method: 'OPTIONS', headers: preflight });
    assert.equal(asked.status, 204);
    assert.equal(asked.headers['access-control-allow-origin'], ORIGIN);
    for (const name of ['content-digest', 'signature', 'signature-input', 'content-type', 'authorization'])
      assert.match(String(asked.headers['access-control-allow-headers']), new RegExp(`(^|, )${name}(,|$)`));
    const refused = await world.send({ headers: { origin: ORIGIN, signature: 'x' }, body: '{}' });
    assert.equal(refused.status, 401);
    assert.equal(refused.headers['access-control-allow-origin'], ORIGIN);
    assert.match(String(refused.headers['access-control-expose-headers']), /Date/);
    assert.equal(refused.headers.vary, 'Origin');
  });

  test('may nothing where they were not', async () => {
    for (const corsOrigins of [[], ['https://other.example.com']]) {
      await using world = await openWorld({ ...openChat(), corsOrigins });
      const { headers } = await world.send({ method: 'OPTIONS', headers: preflight });
      assert.deepEqual(
        Object.keys(headers).filter((name) => name.startsWith('access-control')),
        [],
      );
    }
  });
});

describe('the address of a client', () => {
  const seen = async (trustProxy: string[], forwarded: string): Promise<string> => {
    const ips: string[] = [];
    const chat = openChat({
      people: { hello: (_: unknown, __: unknown, scope: { ip: string }) => ips.push(scope.ip) },
    });
    await using world = await openWorld({ ...chat, trustProxy });
    await world.ask('{ hello }', {}, { 'x-forwarded-for': forwarded });
    return ips.join();
  };
  test('is the peer, whatever it claims, unless the peer is trusted', async () => {
    assert.equal(await seen([], '203.0.113.7'), '127.0.0.1');
    assert.equal(await seen(['loopback'], '203.0.113.7'), '203.0.113.7');
    assert.equal(await seen(['loopback'], '198.51.100.1, 203.0.113.7'), '203.0.113.7');
  });
});

test('the language is the one that the client likes best', async () => {
  const chat = openChat({
    people: { hello: (_: unknown, __: unknown, scope: { language: string }) => scope.language },
  });
  await using world = await openWorld(chat);
  const languageFor = async (header: string) =>
    (await world.ask('{ hello }', {}, { 'accept-language': header })).json.data.hello;
  assert.equal(await languageFor('fr;q=0.5, zh-cn, de;q=0.9'), 'zh-CN');
  assert.equal(await languageFor('!!, de;q=0.1'), 'de');
  assert.equal(await languageFor('*'), 'en');
  assert.equal(await languageFor(''), 'en');
});

describe('operators', () => {
  const up = async () => {};
  const down = async () => {
    throw new Error('connect ECONNREFUSED db.internal:5432');
  };
  test('see each dependency, and 503 when one that is needed is down', async () => {
    const ready = async (postgres: () => Promise<void>, openim: () => Promise<void>) => {
      const dependencies = [
        { name: 'postgres', needed: true, check: postgres },
        { name: 'openim', needed: false, check: openim },
      ];
      await using world = await openWorld({ ...openChat(), dependencies });
      const { status, json, text } = await world.send(get('/readyz'));
      assert.doesNotMatch(text, /internal/);
      return [status, json];
    };
    assert.deepEqual(await ready(up, up), [200, { status: 'ready', dependencies: { postgres: 'up', openim: 'up' } }]);
    assert.deepEqual(await ready(up, down), [
      200,
      { status: 'ready', dependencies: { postgres: 'up', openim: 'down' } },
    ]);
    assert.deepEqual(await ready(down, up), [
      503,
      { status: 'not ready', dependencies: { postgres: 'down', openim: 'up' } },
    ]);
  });

  test('do not wait for a dependency that hangs', async () => {
    const dependencies = [{ name: 'store', needed: true, check: () => pause(10_000, null, { ref: false }) }];
    await using world = await openWorld({ ...openChat(), dependencies });
    assert.equal((await world.send(get('/readyz'))).status, 503);
    assert.equal((await world.send(get('/healthz'))).status, 200);
  });

  test('count operations by type and outcome, and refusals by reason', async () => {
    await using world = await openWorld(openChat());
    await world.ask('{ hello }');
    await world.ask('{ hello me { id } }');
    await world.ask('mutation { rename(profile: { nickname: 5 }) { id } }');
    await world.askSigned('{ hello }', { keyid: 'nobody' });
    const { text } = await world.send(get('/metrics'));
    assert.match(text, /gateway_operation_seconds_count\{type="query",outcome="ok"\} 1/);
    assert.match(text, /gateway_operation_seconds_count\{type="query",outcome="partial"\} 1/);
    assert.match(text, /gateway_operation_seconds_count\{type="none",outcome="refused"\} 1/);
    assert.match(text, /gateway_refusals_total\{reason="SESSION_UNKNOWN"\} 1/);
    assert.match(text, /process_cpu_seconds_total/);
  });
});

test('clients find keys and endpoints', async () => {
  const wellKnown = {
    identityKeys: [{ kty: 'OKP', kid: 'i' }],
    adminKeys: () => [{ kty: 'EC', kid: 'a' }],
    endpoints: () => ({ graphql: 'https://a/graphql', ws: 'wss://a/ws' }),
  };
  await using world = await openWorld({ ...openChat(), wellKnown });
  assert.deepEqual((await world.send(get('/.well-known/openim-graphql'))).json, {
    keys: [{ kty: 'OKP', kid: 'i' }],
    graphql: 'https://a/graphql',
    ws: 'wss://a/ws',
  });
  const jwks = await world.send(get('/.well-known/jwks.json'));
  assert.deepEqual(JSON.parse(jwks.text), { keys: [{ kty: 'EC', kid: 'a' }] });
});

describe('the outbox', () => {
  const outbox = () => [MESSAGE];

  test('shows its codes to the developer, as JSON and as a page that runs nothing', async () => {
    await using world = await openWorld({ ...openChat(), outbox });
    assert.deepEqual((await world.send(get('/dev/outbox'))).json, [MESSAGE]);
    const page = await world.send(get('/dev/outbox', { accept: 'text/html,*/*' }));
    assert.match(page.text, /123456/);
    assert.match(page.text, /&lt;b&gt;Your code/);
    assert.match(String(page.headers['content-security-policy']), /default-src 'none'/);
  });

  test('is not there for what was forwarded, or came by another name', async () => {
    await using world = await openWorld({ ...openChat(), outbox, trustProxy: ['loopback'] });
    for (const headers of [
      { 'x-forwarded-for': '127.0.0.1' },
      { forwarded: 'for=127.0.0.1' },
      { 'x-real-ip': '127.0.0.1' },
      { host: 'rebound.example:80' },
    ])
      assert.equal((await world.send(get('/dev/outbox', headers))).status, 404);
  });

  test('is not there for other machines', { skip: address() === undefined }, async () => {
    await using world = await openWorld({ ...openChat(), outbox, host: '0.0.0.0' });
    const answer = await fetch(`http://${address()}:${world.port}/dev/outbox`);
    assert.equal(answer.status, 404);
  });

  test('is not there where codes are really sent', async () => {
    await using world = await openWorld(openChat());
    assert.equal((await world.send(get('/dev/outbox'))).status, 404);
  });
});

/** An address of this machine that is not loopback. */
function address(): string | undefined {
  return Object.values(networkInterfaces())
    .flat()
    .find((each) => each !== undefined && !each.internal && each.family === 'IPv4')?.address;
}

test('a client that sends its headers and then nothing holds up nobody', async () => {
  await using world = await openWorld(openChat());
  const slow = connect(world.port, '127.0.0.1');
  slow.on('error', () => {});
  slow.write('POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{');
  assert.equal(
    (await send(world.port, { headers: { 'content-type': 'application/json' }, body: '{"query":"{hello}"}' })).status,
    200,
  );
  slow.destroy();
});
