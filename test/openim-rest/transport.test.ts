import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { UpstreamFault } from '../../subgraphs/openim/rest/faults.ts';
import { admin, answer, close, listen, ok, openDouble, refusal, span, user } from './double.ts';

const found = ok({ usersInfo: null });
const failure = (promise: Promise<unknown>): Promise<UpstreamFault> =>
  promise.then(
    () => assert.fail('It worked'),
    (error: UpstreamFault) => error,
  );

test('each call carries a token and an operationID of its own, unless one is given', async () => {
  await using double = await openDouble();
  double.behave((_, response) => answer(response, found));
  const openim = double.openim();
  await openim.users.byIDs(['a'], user('ann'));
  await openim.users.byIDs(['a'], { ...admin(), operationID: 'send-7' });
  const [first, second] = double.asked.map(({ headers }) => headers);
  assert.equal(first?.token, 'user-token');
  assert.match(String(first?.operationid), /^[0-9a-f-]{36}$/);
  assert.deepEqual([second?.token, second?.operationid], ['admin-token', 'send-7']);
});

test('an API behind a path is asked behind that path, with or without a slash at its end', async (t) => {
  await using double = await openDouble();
  const urls: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    urls.push(request.url);
    answer(response, request.url?.endsWith('token') ? ok({ token: 't', expireTimeSeconds: 600 }) : found);
  });
  t.after(() => close(server));
  const url = await listen(server);
  for (const apiURL of [`${url}/im/api`, `${url}/im/api/`]) await double.openim({ apiURL }).users.byIDs(['a'], admin());
  assert.deepEqual(new Set(urls), new Set(['/im/api/auth/get_admin_token', '/im/api/user/get_users_info']));
});

test('a connection that breaks under a read is tried once more, under a write never', async () => {
  await using double = await openDouble();
  const openim = double.openim();
  let broken = 0;
  double.behave((_, response, socket) => {
    broken += 1;
    if (broken % 2 === 1) socket.destroy();
    else answer(response, found);
  });
  await openim.users.byIDs(['a'], admin());
  assert.equal(double.asked.length, 2);
  const error = await failure(openim.users.change({ userID: 'a' }, admin()));
  assert.deepEqual([error.reason, error.outcome], ['UPSTREAM_UNAVAILABLE', 'unknown']);
  assert.equal(double.asked.length, 3);
});

test('a redirect is followed on the same host with the same body, and never to another', async (t) => {
  await using double = await openDouble();
  const openim = double.openim();
  const strangers: string[] = [];
  const stranger = createServer((request, response) => {
    strangers.push(request.url ?? '');
    answer(response, found);
  });
  t.after(() => close(stranger));
  const elsewhere = (await listen(stranger)).replace('127.0.0.1', 'localhost');
  let to = '/user/get_users_info?again';
  double.behave(({ route }, response) => {
    if (route.endsWith('?again')) return answer(response, found);
    response.writeHead(307, { location: to }).end();
  });
  await openim.users.byIDs(['a'], admin());
  assert.deepEqual(double.asked.at(-1)?.body, { userIDs: ['a'] });
  to = `${elsewhere}/user/get_users_info?again`;
  assert.equal((await failure(openim.users.byIDs(['a'], admin()))).reason, 'UPSTREAM_ERROR');
  assert.deepEqual(strangers, []);
});

test('a call ends with its deadline, and says that it may have been done', async () => {
  await using double = await openDouble();
  double.behave(() => undefined);
  const openim = double.openim();
  await openim.ping(AbortSignal.timeout(100)).catch(() => undefined);
  const began = performance.now();
  const error = await failure(openim.users.change({ userID: 'a' }, admin(150)));
  assert.ok(performance.now() - began < 1_000);
  assert.deepEqual([error.reason, error.outcome], ['UPSTREAM_TIMEOUT', 'unknown']);
});

test('a call that waited for a connection until its deadline was certainly not done', async () => {
  await using double = await openDouble();
  const openim = double.openim();
  double.behave((_, response) => answer(response, found));
  await openim.users.byIDs(['a'], admin());
  double.behave(() => undefined);
  const holding = Array.from({ length: 64 }, () => failure(openim.users.byIDs(['a'], admin(400))));
  await sleep(50);
  const error = await failure(openim.users.change({ userID: 'late' }, admin(150)));
  assert.deepEqual([error.reason, error.outcome], ['UPSTREAM_TIMEOUT', 'unsent']);
  await Promise.all(holding);
  await sleep(200);
  assert.ok(double.asked.every(({ body }) => (body as { userInfo?: unknown }).userInfo === undefined));
});

test('after five failures in a row nobody waits any more, and one call finds out that OpenIM is back', async () => {
  await using double = await openDouble();
  const openim = double.openim();
  await openim.users.byIDs([], admin());
  double.behave((_, response) => answer(response, 'Bad Gateway', 502));
  for (let i = 0; i < 5; i += 1) await failure(openim.users.byIDs([], admin()));
  const before = double.asked.length;
  const error = await failure(openim.users.change({ userID: 'a' }, admin()));
  assert.deepEqual([error.reason, error.outcome], ['UPSTREAM_UNAVAILABLE', 'unsent']);
  assert.equal(double.asked.length, before);
  assert.equal(double.reports.at(-1)?.outcome, 'refused');
  await sleep(1_050);
  double.behave((_, response) => setTimeout(() => answer(response, found), 50));
  const probes = await Promise.allSettled(Array.from({ length: 10 }, () => openim.users.byIDs([], admin())));
  assert.equal(probes.filter(({ status }) => status === 'fulfilled').length, 1);
  await openim.users.byIDs([], admin());
});

test('input that crashes a handler of OpenIM, and callers who leave, stop nobody else', async () => {
  await using double = await openDouble();
  const openim = double.openim();
  double.behave((_, response) => answer(response, '', 500));
  for (let i = 0; i < 8; i += 1) {
    const error = await failure(openim.users.change({ userID: 'a' }, admin()));
    assert.deepEqual([error.reason, error.outcome], ['UPSTREAM_ERROR', 'unknown']);
  }
  double.behave(() => undefined);
  for (let i = 0; i < 8; i += 1) {
    const leaving = new AbortController();
    const left = failure(openim.users.byIDs([], { ...admin(), signal: leaving.signal }));
    await sleep(5);
    leaving.abort(new Error('The socket was closed'));
    await left;
  }
  double.behave((_, response) => answer(response, found));
  await openim.users.byIDs([], admin());
});

for (const [what, status, body, reason] of [
  ['a page of a proxy', 200, '<html>Welcome</html>', 'UPSTREAM_ERROR'],
  ['an unknown path', 404, '404 page not found', 'UPSTREAM_ERROR'],
  ['an envelope without a code', 200, '{"data":{}}', 'UPSTREAM_ERROR'],
  ['JSON that is cut off', 200, '{"errCode":0,"da', 'UPSTREAM_ERROR'],
  ['a success of a failed request', 500, '{"errCode":0}', 'UPSTREAM_ERROR'],
  ['too many requests', 429, '', 'UPSTREAM_BUSY'],
  ['a proxy whose OpenIM is away', 503, 'Service Unavailable', 'UPSTREAM_UNAVAILABLE'],
  ['a refusal with its own status', 400, JSON.stringify(refusal(1001)), 'INPUT_REFUSED'],
] as const)
  test(`${what} (${status}) is ${reason}, and its text stays inside`, async () => {
    await using double = await openDouble();
    double.behave((_, response) => answer(response, body, status));
    const error = await failure(double.openim().users.byIDs([], admin()));
    assert.equal(error.reason, reason);
    assert.doesNotMatch(JSON.stringify(error), /html|127\.0\.0\.1|Service|page/);
  });

test('an answer without end is not read to its end', async () => {
  await using double = await openDouble();
  let written = 0;
  double.behave((_, response) => {
    response.writeHead(200);
    const pump = (): void => {
      while (response.writable && response.write(Buffer.alloc(1 << 20))) written += 1;
    };
    response.on('drain', pump);
    pump();
  });
  assert.equal((await failure(double.openim().users.byIDs([], admin()))).reason, 'UPSTREAM_ERROR');
  assert.ok(written < 200);
});

test('an OpenIM that is not there is not there at once, and no host is told', async () => {
  await using double = await openDouble();
  const openim = double.openim({ apiURL: 'http://127.0.0.1:1' });
  const error = await failure(openim.users.byIDs([], admin()));
  assert.deepEqual([error.reason, error.outcome], ['UPSTREAM_UNAVAILABLE', 'unsent']);
  assert.doesNotMatch(JSON.stringify(error), /127\.0\.0\.1|ECONNREFUSED/);
  await assert.rejects(openim.ping(span().signal), { reason: 'UPSTREAM_UNAVAILABLE' });
});
