import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { decode } from '../../sandbox/gateway/proto.ts';
import type { Data } from './receiver.ts';
import { allowing, goodNatured, Receiver } from './receiver.ts';
import { Town } from './town.ts';
import type { Client } from './wire.ts';
import { patiently, textMessage } from './wire.ts';

interface Row {
  via?: 'ws' | 'rest';
  answer: Data;
  senderSees: Data;
  recipientP2: Data | null;
  thirdUserP3?: Data | null;
  senderEcho?: Data | null;
}

const recorded = JSON.parse(
  readFileSync(new URL('../recordings/callback-overrides.json', import.meta.url), 'utf8'),
) as Record<string, Row>;
const RECORDED_GROUP = '24978495';
const MODIFY = 'callbackBeforeMsgModifyCommand';

let receiver: Receiver;
let town: Town;
before(async () => {
  receiver = await Receiver.open();
  town = await Town.open({ callbacks: { url: receiver.url } });
  await town.settle('p1', 'p2', 'p3');
  const groupInfo = { groupID: RECORDED_GROUP, groupName: 'mod', groupType: 2 };
  await town.act('p1', '/group/create_group', { ownerUserID: 'p1', memberUserIDs: ['p2'], groupInfo });
});
after(async () => {
  await town.stop();
  await receiver.close();
});

type Message = Data & { content: Uint8Array };

/** Only what protobuf writes: no zeros. */
const shown = (message: Message | null): Data | null =>
  message &&
  Object.fromEntries(
    Object.entries<unknown>({ ...message, content: Buffer.from(message.content).toString() }).filter(
      ([, value]) => ![0, '', false, null].includes(value as null) && !isEmpty(value),
    ),
  );
const isEmpty = (value: unknown): boolean => typeof value === 'object' && Object.keys(value ?? {}).length === 0;

const heardBy = (client: Client): Data[] =>
  client.pushes().flatMap(({ data }) => {
    const { msgs } = decode<{ msgs: Record<string, { Msgs: Message[] }> }>(
      'PushMessages',
      Buffer.from(data ?? '', 'base64'),
    );
    return Object.values(msgs).flatMap(({ Msgs }) => Msgs.map((message) => shown(message) ?? {}));
  });

const LATER_THAN = 1_000_000_000_000;
/** Ids that the server made, times and seqs become words. */
const plain = (value: unknown, key = ''): unknown => {
  if (Array.isArray(value)) return value.map((item) => plain(item));
  if (typeof value === 'object' && value !== null) {
    const told = Object.entries(value).filter(([, item]) => !isEmpty(item) && item !== '' && item !== false);
    return Object.fromEntries(told.map(([name, item]) => [name, plain(item, name)]));
  }
  if (typeof value === 'number') return value > LATER_THAN ? 'a time' : key === 'seq' ? 'a seq' : value;
  if (/MsgID$/.test(key) && !String(value).includes('override')) return 'an id';
  return value;
};

const senderSees = async (one: Client, row: Row): Promise<Data> => {
  if (row.via === 'rest') {
    const message = { sendID: 'p1', recvID: 'p2', senderPlatformID: 1, sessionType: 1, contentType: 101 };
    const answer = await town.ask(town.adminID, '/msg/send_msg', { ...message, content: { content: 'orig' } });
    return answer as unknown as Data;
  }
  const hasTexts = 'offlinePushInfo' in row.answer && 'decoded' in row.senderSees;
  const texts = hasTexts ? { offlinePushInfo: { title: 'T', desc: 'D' } } : {};
  const reply = await one.ask(1003, textMessage('p1', 'p2', 'orig', texts));
  if (reply === undefined) return { timeout: true, closed: { code: one.closed, reason: '' } };
  const { errCode, errMsg, data } = reply;
  if (errCode !== 0) return { errCode, errMsg };
  const decoded = decode<Data & { modify: Message | null }>('SendMsgResp', Buffer.from(data ?? '', 'base64'));
  const { modify, ...receipt } = decoded;
  return { errCode, errMsg, decoded: { ...receipt, ...(modify && { modify: shown(modify) }) } };
};

const ROWS = Object.entries(recorded).filter(([, row]) => typeof row.senderSees === 'object');
for (const [name, row] of ROWS) {
  test(`${name}: what the answer changes, and who sees it`, async () => {
    const [one, two, three] = await Promise.all([town.client('p1'), town.client('p2'), town.client('p3')]);
    await patiently(() => ['p1', 'p2', 'p3'].every((userID) => isOnline(userID)), 2000);
    receiver.reply = (heard) => (heard.command === MODIFY ? allowing(row.answer) : goodNatured(heard));
    assert.deepEqual(plain(await senderSees(one, row)), plain(row.senderSees));
    receiver.reply = goodNatured;
    // What comes before this one has come by then, and what has not never will.
    await two.ask(1003, textMessage('p2', 'p3', 'marker'));
    await patiently(() => heardBy(three).some(({ content }) => String(content).includes('marker')), 3000);
    const first = (client: Client) => plain(heardBy(client).find(({ content }) => !String(content).includes('marker')));
    if (row.recipientP2 !== null) assert.deepEqual(first(two), plain(row.recipientP2));
    if (row.senderEcho) assert.deepEqual(first(one), plain(row.senderEcho));
    assert.deepEqual(first(three), row.thirdUserP3 ? plain(row.thirdUserP3) : undefined);
    if ('recvID' in row.answer && row.recipientP2 === null) assert.equal(first(two), undefined);
    for (const client of [one, two, three]) client.socket.close();
  });
}

const isOnline = (userID: string): boolean =>
  receiver.heard.filter(({ command, body }) => command.includes('UserOnline') && body.userID === userID).length >
  receiver.heard.filter(({ command, body }) => command.includes('UserOffline') && body.userID === userID).length;

test('push texts for a message that has none kill the call, over REST as well', async () => {
  receiver.reply = (heard) =>
    heard.command === MODIFY ? allowing({ offlinePushInfo: { title: 'T' } }) : goodNatured(heard);
  const body = { sendID: 'p1', recvID: 'p2', senderPlatformID: 1, sessionType: 1, contentType: 101 };
  const token = town.token(town.adminID);
  const response = await fetch(`${town.sandbox.apiURL}/msg/send_msg`, {
    method: 'POST',
    headers: { operationID: 'op', token },
    body: JSON.stringify({ ...body, content: { content: 'x' } }),
  });
  assert.equal(response.status, 500);
  assert.equal(await response.text(), recorded.offlinePushInfo_rest_none as unknown);
  receiver.reply = goodNatured;
});

test('whom a group push reaches is the answer’s to say, members or not', async () => {
  const row = recorded.groupOnlinePush_userIDList as unknown as { answer: string[]; pushCounts: Data };
  const clients = await Promise.all([town.client('p1'), town.client('p2'), town.client('p3')]);
  const [one, two, three] = clients;
  await patiently(() => ['p1', 'p2', 'p3'].every((userID) => isOnline(userID)), 2000);
  receiver.reply = (heard) =>
    heard.command === 'callbackBeforeGroupOnlinePushCommand'
      ? allowing({ userIDList: row.answer })
      : goodNatured(heard);
  await one.ask(1003, textMessage('p1', '', 'only p3', { sessionType: 3, groupID: RECORDED_GROUP }));
  await patiently(() => heardBy(three).length > 0, 2000);
  const counts = [one, two, three].map((client) => heardBy(client).length);
  assert.deepEqual(counts, [row.pushCounts.p1_sender, row.pushCounts.p2_member, row.pushCounts.p3_notMember]);
  for (const client of clients) client.socket.close();
  receiver.reply = goodNatured;
});

test('a conversation that begins is asked for twice in the sender’s name, and made as the answer wants it', async () => {
  await town.settle('cv3271507');
  const one = await town.client('p1');
  receiver.reply = (heard) =>
    heard.command.includes('BeforeCreateSingleChat')
      ? allowing({ isPinned: true, recvMsgOpt: 2, ex: 'CEX' })
      : goodNatured(heard);
  await one.ask(1003, textMessage('p1', 'cv3271507', 'x'));
  await receiver.told('callbackBeforeOfflinePushCommand');
  await patiently(() => receiver.heard.filter(isNew).length === 4, 2000);
  const owners = receiver.heard.filter(isNew).map(({ command, body }) => [command, body.ownerUserId, body.userId]);
  const byText = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
  assert.deepEqual(byText(owners), byText(recorded.createSingle_callbackOwners as unknown as unknown[]));
  const { conversations } = await town.act(town.adminID, '/conversation/get_all_conversations', {
    ownerUserID: 'cv3271507',
  });
  const [row] = conversations as Data[];
  assert.deepEqual([row?.isPinned, row?.recvMsgOpt, row?.ex], [true, 2, 'CEX']);
  one.socket.close();
  receiver.reply = goodNatured;
});

const isNew = ({ body }: { body: Data }): boolean => body.conversationId === 'si_cv3271507_p1';
