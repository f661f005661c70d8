import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mock, test } from 'node:test';
import type { CallbackOptions } from '../../sandbox/callbacks/options.ts';
import type { Data, Heard } from './receiver.ts';
import { goodNatured, Receiver } from './receiver.ts';
import { Town } from './town.ts';
import type { ApiAnswer } from './wire.ts';
import { patiently, textMessage } from './wire.ts';

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../recordings/callback-${name}.json`, import.meta.url), 'utf8')) as Data;
const filters = read('filters');
const overrides = read('overrides');
const extra = JSON.parse(readFileSync(new URL('../recordings/extra.json', import.meta.url), 'utf8')) as Data;

const AFTER = 'callbackAfterSendSingleMsgCommand';

const openWith = async (receiver: Receiver, options: Partial<CallbackOptions> = {}): Promise<Town> => {
  const town = await Town.open({ callbacks: { url: receiver.url, ...options } });
  await town.settle('f1', 'f2', 'f3');
  return town;
};

const send = (town: Town, to: Data, contentType = 101): Promise<ApiAnswer> =>
  town.ask(town.adminID, '/msg/send_msg', {
    ...{ sendID: 'f1', senderPlatformID: 1, sessionType: 1, contentType },
    content: contentType === 110 ? { data: '{"x":1}' } : { content: 'x' },
    ...to,
  });

/** Holds back what a callback is answered until it is let go. */
const holdBack = (receiver: Receiver, command: string): (() => void) => {
  const { promise, resolve } = Promise.withResolvers<void>();
  receiver.reply = async (heard) => {
    if (heard.command === command) await promise;
    return goodNatured(heard);
  };
  return resolve;
};

test('a slow receiver slows the senders, and what finds no place in time is dropped', async () => {
  const { sent, ok, sendsThatBlockedOver2500ms, afterCallbacksReceived } = filters.overload as Record<string, number>;
  await using receiver = await Receiver.open();
  await using town = await openWith(receiver, { only: ['afterSendSingleMsg'], queue: { patienceMs: 400 } });
  const letGo = holdBack(receiver, AFTER);
  let answered = 0;
  const sends = Array.from({ length: sent ?? 0 }, () =>
    send(town, { recvID: 'f2' }).then((answer) => {
      answered += 1;
      return answer.errCode;
    }),
  );
  await patiently(() => answered >= (afterCallbacksReceived ?? 0), 5000);
  assert.equal(answered, (sent ?? 0) - (sendsThatBlockedOver2500ms ?? 0), 'the others wait for a place');
  const codes = await Promise.all(sends);
  assert.equal(codes.filter((code) => code === 0).length, ok);
  letGo();
  await receiver.told(AFTER, afterCallbacksReceived);
  await send(town, { recvID: 'f3' });
  const last = await receiver.told(AFTER, (afterCallbacksReceived ?? 0) + 1);
  assert.equal(last.at(-1)?.body.recvID, 'f3', 'nothing that was dropped came after all');
});

test('a call that waits for a place goes on as soon as there is one', async () => {
  await using receiver = await Receiver.open();
  const queue = { workers: 1, places: 1, patienceMs: 60_000 };
  await using town = await openWith(receiver, { only: ['afterSendSingleMsg'], queue });
  const letGo = holdBack(receiver, AFTER);
  const sends = [1, 2, 3].map(() => send(town, { recvID: 'f2' }));
  await receiver.told(AFTER);
  letGo();
  assert.deepEqual(
    (await Promise.all(sends)).map(({ errCode }) => errCode),
    [0, 0, 0],
  );
  assert.equal((await receiver.told(AFTER, 3)).length, 3);
});

test('two at a time are under way, each once, and whatever they are answered', async () => {
  const { sent, unique, maxInflightAll } = overrides.order_after as Record<string, number>;
  await using receiver = await Receiver.open();
  await using town = await openWith(receiver, { only: ['afterSendSingleMsg'] });
  const letGo = holdBack(receiver, AFTER);
  await Promise.all(Array.from({ length: sent ?? 0 }, () => send(town, { recvID: 'f2' })));
  assert.equal((await receiver.told(AFTER, maxInflightAll)).length, maxInflightAll);
  letGo();
  const heard = await receiver.told(AFTER, sent);
  assert.equal(new Set(heard.map(({ body }) => body.serverMsgID)).size, unique);
});

test('failed after-callbacks are not repeated, and fail nobody', async () => {
  const fails = overrides.after_fail as Record<string, number>;
  await using receiver = await Receiver.open();
  await using town = await openWith(receiver, { only: ['afterSendSingleMsg'] });
  for (const reply of ['gone', { status: 500, text: 'oops' }, { text: '{"actionCode":0,"nextCode":1,"errCode":5001}' }])
    await (async () => {
      receiver.heard.length = 0;
      receiver.reply = (heard) => (heard.body.recvID === 'f2' ? (reply as 'gone') : goodNatured(heard));
      assert.equal((await send(town, { recvID: 'f2' })).errCode, fails.senderErr);
      await receiver.told(AFTER);
      for (const _ of [1, 2]) await send(town, { recvID: 'f3' });
      await receiver.told(AFTER, 3);
      const calls = receiver.heard.filter(({ body }) => body.recvID === 'f2');
      assert.equal(calls.length, fails.calls_after_500);
    })();
});

const FILTERED = {
  beforeSendSingleMsg: { deniedTypes: [110] },
  beforeSendGroupMsg: { deniedTypes: [110] },
  beforeMsgModify: { deniedTypes: [110] },
  afterSendSingleMsg: { attentionIds: ['f2'], deniedTypes: [110] },
  afterSendGroupMsg: { attentionIds: ['fg1'], deniedTypes: [110] },
  afterMsgSaveDB: { attentionIds: ['f2'], deniedTypes: [110] },
};
const ONLY = Object.keys(FILTERED) as (keyof typeof FILTERED)[];

const FILTER_ROWS: Record<string, (town: Town) => Promise<ApiAnswer>> = {
  text_to_f2_attended: (town) => send(town, { recvID: 'f2' }),
  text_to_f3_not_attended: (town) => send(town, { recvID: 'f3' }),
  custom110_to_f2_denied_type: (town) => send(town, { recvID: 'f2' }, 110),
  group_text_attended_group: (town) => send(town, { sessionType: 3, groupID: 'fg1' }),
  group_custom110_denied: (town) => send(town, { sessionType: 3, groupID: 'fg1' }, 110),
  from_admin_sender: (town) => send(town, { sendID: 'imAdmin', recvID: 'f2' }),
};

for (const [name, act] of Object.entries(FILTER_ROWS)) {
  test(`${name}: of message callbacks only those recorded are sent`, async () => {
    const row = filters[name] as { errCode: number; callbacks: string[] };
    await using receiver = await Receiver.open();
    await using town = await openWith(receiver, { only: ONLY, filters: FILTERED, queue: { workers: 1 } });
    const groupInfo = { groupID: 'fg1', groupName: 'fg1', groupType: 2 };
    await town.act(town.adminID, '/group/create_group', { ownerUserID: 'f1', groupInfo });
    const { errCode, data } = await act(town);
    assert.equal(errCode, row.errCode);
    // Each service has one worker here, so what was to be told of it is told before this one is.
    await send(town, { recvID: 'f2' });
    const last = (await receiver.told('callbackAfterSendSingleMsgCommand')).at(-1)?.body;
    await patiently(() => receiver.heard.some((one) => isSaved(one) && one.body.serverMsgID === last?.serverMsgID));
    const about = receiver.heard.filter(({ body }) => body.serverMsgID === data?.serverMsgID);
    assert.deepEqual(about.map(({ command }) => command).sort(), row.callbacks.toSorted());
  });
}

const isSaved = ({ command }: Heard): boolean => command === 'callbackAfterMsgSaveDBCommand';

const NOTICES: [string, number, string[]][] = [
  ['ws_client_sends_2200', 2200, ['callbackBeforeOnlinePushCommand', 'callbackBeforeOfflinePushCommand']],
  ['ws_client_sends_1501_forged', 1501, ['callbackBeforeOnlinePushCommand', 'callbackBeforeOfflinePushCommand']],
];
for (const [name, contentType, commands] of NOTICES) {
  test(`${name}: what calls itself a notice is asked about when it is pushed, and not before`, async () => {
    const row = filters[name] as { errCode: number; cb: string[] };
    assert.deepEqual(row.cb, commands);
    await using receiver = await Receiver.open();
    await using town = await openWith(receiver);
    const client = await town.client('f1');
    const reply = await client.ask(1003, textMessage('f1', 'f2', 'forged', { contentType }));
    assert.equal(reply?.errCode, row.errCode);
    const about = ({ body }: Heard) => body.contentType === contentType;
    if (contentType === 1501) await receiver.told('callbackBeforeOfflinePushCommand');
    await patiently(() => receiver.heard.filter(about).length >= (contentType === 1501 ? 2 : 1), 1000);
    const heard = receiver.heard.filter(about).map(({ command }) => command);
    assert.ok(
      heard.every((command) => commands.includes(command)),
      String(heard),
    );
    assert.ok(heard.includes('callbackBeforeOnlinePushCommand'));
    client.socket.close();
  });
}

test('a redirect of the newer kind is followed with the body, one of the older kind without', async () => {
  const recorded = overrides.redirect307 as { errCode: number; follow: { method: string; url: string }[] };
  await using receiver = await Receiver.open();
  await using town = await openWith(receiver, { only: ['beforeSendSingleMsg'] });
  for (const status of [307, 302]) {
    receiver.heard.length = 0;
    receiver.reply = ({ command }) =>
      command.startsWith('redirected') ? { text: '{}' } : { status, text: '', location: `/hook/redirected${status}` };
    assert.equal((await send(town, { recvID: 'f2' })).errCode, recorded.errCode);
    const [first, second] = receiver.heard;
    assert.equal(second?.url, `/hook/redirected${status}`);
    assert.equal(second.method, status === 307 ? recorded.follow[0]?.method : 'GET');
    assert.equal(second.text, status === 307 ? first?.text : '');
  }
});

test('user and password of the URL become Basic credentials, and never show', async () => {
  await using receiver = await Receiver.open('/hook/PATHSECRET');
  const url = receiver.url.replace('http://', 'http://hookuser:pass%20word@');
  await using town = await openWith(receiver, { url, only: ['beforeSendSingleMsg'] });
  await send(town, { recvID: 'f2' });
  const credentials = Buffer.from('hookuser:pass word').toString('base64');
  assert.equal(receiver.heard[0]?.headers.authorization, `Basic ${credentials}`);
  receiver.reply = () => 'gone';
  const { errDlt } = await send(town, { recvID: 'f2' });
  assert.match(errDlt, /^Error: Post "http:\/\/hookuser:\*\*\*@127\.0\.0\.1:\d+\/hook\/PATHSECRET\/callbackBefore/);
});

for (const [timeout, seconds, reason] of [
  [undefined, 5, 'context deadline exceeded HTTP request failed'],
  [0, 15, String((extra.timeout_0 as ApiAnswer).errDlt.split('": ')[1])],
] as const) {
  test(`an answer may take ${seconds} seconds when the time-out is ${timeout ?? 'not given'}`, async () => {
    await using receiver = await Receiver.open();
    receiver.reply = () => 'never';
    const limit = timeout === undefined ? {} : { timeout };
    await using town = await openWith(receiver, { only: ['beforeSendSingleMsg'], ...limit });
    mock.timers.enable({ apis: ['setTimeout'] });
    const answers: ApiAnswer[] = [];
    const sending = send(town, { recvID: 'f2' }).then((given) => answers.push(given));
    await receiver.told('callbackBeforeSendSingleMsgCommand');
    mock.timers.tick(seconds * 1000 - 1);
    for (let turns = 0; turns < 50; turns++) await new Promise(setImmediate);
    assert.equal(answers.length, 0);
    mock.timers.tick(1);
    await sending;
    mock.timers.reset();
    const [answer] = answers;
    assert.deepEqual([answer?.errCode, answer?.errMsg], [90004, 'NetworkError']);
    assert.ok(answer?.errDlt.includes(`": ${reason}`), answer?.errDlt);
  });
}

test('a sender who is blocked is asked about all the same, and one who is no member is not', async () => {
  const [blocked, outside] = [extra.blocked_by_peer, extra.not_in_group] as { errCode: number; callbacks: string[] }[];
  await using receiver = await Receiver.open();
  await using town = await openWith(receiver, { only: ONLY });
  await town.act('f2', '/friend/add_black', { ownerUserID: 'f2', blackUserID: 'f1' });
  assert.equal((await send(town, { recvID: 'f2' })).errCode, blocked?.errCode);
  const asked = blocked?.callbacks.filter((command) => /SendSingle|MsgModify/.test(command));
  assert.deepEqual(
    receiver.heard.splice(0).map(({ command }) => command),
    asked,
  );
  const groupInfo = { groupID: 'fg2', groupName: 'fg2', groupType: 2 };
  await town.act(town.adminID, '/group/create_group', { ownerUserID: 'f2', groupInfo });
  assert.equal((await send(town, { sessionType: 3, groupID: 'fg2' })).errCode, outside?.errCode);
  assert.deepEqual(
    receiver.heard.map(({ command }) => command),
    outside?.callbacks,
  );
});

test('a URL that is none is told at the start', async () => {
  await assert.rejects(Town.open({ callbacks: { url: 'nowhere' } }), /Invalid URL/);
});
