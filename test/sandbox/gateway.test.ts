import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { decode, encode } from '../../sandbox/gateway/proto.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import { startSandbox } from '../../sandbox/index.ts';
import { Client, call, issue, patiently, register, textMessage } from './wire.ts';

interface Pushed {
  msgs: Record<
    string,
    { Msgs: { content: Uint8Array; seq: number; status: number; sendTime: number; msgFrom: number }[]; isEnd: boolean }
  >;
  notificationMsgs: Record<string, { Msgs: { contentType: number }[] }>;
}

let sandbox: Sandbox;
before(async () => {
  sandbox = await startSandbox({ presenceEveryMs: 10 });
});
after(() => sandbox.stop());

let pairs = 0;
/** Two users of their own for each test, both connected and known to be online. */
const connectTwo = async (query: Record<string, string> = {}) => {
  pairs += 1;
  const [one, two] = [`one${pairs}`, `two${pairs}`];
  await register(sandbox, one, two);
  const tokens = [await issue(sandbox, one), await issue(sandbox, two)] as const;
  const ann = await new Client(sandbox, { userID: one, token: tokens[0], query }).opened();
  const bo = await new Client(sandbox, { userID: two, token: tokens[1] }).opened();
  await sleep(40);
  return { one, two, ann, bo, tokens, chat: `si_${one}_${two}` };
};

const pushed = (client: Client, index = 0): Pushed =>
  decode<Pushed>('PushMessages', Buffer.from(client.pushes()[index]?.data ?? '', 'base64'));

test('a message reaches both sides with its seq, under the operation of its sender', async () => {
  const { one, two, ann, bo, chat } = await connectTwo();
  const reply = await ann.ask(1003, textMessage(one, two, 'hello'));
  assert.equal(reply?.errCode, 0);
  await patiently(() => ann.pushes().length === 1 && bo.pushes().length === 1);
  assert.deepEqual(ann.pushes(), bo.pushes());
  assert.equal(bo.pushes()[0]?.operationID, reply?.operationID);
  assert.equal(bo.pushes()[0]?.msgIncr, '');
  assert.equal(pushed(bo).msgs[chat]?.Msgs[0]?.seq, 1);
});

test('what a client says of its message is believed, and nothing of it is checked', async () => {
  const { one, two, ann, bo, chat } = await connectTwo();
  const change = {
    contentType: 999,
    content: Buffer.from('no json'),
    msgFrom: 200,
    sendTime: 1_700_000_000_000,
    status: 4,
    seq: 77,
  };
  assert.equal((await ann.ask(1003, textMessage(one, two, '', change)))?.errCode, 0);
  await patiently(() => bo.pushes().length === 1);
  const { seq, status, sendTime, msgFrom } = pushed(bo).msgs[chat]?.Msgs[0] ?? {};
  assert.deepEqual(
    { seq, status, sendTime, msgFrom },
    { seq: 1, status: 4, sendTime: 1_700_000_000_000, msgFrom: 200 },
  );
});

test('the same clientMsgID twice is two messages', async () => {
  const { one, two, ann, bo } = await connectTwo();
  const twice = textMessage(one, two, 'twice', { clientMsgID: 'same' });
  await ann.ask(1003, twice);
  await ann.ask(1003, twice);
  assert.ok(await patiently(() => bo.pushes().length === 2));
});

test('unknown receivers, unknown sessions and foreign senders are refused', async () => {
  const { one, two, ann } = await connectTwo();
  assert.equal((await ann.ask(1003, textMessage(one, 'ghost', 'x')))?.errCode, 1004);
  assert.equal((await ann.ask(1003, textMessage(one, two, 'x', { sessionType: 7 })))?.errCode, 1001);
  const spoofed = await ann.ask(1003, textMessage(two, one, 'x'));
  assert.deepEqual([spoofed?.errCode, spoofed?.errMsg, spoofed?.data], [1002, 'NoPermissionError', null]);
});

test('even an admin sends as nobody else here', async () => {
  const { one, two } = await connectTwo();
  const { data } = await call(sandbox, '/auth/get_admin_token', {
    secret: sandbox.secret,
    userID: sandbox.adminUserID,
  });
  const admin = await new Client(sandbox, {
    userID: sandbox.adminUserID,
    token: String(data?.token),
    platformID: 10,
  }).opened();
  assert.equal((await admin.ask(1003, textMessage(one, two, 'x')))?.errCode, 1002);
});

test('seqs, ranges, lists, read state and last messages can be asked for', async () => {
  const { one, two, ann, bo, chat } = await connectTwo();
  assert.equal((await ann.ask(1001, encode('GetMaxSeqReq', { userID: one })))?.data, '');
  for (const text of ['a', 'b', 'c']) await ann.ask(1003, textMessage(one, two, text));
  assert.deepEqual(await ann.request(1001, ['GetMaxSeqReq', 'GetMaxSeqResp'], { userID: one }), {
    maxSeqs: { [chat]: 3 },
    minSeqs: {},
  });
  const ranges = { userID: two, seqRanges: [{ conversationID: chat, begin: 1, end: 9, num: 2 }] };
  const range = await bo.request<Pushed>(1002, ['PullMessageBySeqsReq', 'PullMessageBySeqsResp'], ranges);
  assert.deepEqual(
    range.msgs[chat]?.Msgs.map(({ seq }) => seq),
    [2, 3],
  );
  const list = await bo.request<Pushed>(1005, ['GetSeqMessageReq', 'GetSeqMessageResp'], {
    userID: two,
    conversations: [{ conversationID: chat, seqs: [1, 3] }],
  });
  assert.deepEqual(
    list.msgs[chat]?.Msgs.map(({ seq }) => seq),
    [1, 3],
  );
  const names = ['GetConversationsHasReadAndMaxSeqReq', 'GetConversationsHasReadAndMaxSeqResp'] as [never, never];
  const state = await ann.request<{ seqs: Record<string, { maxSeq: number; hasReadSeq: number }> }>(1006, names, {
    userID: one,
    conversationIDs: [chat],
  });
  assert.deepEqual([state.seqs[chat]?.maxSeq, state.seqs[chat]?.hasReadSeq], [3, 3]);
  const last = await bo.request<{ msgs: Record<string, { seq: number }> }>(
    1007,
    ['GetLastMessageReq', 'GetLastMessageResp'],
    { userID: two, conversationIDs: [chat] },
  );
  assert.equal(last.msgs[chat]?.seq, 3);
});

test('pulling for another user is refused, reading a foreign conversation by list is not', async () => {
  const { one, two, ann, chat } = await connectTwo();
  await ann.ask(1003, textMessage(one, two, 'secret'));
  const { ann: eve } = await connectTwo();
  assert.equal((await eve.ask(1002, encode('PullMessageBySeqsReq', { userID: two })))?.errCode, 1002);
  const list = await eve.request<Pushed>(1005, ['GetSeqMessageReq', 'GetSeqMessageResp'], {
    userID: 'eve',
    conversations: [{ conversationID: chat, seqs: [1] }],
  });
  assert.equal(list.msgs[chat]?.Msgs.length, 1);
});

test('presence is told at once when asked, and again when it changes', async () => {
  const { one, ann, bo } = await connectTwo();
  const tips = await bo.request(2005, ['SubUserOnlineStatus', 'SubUserOnlineStatusTips'], { subscribeUserID: [one] });
  assert.deepEqual(tips, { subscribers: [{ userID: one, onlinePlatformIDs: [5] }] });
  ann.socket.close();
  await patiently(() => bo.frames.length > 1);
  const left = decode('SubUserOnlineStatusTips', Buffer.from(bo.frames.at(-1)?.data ?? '', 'base64'));
  assert.deepEqual(left, { subscribers: [{ userID: one, onlinePlatformIDs: [] }] });
});

test('compressed both ways when asked for', async () => {
  const { one, two, ann, bo } = await connectTwo({ compression: 'gzip' });
  assert.equal((await ann.ask(1003, textMessage(one, two, 'zipped')))?.errCode, 0);
  assert.ok(await patiently(() => ann.pushes().length === 1 && bo.pushes().length === 1));
});

test('logging out ends the connection, not the token', async () => {
  const { one, ann, tokens } = await connectTwo();
  assert.equal((await ann.ask(2003, encode('DelUserPushTokenReq', { userID: one, platformID: 5 })))?.data, '');
  assert.ok(await patiently(() => ann.closed === 1006));
  assert.equal((await call(sandbox, '/user/get_users_info', { userIDs: [one] }, tokens[0])).errCode, 0);
});

test('going to the background is answered with null, signals are broken, bytes that are no message are told', async () => {
  const { one, ann } = await connectTwo();
  assert.equal(
    (await ann.ask(2004, encode('SetAppBackgroundStatusReq', { userID: one, isBackground: true })))?.data,
    null,
  );
  assert.equal((await ann.ask(1004, new Uint8Array()))?.errCode, 1001);
  assert.equal((await ann.ask(1001, Buffer.from([255, 255, 255])))?.errCode, 500);
});

test('a text ping is answered in kind', async () => {
  const { ann } = await connectTwo();
  ann.raw('{"type":"ping","body":{"t":1}}', false);
  assert.ok(await patiently(() => ann.texts.at(-1) === '{"type":"pong","body":{"t":1}}'));
});

const FATAL: [string, (client: Client, userID: string) => void, number][] = [
  ['an unknown request', (client) => void client.ask(4242, new Uint8Array()), 1006],
  ['a foreign sender in the frame', (client) => void client.ask(1001, new Uint8Array(), { sendID: 'somebody' }), 1006],
  ['bytes that are no JSON', (client) => client.raw(Buffer.from('nonsense')), 1006],
  [
    'a frame sent as text',
    (client, userID) => client.raw(JSON.stringify({ reqIdentifier: 1001, sendID: userID }), false),
    1006,
  ],
  ['a frame of more than 51200 bytes', (client) => client.raw(Buffer.alloc(60_000)), 1009],
];
for (const [what, act, code] of FATAL) {
  test(`${what} ends the connection with ${code}`, async () => {
    const { one, ann } = await connectTwo();
    act(ann, one);
    assert.ok(await patiently(() => ann.closed === code), `closed with ${ann.closed}`);
  });
}

test('a forced logout tells the client, cuts the line and spoils the token', async () => {
  const { one, ann, tokens } = await connectTwo();
  const { data } = await call(sandbox, '/auth/get_admin_token', {
    secret: sandbox.secret,
    userID: sandbox.adminUserID,
  });
  await call(sandbox, '/auth/force_logout', { userID: one, platformID: 5 }, String(data?.token));
  assert.equal((await call(sandbox, '/user/get_users_info', { userIDs: [one] }, tokens[0])).errCode, 1506);
  assert.ok(await patiently(() => ann.closed === 1006));
  assert.deepEqual(ann.frames.at(-1), {
    reqIdentifier: 2002,
    msgIncr: '',
    operationID: '',
    errCode: 0,
    errMsg: '',
    data: null,
  });
});

const ODD = ['', 'no JSON', '{}', '{"detail":"null"}', '{"detail":"{\\"kickedUserList\\":[null,{}]}"}'];
for (const contentType of [1504, 1508, 1511]) {
  test(`what calls itself a notice ${contentType} harms nobody, whatever is within`, async () => {
    const { one, two, ann, bo } = await connectTwo();
    const { data } = await call(
      sandbox,
      '/group/create_group',
      { ownerUserID: one, memberUserIDs: [two], groupInfo: { groupName: 'g', groupType: 2 } },
      await issue(sandbox, one, 3),
    );
    const { groupID } = (data?.groupInfo ?? {}) as { groupID: string };
    const heard = bo.pushes().length;
    for (const content of ODD) {
      const change = { sessionType: 3, groupID, contentType, content: Buffer.from(content) };
      assert.equal((await ann.ask(1003, textMessage(one, '', '', change)))?.errCode, 0);
    }
    assert.ok(await patiently(() => bo.pushes().length >= heard + ODD.length));
    assert.equal(ann.closed, undefined);
  });
}
