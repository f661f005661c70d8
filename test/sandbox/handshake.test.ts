import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Sandbox } from '../../sandbox/index.ts';
import { startSandbox } from '../../sandbox/index.ts';
import type { Knock } from './wire.ts';
import { Client, issue, patiently, register } from './wire.ts';

const WELCOME = '{"errCode":0,"errMsg":"","errDlt":""}';

let sandbox: Sandbox;
let token: string;
before(async () => {
  sandbox = await startSandbox();
  await register(sandbox, 'hand', 'other');
  token = await issue(sandbox, 'hand');
});
after(() => sandbox.stop());

const REASONS: [string, Partial<Knock>, RegExp][] = [
  ['a missing token', { query: { token: undefined } }, /1602.*token is empty/],
  ['a missing user', { query: { sendID: undefined } }, /1602.*sendID is empty/],
  ['a v that is no base64', { query: { v: '!!' } }, /1602.*data is not base64/],
  ['a v that is no JSON', { query: { v: Buffer.from('no').toString('base64url') } }, /1602.*data is not json/],
];
for (const [what, knock, words] of REASONS) {
  test(`${what} is refused before anything is opened`, async () => {
    const client = new Client(sandbox, { userID: 'hand', token, ...knock });
    await patiently(() => client.refusal !== undefined);
    assert.match(String(client.refusal), words);
  });
}

const TOLD_INSIDE: [string, Partial<Knock>, number][] = [
  ['a bad token', { token: 'garbage' }, 1503],
  ['the token of another user', { userID: 'other' }, 1502],
  ['the token of another platform', { platformID: 1 }, 1502],
];
for (const [what, knock, code] of TOLD_INSIDE) {
  test(`${what} is told in a first text when the client asks for it, and the line is cut`, async () => {
    const client = new Client(sandbox, { userID: 'hand', token, ...knock });
    await patiently(() => client.closed !== undefined);
    assert.equal((JSON.parse(client.texts[0] ?? '{}') as { errCode: number }).errCode, code);
    assert.equal(client.closed, 1006);
  });
}

test('any path opens, and the result comes first', async () => {
  const client = await new Client(sandbox, { userID: 'hand', token, path: '/any/path' }).opened();
  assert.deepEqual(client.texts, [WELCOME]);
});

test('an unknown compression is ignored', async () => {
  const client = await new Client(sandbox, { userID: 'hand', token, query: { compression: 'zstd' } }).opened();
  assert.equal((await client.ask(1001, Buffer.from('CgRoYW5k', 'base64')))?.errCode, 0);
});

test('without isMsgResp nothing is said', async () => {
  const client = await new Client(sandbox, { userID: 'hand', token, query: { isMsgResp: undefined } }).opened();
  assert.equal((await client.ask(1001, Buffer.from('CgRoYW5k', 'base64')))?.errCode, 0);
  assert.deepEqual(client.texts, []);
});

test('everything fits into one parameter', async () => {
  const hello = {
    token,
    userID: 'hand',
    platformID: 5,
    operationID: 'op',
    compression: '',
    sdkType: 'js',
    sendResponse: true,
    background: false,
  };
  const none = {
    sendID: undefined,
    token: undefined,
    platformID: undefined,
    operationID: undefined,
    isBackground: undefined,
    sdkType: undefined,
    isMsgResp: undefined,
  };
  const query = { ...none, v: Buffer.from(JSON.stringify(hello)).toString('base64url') };
  const client = await new Client(sandbox, { userID: 'hand', token, query }).opened();
  assert.deepEqual(client.texts, [WELCOME]);
});
