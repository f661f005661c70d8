import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { openSpied } from './spy.ts';
import { openStage, send, tokenOf } from './stage.ts';

const ROUTE = '/user/get_users_info';

/** The status of a POST whose path nobody tidies up. */
async function statusAt(url: string, path: string, token: string): Promise<number | undefined> {
  const asked = request(url, { path, method: 'POST', headers: { token, operationID: 'op' } });
  asked.end('{}');
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode;
}

test('OpenIM gets what was checked and nothing else of the request: no cookie, no header of ours or of the client’s', async () => {
  await using stage = await openSpied();
  const { ann, as, spy, world } = stage;
  const body = `{"userIDs":["x"], "userIDs":["${ann.id}"], "n": 18446744073709551615, "x": 1.0}`;
  spy.seen.length = 0;
  await as(ann, ROUTE, body, {
    headers: {
      ...{ operationID: 'op-1', cookie: 'a=b', authorization: 'Bearer x', 'x-request-api': 'https://evil.example' },
      ...{ 'x-forwarded-for': '1.2.3.4', 'signature-input': 'x', 'accept-encoding': 'gzip, br', reqfuncname: 'F' },
      ...{ 'content-type': 'text/plain;charset=UTF-8', 'x-app': '1', te: 'trailers' },
    },
  });
  const [{ headers, ...got } = { headers: {}, path: '', body: '' }] = spy.seen;
  assert.equal(got.path, ROUTE);
  assert.equal(got.body, `{"userIDs":["${ann.id}"],"n":18446744073709551615,"x":1.0}`);
  const { host, connection, 'content-length': length, ...rest } = headers;
  assert.ok(host && connection && length);
  assert.deepEqual(rest, {
    ...{ 'accept-encoding': 'gzip', 'content-type': 'application/json', operationid: 'op-1', token: tokenOf(ann) },
    'x-request-api': `${world.url}/openim`,
  });
});

test('of the answer only what says how to read it comes back, and a refusal without OpenIM’s own paths and hosts', async () => {
  await using stage = await openSpied();
  const { ann, as, spy } = stage;
  const refusal = {
    errCode: 500,
    errMsg: 'ServerInternalError',
    errDlt: 'dial tcp 10.0.0.7:27017 at /root/app/x.go:12',
  };
  const odd = { 'set-cookie': 'a=b', server: 'OpenIM', 'x-internal': '1', 'access-control-allow-origin': 'https://x' };
  spy.answer = () => ({
    status: 200,
    headers: { ...odd, 'content-encoding': 'gzip' },
    body: gzipSync(JSON.stringify(refusal)),
  });
  const { headers, envelope } = await as(ann, ROUTE, { userIDs: [] });
  for (const name of ['set-cookie', 'server', 'x-internal']) assert.equal(headers.get(name), null);
  assert.equal(headers.get('access-control-allow-origin'), '*');
  assert.deepEqual({ ...envelope, errDlt: '' }, { ...refusal, errDlt: '' });
  assert.doesNotMatch(envelope.errDlt, /10\.0|27017|root/);

  const large = { errCode: 0, errMsg: '', errDlt: '', data: { text: 'x'.repeat(300_000) } };
  spy.answer = () => ({
    status: 200,
    headers: { 'content-encoding': 'gzip' },
    body: gzipSync(JSON.stringify(large), { level: 0 }),
  });
  const streamed = await as(ann, ROUTE, { userIDs: [] });
  assert.deepEqual([streamed.headers.get('content-encoding'), streamed.envelope], ['gzip', large]);

  spy.answer = () => ({ status: 500 });
  const panic = await as(ann, ROUTE, { userIDs: [] });
  assert.deepEqual([panic.status, panic.text], [500, '']);
});

test('an OpenIM that breaks off, or is gone, is told as OpenIM tells its own trouble', async () => {
  await using stage = await openSpied();
  const { ann, as, spy } = stage;
  spy.answer = () => ({ status: 200, body: null });
  const asked = as(ann, ROUTE, { userIDs: [] });
  spy.seen.length = 0;
  while (spy.seen.length === 0) await new Promise((resolve) => setImmediate(resolve));
  await spy[Symbol.asyncDispose]();
  for (const { status, envelope } of [await asked, await as(ann, ROUTE, { userIDs: [] })]) {
    assert.equal(status, 503);
    assert.deepEqual([envelope.errCode, envelope.errMsg], [500, 'ServerInternalError']);
    assert.doesNotMatch(envelope.errDlt, /ECONN|127/);
  }
});

test('a client that leaves is no longer waited for at OpenIM', { timeout: 60_000 }, async () => {
  await using stage = await openSpied();
  const { ann, world, spy } = stage;
  spy.seen.length = 0;
  spy.answer = () => ({ status: 200, body: null });
  const leaving = new AbortController();
  const headers = { token: tokenOf(ann), operationID: 'op' };
  const asked = fetch(`${world.url}/openim${ROUTE}`, { method: 'POST', headers, body: '{}', signal: leaving.signal });
  asked.catch(() => undefined);
  while (spy.seen.length === 0) await new Promise((resolve) => setImmediate(resolve));
  leaving.abort();
  await assert.rejects(asked);
  await spy.seen[0]?.gone;
});

test('what is not served is not forwarded: other routes 1002, unknown ones and odd paths 404 or 400, other methods 404', async () => {
  await using stage = await openSpied();
  const { ann, as, spy, world } = stage;
  spy.seen.length = 0;
  const token = tokenOf(ann);
  for (const path of [
    '/msg/search_msg',
    '/msg/send_msg',
    '/user/user_register',
    '/friend/import_friend',
    '/config/get_config',
    '/restart',
  ])
    assert.equal((await as(ann, path, {})).envelope.errCode, 1002, path);
  assert.equal(
    (await as(ann, '/auth/get_admin_token', { secret: 'openIM123', userID: 'imAdmin' }, { token: null })).envelope
      .errCode,
    1002,
  );
  for (const path of [
    '/user/none',
    '/user/get_users_info/',
    '/User/get_users_info',
    '/constructor',
    '/',
    '/user/get_users_info%00',
  ]) {
    const { status, text } = await as(ann, path, {});
    assert.deepEqual([status, text], [404, '404 page not found'], path);
  }
  for (const path of [
    '//user/get_users_info',
    '/user//get_users_info',
    '/x/%2e%2e/user/get_users_info',
    '/user%2fget_users_info',
  ])
    assert.equal(await statusAt(world.url, `/openim${path}`, token), 400, path);
  for (const method of ['GET', 'PUT', 'DELETE', 'PATCH'])
    assert.equal((await as(ann, ROUTE, {}, { method })).status, 404, method);
  assert.equal((await send(`${world.url}/OPENIM${ROUTE}`, {}, { token })).status, 404);
  assert.deepEqual(spy.seen, []);
});

test('bodies that are no JSON object, too large or too deep are refused in OpenIM’s words', async () => {
  await using stage = await openStage();
  const { ann, as } = stage;
  for (const body of [
    '',
    '{',
    '[]',
    '"x"',
    '1',
    '{} x',
    '['.repeat(200_000),
    `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`,
  ])
    assert.equal((await as(ann, ROUTE, body)).envelope.errCode, 1001, body.slice(0, 20));
  assert.equal((await as(ann, ROUTE, new Uint8Array([0x22, 0xff, 0x22]))).envelope.errCode, 1001);
  const large = await as(ann, ROUTE, JSON.stringify({ userIDs: ['x'.repeat(1_100_000)] }));
  assert.deepEqual([large.status, large.envelope.errCode], [413, 1001]);
});

test('a browser may ask from anywhere, or, where CORS_ORIGINS names some, from those', async () => {
  const preflight = {
    method: 'OPTIONS',
    headers: { origin: 'https://app.example', 'access-control-request-method': 'POST' },
  };
  await using open = await openStage();
  const free = await open.as(open.ann, ROUTE, {}, preflight);
  assert.equal(free.text, '"Options Request!"');
  assert.equal(free.headers.get('access-control-allow-origin'), '*');
  for (const name of ['token', 'operationID', 'reqFuncName', 'content-type'])
    assert.ok(free.headers.get('access-control-allow-headers')?.split(', ').includes(name), name);
  await using closed = await openStage({ CORS_ORIGINS: 'https://app.example' });
  const from = async (origin: string) =>
    (await closed.as(closed.ann, ROUTE, { userIDs: [] }, { headers: { origin } })).headers.get(
      'access-control-allow-origin',
    );
  assert.deepEqual(
    [await from('https://app.example'), await from('https://other.example')],
    ['https://app.example', null],
  );
  assert.equal(
    (await closed.as(closed.ann, ROUTE, {}, preflight)).headers.get('access-control-allow-origin'),
    'https://app.example',
  );
});

test('OPENIM_FORWARD=off closes all of it', async () => {
  await using stage = await openStage({ OPENIM_FORWARD: 'off' });
  const told = await fetch(`${stage.world.url}/.well-known/openim-graphql`);
  assert.equal(((await told.json()) as { api: unknown }).api, null);
  const { status, text } = await stage.as(stage.ann, ROUTE, { userIDs: [] });
  assert.equal(status, 404);
  assert.match(text, /ROUTE_UNKNOWN/);
});

test('a download is where OpenIM says it is, with no token, and a refusal tells nothing of OpenIM', async () => {
  await using stage = await openSpied();
  const { world, spy } = stage;
  const get = (path: string) => send(`${world.url}/openim/object/${path}`, {}, { method: 'GET' });
  spy.answer = () => ({ status: 302, headers: { location: 'https://s3.example/a?X-Amz-Signature=1' } });
  spy.seen.length = 0;
  const found = await get('u1/a%20b.png?type=image&width=10&height=10&format=png&secret=1');
  assert.deepEqual([found.status, found.headers.get('location')], [302, 'https://s3.example/a?X-Amz-Signature=1']);
  assert.equal(spy.seen[0]?.path, '/object/u1/a%20b.png?type=image&width=10&height=10&format=png');
  assert.equal(spy.seen[0]?.headers.token, undefined);
  for (const status of [400, 404, 500]) {
    spy.answer = () => ({ status, body: Buffer.from('Error: mongo at /root/x.go:1') });
    const refused = await get('u1/none.png?type=zip');
    assert.equal(refused.status, status === 500 ? 502 : status);
    assert.doesNotMatch(refused.text, /mongo|root/);
  }
  assert.equal((await get('')).status, 404);
});

test('requests are counted by route and outcome, and names that strangers write are no routes', async () => {
  await using stage = await openStage();
  const { ann, bo, as, world } = stage;
  await as(ann, ROUTE, { userIDs: [] });
  await as(ann, '/friend/get_friend_list', { userID: bo.id });
  await as(ann, '/made/up', {});
  const page = await (await fetch(`${world.url}/metrics`)).text();
  for (const label of [
    'route="/user/get_users_info",outcome="ok"',
    'route="/friend/get_friend_list",outcome="1002"',
    'route="other",outcome="http_404"',
  ])
    assert.match(page, new RegExp(`gateway_forward_seconds_count\\{${label}\\} \\d`));
  assert.doesNotMatch(page, /made\/up/);
});

test('one user, and one network with bad tokens, may ask only so often in a minute', async () => {
  await using stage = await openStage();
  const { ann, bo, as } = stage;
  const statuses = new Set<number>();
  for (let nth = 0; nth < 1_250 && !statuses.has(429); nth += 1)
    statuses.add((await as(ann, '/msg/get_server_time', {})).status);
  assert.deepEqual([...statuses], [200, 429]);
  assert.equal((await as(bo, '/msg/get_server_time', {})).status, 200);
  let refused = 0;
  for (; refused < 400; refused += 1) if ((await as(bo, ROUTE, {}, { token: 'abc' })).status === 429) break;
  assert.equal(refused, 300);
});
