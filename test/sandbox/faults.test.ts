import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';
import { WebSocket } from 'ws';
import { startSandbox } from '../../sandbox/index.ts';
import { Receiver } from './receiver.ts';
import { Town } from './town.ts';
import { patiently, textMessage } from './wire.ts';

const opened = async (): Promise<Town> => {
  const town = await Town.open();
  await town.settle('ann', 'bo');
  return town;
};

const send = (town: Town) =>
  town.ask(town.adminID, '/msg/send_msg', {
    ...{ sendID: 'ann', recvID: 'bo', senderPlatformID: 1, sessionType: 1, contentType: 101 },
    content: { content: 'x' },
  });
const newest = async (town: Town): Promise<number> => {
  const { maxSeqs } = await town.act('bo', '/msg/newest_seq', { userID: 'bo' });
  return (maxSeqs as Record<string, number> | undefined)?.si_ann_bo ?? 0;
};

test('an error is answered in place of the real answer, as often as was said', async () => {
  await using town = await opened();
  const error = { errCode: 90002, errMsg: 'ServiceUnavailable', errDlt: 'why' };
  town.sandbox.faults.set([{ at: '/msg/*', error, times: 2 }]);
  for (const _ of [1, 2]) assert.deepEqual(await send(town), error);
  assert.equal((await send(town)).errCode, 0);
  assert.equal(await newest(town), 1, 'what was answered with an error was not done');
  assert.deepEqual(town.sandbox.faults.list(), [{ at: '/msg/*', error, times: 2, struck: 2 }]);
});

test('an answer can come late, and only where it was wanted', async () => {
  await using town = await opened();
  town.sandbox.faults.set([{ at: '/msg/send_msg', latencyMs: 300 }]);
  const order: string[] = [];
  const late = send(town).then(() => order.push('send'));
  await newest(town).then(() => order.push('newest'));
  await late;
  assert.deepEqual(order, ['newest', 'send']);
});

test('a connection is cut before anything is done, or after', async () => {
  await using town = await opened();
  for (const [reset, seq] of [
    ['before', 0],
    ['after', 1],
  ] as const) {
    town.sandbox.faults.set([{ at: '/msg/send_msg', reset, times: 1 }]);
    await assert.rejects(send(town), /fetch failed/);
    assert.equal(await newest(town), seq);
  }
});

test('the same seed strikes the same calls', async () => {
  await using town = await opened();
  const strokes = async (seed: number): Promise<string> => {
    town.sandbox.faults.set([{ at: '/msg/newest_seq', error: { errCode: 1, errMsg: 'x' }, probability: 0.5, seed }]);
    const codes: number[] = [];
    for (let turn = 0; turn < 32; turn++)
      codes.push((await town.ask('bo', '/msg/newest_seq', { userID: 'bo' })).errCode);
    return codes.join('');
  };
  const first = await strokes(7);
  assert.match(first, /0/);
  assert.match(first, /1/);
  assert.equal(await strokes(7), first);
  assert.notEqual(await strokes(8), first);
});

test('handshakes are refused or cut, frames answered with errors, late, or never', async () => {
  await using town = await opened();
  const { faults, wsURL } = town.sandbox;
  faults.set([{ at: 'ws', reset: 'before', times: 1 }]);
  const [cut] = await new Promise<[Error]>((resolve) =>
    new WebSocket(wsURL).once('error', (error) => resolve([error])),
  );
  assert.match(cut.message, /socket hang up|ECONNRESET/);
  const client = await town.client('ann');
  faults.set([{ at: 'ws/1003', error: { errCode: 90002, errMsg: 'ServiceUnavailable' }, times: 1 }]);
  const refused = await client.ask(1003, textMessage('ann', 'bo', 'x'));
  assert.deepEqual([refused?.errCode, refused?.errMsg], [90002, 'ServiceUnavailable']);
  assert.equal((await client.ask(1003, textMessage('ann', 'bo', 'x')))?.errCode, 0);
  faults.set([{ at: 'ws/*', reset: 'after' }]);
  assert.equal(await client.ask(1003, textMessage('ann', 'bo', 'x')), undefined);
  assert.equal(client.closed, 1006);
  faults.set([]);
  assert.equal(await newest(town), 2, 'what was cut afterwards was done');
});

test('dead sockets stay open, and neither answer nor push nor echo', async () => {
  await using town = await opened();
  const [ann, bo] = [await town.client('ann'), await town.client('bo')];
  await town.online('ann', 'bo');
  town.sandbox.faults.set([{ at: 'sockets', dead: true }]);
  let pongs = 0;
  bo.socket.on('pong', () => {
    pongs += 1;
  });
  bo.socket.ping();
  await send(town);
  ann.patienceMs = 300;
  assert.equal(await ann.ask(1003, textMessage('ann', 'bo', 'lost')), undefined);
  assert.deepEqual([ann.closed, bo.closed, bo.pushes().length, pongs], [undefined, undefined, 0, 0]);
  town.sandbox.faults.set([]);
  await send(town);
  await patiently(() => bo.pushes().length > 0);
  assert.equal(bo.pushes().length, 1, 'alive again, it hears what is said from then on');
});

test('a full queue makes senders wait, and drops what they bring', async () => {
  await using receiver = await Receiver.open();
  const callbacks = { url: receiver.url, only: ['afterSendSingleMsg'] as const, queue: { patienceMs: 50 } };
  await using town = await Town.open({ callbacks, faults: [{ at: 'callbacks', full: true }] });
  await town.settle('ann', 'bo');
  assert.equal((await send(town)).errCode, 0);
  town.sandbox.faults.set([]);
  const { data } = await send(town);
  const heard = await receiver.told('callbackAfterSendSingleMsgCommand');
  assert.deepEqual(
    heard.map(({ body }) => body.serverMsgID),
    [data?.serverMsgID],
  );
});

/** Asks the door as a program here would, or with other headers. */
const knock = (
  apiURL: string,
  { method = 'POST', body = '', headers = {} }: { method?: string; body?: string; headers?: Record<string, string> },
): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const asked = request(`${apiURL}/sandbox/faults`, { method, headers }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() });
    });
    asked.on('error', reject);
    asked.end(body);
  });

test('a program on this machine switches faults through the door', async () => {
  await using town = await opened();
  const { apiURL } = town.sandbox;
  const fault = { at: '/msg/send_msg', error: { errCode: 7, errMsg: 'seven' } };
  const posted = await knock(apiURL, { body: JSON.stringify([fault]) });
  assert.deepEqual([posted.status, JSON.parse(posted.text)], [200, [{ ...fault, struck: 0 }]]);
  assert.equal((await send(town)).errCode, 7);
  assert.deepEqual(JSON.parse((await knock(apiURL, { method: 'GET' })).text), [{ ...fault, struck: 1 }]);
  assert.equal((await knock(apiURL, { method: 'DELETE' })).text, '[]\n');
  assert.equal((await send(town)).errCode, 0);
  assert.equal((await knock(apiURL, { method: 'PUT' })).status, 405);
});

test('for pages in a browser, and for what comes through a proxy, there is no door', async () => {
  await using town = await opened();
  const outside = [{ origin: 'https://evil.example' }, { 'x-forwarded-for': '127.0.0.1' }, { host: 'evil.example' }];
  for (const headers of outside) {
    for (const method of ['GET', 'DELETE']) {
      const { status, text } = await knock(town.sandbox.apiURL, { method, headers: headers as Record<string, string> });
      assert.deepEqual([status, text], [404, '404 page not found']);
    }
    await knock(town.sandbox.apiURL, {
      body: '[{"at":"/msg/*","latencyMs":1}]',
      headers: headers as Record<string, string>,
    });
    assert.deepEqual(town.sandbox.faults.list(), []);
  }
});

const WRONG: [string, RegExp][] = [
  ['{', /The body must be JSON/],
  ['{}', /must be a list of faults/],
  ['[7]', /faults\[0\] must be an object/],
  ['[{"latencyMs":1}]', /faults\[0\]\.at is missing: it must be an API path/],
  ['[{"at":"msg"}]', /faults\[0\]\.at must be an API path.*not "msg"/],
  ['[{"at":"/msg/*"}]', /faults\[0\] must have latencyMs or error or reset/],
  ['[{"at":"/msg/*","latencyMs":-1}]', /latencyMs must be a whole number of milliseconds, not -1/],
  ['[{"at":"/msg/*","error":{"errCode":"x"}}]', /error must be \{"errCode": a number/],
  ['[{"at":"/msg/*","reset":"now"}]', /reset must be "before" or "after", not "now"/],
  ['[{"at":"/msg/*","dead":true}]', /must have latencyMs or error or reset/],
  ['[{"at":"sockets","latencyMs":1}]', /must have dead/],
  ['[{"at":"callbacks","full":false}]', /full must be true, not false/],
  ['[{"at":"/msg/*","latencyMs":1,"times":0}]', /times must be a whole number from 1 on/],
  ['[{"at":"/msg/*","latencyMs":1,"probability":2}]', /probability must be a number from 0 to 1/],
  ['[{"at":"/msg/*","latencyMs":1},{"at":"/a","latencyMs":1,"what":1}]', /faults\[1\] has no "what"; there are at, /],
];
for (const [body, words] of WRONG) {
  test(`${body} is no list of faults, and says why`, async () => {
    const sandbox = await startSandbox();
    const { status, text } = await knock(sandbox.apiURL, { body });
    assert.equal(status, 400);
    assert.match((JSON.parse(text) as { error: string }).error, words);
    assert.deepEqual(sandbox.faults.list(), []);
    await sandbox.stop();
  });
}
