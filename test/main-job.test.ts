import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { test } from 'node:test';
import { type Actor, openWorld, type World } from './world/world.ts';

const SEND = `mutation ($input: SendMessageInput!) {
  sendMessage(input: $input) { id clientMsgID sentAs seq conversationID content { summary } sender { nickname } }
}`;
const READ = `query ($id: ID!) {
  conversation(id: $id) {
    id kind unreadCount peer { id nickname }
    messages { nodes { id seq sentAs sender { id nickname } content { ... on TextContent { text } } } }
  }
}`;

interface Sent {
  readonly sendMessage: { readonly id: string; readonly sentAs: string | null; readonly conversationID: string };
}
interface Read {
  readonly conversation: {
    readonly unreadCount: number;
    readonly peer: { readonly nickname: string };
    readonly messages: { readonly nodes: readonly Message[] };
  };
}
interface Message {
  readonly id: string;
  readonly sentAs: string | null;
  readonly sender: { readonly id: string; readonly nickname: string };
  readonly content: { readonly text: string };
}

const send = (from: Actor, to: Actor, clientMsgID: string): Promise<Sent> =>
  from.query(SEND, { input: { userID: to.id, clientMsgID, content: { text: { text: 'Hello Bo' } } } });

const read = (reader: Actor, id: string): Promise<Read> => reader.query(READ, { id });

async function annAndBo(world: World): Promise<{ ann: Actor; bo: Actor }> {
  return { ann: await world.signIn('+8613800138001', 'Ann'), bo: await world.signIn('+8613800138002', 'Bo') };
}

test('a text sent by GraphQL is on the other one’s own WebSocket to OpenIM, under the id that was answered', async () => {
  await using world = await openWorld();
  const { ann, bo } = await annAndBo(world);
  await using socket = await bo.ws();
  const { sendMessage } = await send(ann, bo, 'first');
  const pushed = await socket.message(({ sendID }) => sendID === ann.id);
  assert.equal(pushed.content.content, 'Hello Bo');
  assert.equal(`${pushed.conversationID}:${pushed.serverMsgID}`, sendMessage.id);
});

test('both read the conversation back, with the sender’s name; only its sender sees what they called it', async () => {
  await using world = await openWorld();
  const { ann, bo } = await annAndBo(world);
  const { sendMessage: sent } = await send(ann, bo, 'first');
  for (const [reader, sentAs, unread] of [
    [ann, 'first', 0],
    [bo, null, 1],
  ] as const) {
    const { conversation } = await read(reader, sent.conversationID);
    const [message, ...others] = conversation.messages.nodes;
    assert.deepEqual(others, []);
    assert.deepEqual(message?.sender, { id: ann.id, nickname: 'Ann' });
    assert.equal(message?.content.text, 'Hello Bo');
    assert.equal(message?.id, sent.id);
    assert.equal(message?.sentAs, sentAs);
    assert.equal(conversation.unreadCount, unread);
  }
});

test('what an OpenIM client sends on its WebSocket is read here, under the id that its frame gives', async () => {
  await using world = await openWorld();
  const { ann, bo } = await annAndBo(world);
  await using socket = await bo.ws();
  const { serverMsgID } = await socket.sendText(ann.id, 'Hello Ann');
  const conversationID = `si_${[ann.id, bo.id].sort().join('_')}`;
  const { conversation } = await read(ann, conversationID);
  assert.equal(conversation.peer.nickname, 'Bo');
  assert.deepEqual(
    conversation.messages.nodes.map(({ id, content }) => ({ id, text: content.text })),
    [{ id: `${conversationID}:${serverMsgID}`, text: 'Hello Ann' }],
  );
});

test('the same clientMsgID twice is one message, and costs OpenIM one send', async () => {
  await using world = await openWorld();
  const { ann, bo } = await annAndBo(world);
  const first = await world.price(() => send(ann, bo, 'once'));
  const again = await world.price(() => send(ann, bo, 'once'));
  assert.equal(again.result.sendMessage.id, first.result.sendMessage.id);
  assert.equal(first.calls('/msg/send_msg'), 1);
  assert.equal(again.calls('/msg/send_msg'), 0);
});

test('who signs in again is the same user, and who signs out is pushed off OpenIM as well', async () => {
  await using world = await openWorld();
  const { ann, bo } = await annAndBo(world);
  await using socket = await bo.ws();
  await bo.client.logout();
  assert.equal(await socket.ended, true);
  const { errors } = await bo.client.query('{ me { id } }');
  assert.equal(errors[0]?.extensions.reason, 'SIGNATURE_MISSING');
  assert.deepEqual(await ann.query('{ me { id nickname } }'), { me: { id: ann.id, nickname: 'Ann' } });
});

test('no code, number or text is logged, at any level', async () => {
  await using world = await openWorld();
  const { ann, bo } = await annAndBo(world);
  await send(ann, bo, 'first');
  const code = await world.codeFor('+8613800138001');
  const secrets = ['Hello Bo', '13800138001', `"${code}"`, ann.session.imToken ?? ''];
  assert.notEqual(world.log.length, 0);
  assert.deepEqual(
    world.log.filter((line) => secrets.some((secret) => line.includes(secret))),
    [],
  );
});

test('nothing is connected to but what this machine runs', async () => {
  const strangers: string[] = [];
  const judge = (place: string): void => {
    if (!/^(127\.|::1$|::ffff:127\.|localhost$|\/)/.test(place)) strangers.push(place);
  };
  const watch = (message: unknown): void => {
    const { socket } = message as { socket: Socket };
    socket.on('connectionAttempt', judge);
    socket.on('lookup', (_error, _address, _family, host) => judge(host));
  };
  subscribe('net.client.socket', watch);
  try {
    await using world = await openWorld();
    const { ann, bo } = await annAndBo(world);
    await send(ann, bo, 'first');
  } finally {
    unsubscribe('net.client.socket', watch);
  }
  assert.deepEqual(strangers, []);
});
