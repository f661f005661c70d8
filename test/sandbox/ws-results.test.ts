import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { decode, encode } from '../../sandbox/gateway/proto.ts';
import { Town } from './town.ts';
import type { Frame, Knock } from './wire.ts';
import { Client, patiently, textMessage } from './wire.ts';
import { brief, plain, pushes, readable, status, withClock } from './ws-reading.ts';

type Data = Record<string, unknown>;

const recorded = JSON.parse(readFileSync(new URL('../recordings/ws-results.json', import.meta.url), 'utf8')) as Record<
  string,
  Data
>;

let town: Town;
before(async () => {
  town = await Town.open();
  await town.settle('w', 'wb', 'other');
});
after(() => town.stop());

let turn = 0;
/** Two people of their own, connected and known to be online; the recorded names stand for them. */
const two = async (query: Knock['query'] = {}) => {
  turn += 1;
  const [one, other] = [`w671121t${turn}`, `w671121bt${turn}`];
  await town.settle(one, other);
  const ann = await new Client(town.sandbox, { userID: one, token: town.token(one), ...(query && { query }) }).opened();
  const bo = await town.client(other);
  await town.online(one, other);
  return { one, other, ann, bo, chat: `si_${[one, other].sort().join('_')}` };
};

/** A talk of four messages, as the recorder had one before it asked for it. */
const talked = async () => {
  const scene = await two();
  const { one, other, ann, bo } = scene;
  for (const words of ['hello 0', 'hello 1', 'hello 2']) await ann.ask(1003, textMessage(one, other, words));
  await bo.ask(1003, textMessage(other, one, 'reply'));
  return scene;
};

const knock = async (change: Partial<Knock>): Promise<Client> => {
  const client = new Client(town.sandbox, { userID: 'w', token: town.token('w'), ...change });
  await patiently(() => client.refusal !== undefined || client.texts.length > 0);
  return client;
};
const refused = (change: Partial<Knock>) => async () => {
  const { refusal, texts } = await knock(change);
  assert.deepEqual(texts, []);
  return { result: { status: 200, body: refusal }, opened: false };
};
const flat = (change: Partial<Knock>) => async () => ({ status: 200, body: (await knock(change)).refusal });
const welcomed = (change: Partial<Knock>) => async () => {
  const client = await knock(change);
  return { result: JSON.parse(client.texts[0] ?? '{}'), opened: client.refusal === undefined };
};

const sending = (change: (one: string, other: string) => object) => async () => {
  const { one, other, ann } = await two();
  return brief(await ann.ask(1003, textMessage(one, other, 'x', change(one, other))));
};

/** What becomes of a connection that says something strange. */
const strange = (say: (client: Client, userID: string) => Promise<Frame | undefined> | undefined) => async () => {
  const { one, ann } = await two();
  const reply = await say(ann, one);
  await patiently(() => ann.closed !== undefined, reply === undefined ? 500 : 1);
  const resp = reply === undefined ? 'no reply' : brief(reply);
  return { resp, ...(ann.closed !== undefined && { closed: status(ann) }) };
};
const raw = (bytes: Buffer | string, binary = true) =>
  strange((client) => {
    client.raw(bytes, binary);
    return undefined;
  });
const sized = (bytes: number) =>
  strange((client, userID) => client.ask(1003, textMessage(userID, 'wb', 'x'.repeat(bytes))));

const asked =
  (frame: number, names: Parameters<Client['request']>[1], body: (one: string, chat: string) => object) => async () => {
    const { one, ann, chat } = await talked();
    return readable(await ann.request(frame, names, body(one, chat)));
  };

const DATA = ['GetSeqMessageReq', 'GetSeqMessageResp'] as const;

const ROWS: Record<string, () => Promise<unknown>> = {
  handshake_bad_token_isMsgResp_false: refused({ token: 'garbage', query: { isMsgResp: 'false' } }),
  handshake_sdkType_invalid: refused({ query: { sdkType: 'swift' } }),
  handshake_sdkType_go_default: welcomed({ query: { sdkType: undefined } }),
  handshake_platform_invalid_99: refused({ platformID: 99 }),
  handshake_platform_not_int: refused({ platformID: 'web' }),
  handshake_isMsgResp_not_bool: refused({ query: { isMsgResp: 'maybe' } }),
  handshake_compression_unknown: welcomed({ query: { compression: 'zstd' } }),
  handshake_missing_isBackground: flat({ query: { isBackground: undefined } }),
  handshake_missing_operationID: flat({ query: { operationID: undefined } }),
  handshake_any_path: async () => JSON.parse((await knock({ path: '/any/path' })).texts[0] ?? '{}'),
  req1001: asked(1001, ['GetMaxSeqReq', 'GetMaxSeqResp'], (userID) => ({ userID })),
  req1002: asked(1002, ['PullMessageBySeqsReq', 'PullMessageBySeqsResp'], (userID, conversationID) => ({
    userID,
    seqRanges: [{ conversationID, begin: 1, end: 4, num: 10 }],
  })),
  req1005: asked(1005, [...DATA], (userID, conversationID) => ({
    userID,
    conversations: [{ conversationID, seqs: [1, 3] }],
  })),
  req1006: asked(
    1006,
    ['GetConversationsHasReadAndMaxSeqReq', 'GetConversationsHasReadAndMaxSeqResp'],
    (userID, conversationID) => ({ userID, conversationIDs: [conversationID] }),
  ),
  req1007: asked(1007, ['GetLastMessageReq', 'GetLastMessageResp'], (userID, conversationID) => ({
    userID,
    conversationIDs: [conversationID],
  })),
  req2004: async () => {
    const { one, ann } = await two();
    const reply = await ann.ask(2004, encode('SetAppBackgroundStatusReq', { userID: one, isBackground: true }));
    return { errCode: reply?.errCode, data: reply?.data };
  },
  req1001_other_user: async () => {
    const { other, ann } = await two();
    return brief(await ann.ask(1001, encode('GetMaxSeqReq', { userID: other })));
  },
  pull_foreign_conversation: async () => {
    const { chat } = await talked();
    const { one, ann } = await two();
    const seqRanges = [{ conversationID: chat, begin: 1, end: 4, num: 10 }];
    const reply = await ann.ask(1002, encode('PullMessageBySeqsReq', { userID: one, seqRanges }));
    assert.equal(reply?.data, '', 'and nothing of it is told');
    return brief(reply);
  },
  send_empty_content: sending(() => ({ content: new Uint8Array() })),
  send_not_json: sending(() => ({ content: Buffer.from('not json') })),
  send_unknown_session: sending(() => ({ sessionType: 9 })),
  send_unknown_recv: sending(() => ({ recvID: 'nobodyhere' })),
  send_contentType_999: sending(() => ({ contentType: 999 })),
  duplicate_clientMsgID: async () => {
    const { one, other, ann, bo } = await two();
    const twice = { clientMsgID: 'dup' };
    const names = ['MsgData', 'SendMsgResp'] as const;
    const message = () => decode<Data>('MsgData', textMessage(one, other, 'x', twice));
    const first = await ann.request<Data>(1003, [...names], message());
    const second = await ann.request<Data>(1003, [...names], message());
    assert.notEqual(first.serverMsgID, second.serverMsgID);
    assert.deepEqual([first.clientMsgID, second.clientMsgID], ['dup', 'dup']);
    await patiently(() => bo.pushes().length === 2);
    return { first, second, pushes: bo.pushes().length };
  },
  client_sendTime_trusted: async () => {
    const { one, other, ann, bo } = await two();
    const sent = Date.now() - 90_000;
    await ann.ask(1003, textMessage(one, other, 'x', { sendTime: sent }));
    await patiently(() => bo.pushes().length > 0);
    assert.equal(pushes(bo)[0]?.sendTime, sent);
    return { sent, got: pushes(bo)[0]?.sendTime };
  },
  client_spoofed_fields_pushed: async () => {
    const { one, other, ann, bo } = await two();
    const {
      senderNickname,
      senderFaceURL,
      msgFrom,
      status: given,
      isRead,
      seq,
    } = recorded.client_spoofed_fields_pushed ?? {};
    const spoofed = { senderNickname, senderFaceURL, msgFrom, status: given, isRead, seq: 99 };
    await ann.ask(1003, textMessage(one, other, 'spoof fields', { ...spoofed, sendTime: Date.now() }));
    await patiently(() => bo.pushes().length > 0);
    return { ...pushes(bo)[0], seq };
  },
  json_frame_sent_as_text: async () => {
    const { one, ann } = await two();
    ann.raw(JSON.stringify({ reqIdentifier: 1001, sendID: one, operationID: 'op', msgIncr: '1', data: '' }), false);
    await patiently(() => ann.closed !== undefined);
    return { timeout: true, closed: status(ann) };
  },
  frame_unknown_identifier: strange((client) => client.ask(4242, new Uint8Array())),
  // The recorder knows replies by the number that this one lacks.
  frame_missing_msgIncr: async () => {
    const { one, ann } = await two();
    const said = ann.frames.length;
    ann.raw(Buffer.from(JSON.stringify({ reqIdentifier: 1001, sendID: one, operationID: 'op', data: '' })));
    await patiently(() => ann.frames.length > said);
    assert.deepEqual([ann.frames.at(-1)?.msgIncr, ann.closed], ['', undefined]);
    return { resp: 'no reply' };
  },
  frame_data_not_protobuf: strange((client) => client.ask(1001, Buffer.from([255, 255, 255]))),
  frame_invalid_json_binary: raw(Buffer.from('{nonsense')),
  frame_signal_1004: strange((client) => client.ask(1004, new Uint8Array())),
  frame_text_ping: async () => {
    const { ann } = await two();
    ann.raw('{"type":"ping","body":{"t":1}}', false);
    await patiently(() => ann.texts.length > 1);
    return { resp: { errCode: ann.texts.at(-1) } };
  },
  frame_text_unknown: raw('{"type":"hello"}', false),
  frame_too_large_60KB: sized(60_000),
  frame_ok_30KB: sized(20_000),
  frame_content_37KB: sized(37_000),
  gzip_send: async () => {
    const { one, other, ann } = await two({ compression: 'gzip' });
    return { errCode: (await ann.ask(1003, textMessage(one, other, 'zipped')))?.errCode };
  },
  logout2003: async () => {
    const { one, ann } = await two();
    const reply = await ann.ask(2003, encode('DelUserPushTokenReq', { userID: one, platformID: 5 }));
    await patiently(() => ann.closed !== undefined);
    return { errCode: reply?.errCode, closed: status(ann) };
  },
  idle: async () => {
    await town.settle('idler');
    const token = async (platformID: number) =>
      String((await town.act(town.adminID, '/auth/get_user_token', { userID: 'idler', platformID })).token);
    const tokens = { web: await token(5), ios: await token(1), android: await token(2) };
    return withClock(async (tick) => {
      const open = async (platformID: number, of: string) => {
        const client = new Client(town.sandbox, { userID: 'idler', token: of, platformID });
        while (client.texts.length === 0) await new Promise(setImmediate);
        const pings = { count: 0 };
        client.socket.on('ping', () => {
          pings.count += 1;
        });
        return { client, pings };
      };
      const { client: web, pings: webPings } = await open(5, tokens.web);
      const { client: ios, pings: iosPings } = await open(1, tokens.ios);
      const { client: android } = await open(2, tokens.android);
      for (let second = 0; second < 60; second += 5) {
        if (second % 10 === 5) android.raw('{"type":"ping","body":{}}', false);
        await tick(0);
        await tick(second === 25 ? 4_999 : 5_000);
        if (second === 25) {
          assert.equal(ios.closed, undefined, 'half a minute is not over');
          await tick(1);
        }
      }
      const until = async (isSo: () => boolean) => {
        for (let turns = 0; turns < 500 && !isSo(); turns++) await new Promise(setImmediate);
      };
      await until(() => ios.closed !== undefined && webPings.count === 2 && android.texts.length === 7);
      const pongs = android.texts.length - 1;
      const found = {
        web: { closedAfterMs: web.closed ?? null, serverPings: webPings.count },
        ios_no_ping: { closedAfterMs: 30014, close: status(ios), serverPings: iosPings.count },
        android_text_ping_every_10s: { closed: android.closed ?? null, pongs },
      };
      for (const client of [web, android]) client.socket.terminate();
      return found;
    });
  },
};

// Frames in Go's own encoding have a test of their own.
const ELSEWHERE = ['gob_push'];

test('every recorded row is held, here or elsewhere', () => {
  assert.deepEqual([...Object.keys(ROWS), ...ELSEWHERE].sort(), Object.keys(recorded).sort());
});

for (const [name, act] of Object.entries(ROWS)) {
  test(`${name} is as it was recorded`, { timeout: 20_000 }, async () =>
    assert.deepEqual(plain(await act()), plain(recorded[name])),
  );
}
