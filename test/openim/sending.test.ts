import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Actor, openWorld, type World } from './world.ts';

const SEND = `mutation ($input: SendMessageInput!) {
  sendMessage(input: $input) { id seq sentAs clientMsgID conversationID content { summary } }
}`;

interface Sent {
  readonly sendMessage: { readonly id: string; readonly seq: number | null; readonly sentAs: string };
}

const text = (words: string): object => ({ text: { text: words } });

describe('a message that is sent', () => {
  let world: World;
  let ann: Actor;
  let bo: Actor;

  before(async () => {
    world = await openWorld();
    ann = await world.person('ann', 'Ann');
    bo = await world.person('bo', 'Bo');
  });
  after(() => world[Symbol.asyncDispose]());

  const send = (clientMsgID: string, words = 'Hello'): Promise<Sent> =>
    ann.query(SEND, { input: { userID: 'bo', clientMsgID, content: text(words) } });

  const sends = (): number => world.calls().filter((route) => route === '/msg/send_msg').length;

  const kept = async (words: string): Promise<readonly string[]> => {
    const { conversation } = await bo.query<{
      conversation: { messages: { nodes: { id: string; content: object }[] } };
    }>('{ conversation(id: "si_ann_bo") { messages(last: 100) { nodes { id content { summary } } } } }');
    return conversation.messages.nodes
      .filter(({ content }) => (content as { summary: string }).summary === words)
      .map(({ id }) => id);
  };

  test('has the id of every later read, and carries the sender’s name in OpenIM’s own row', async () => {
    const { sendMessage } = await send('plain', 'under this id');
    assert.deepEqual(await kept('under this id'), [sendMessage.id]);
    assert.equal(sendMessage.seq, null);
    assert.equal(sendMessage.sentAs, 'plain');
    const { conversation } = await bo.query<{ conversation: { lastMessage: object } }>(
      '{ conversation(id: "si_ann_bo") { lastMessage { id sentAs sender { nickname } } } }',
    );
    assert.deepEqual(conversation.lastMessage, { id: sendMessage.id, sentAs: null, sender: { nickname: 'Ann' } });
  });

  test('costs OpenIM two calls: the sender’s name, and the sending', async () => {
    world.resetMeter();
    await send('price');
    assert.deepEqual(world.calls(), ['/user/get_users_info', '/msg/send_msg']);
    assert.equal(world.queries().filter((sql) => sql.includes('"sends"')).length, 2);
  });

  test('is one message for twenty askers on two nodes, and all get the same answer', async () => {
    const elsewhere = (await world.otherNode())('ann');
    world.resetMeter();
    const input = { userID: 'bo', clientMsgID: 'race', content: text('raced') };
    const askers = Array.from({ length: 20 }, (_, nth) => (nth % 2 === 0 ? ann : elsewhere));
    const answers = await Promise.all(askers.map((asker) => asker.query<Sent>(SEND, { input })));
    assert.equal(sends(), 1);
    assert.deepEqual(await kept('raced'), [...new Set(answers.map(({ sendMessage }) => sendMessage.id))]);
  });

  test('is refused under a clientMsgID that stands for another', async () => {
    await send('taken', 'first');
    const input = { userID: 'bo', clientMsgID: 'taken', content: text('second') };
    assert.deepEqual((await ann.ask(SEND, { input })).reasons, ['SEND_CONFLICT']);
    assert.deepEqual(await kept('second'), []);
  });

  test('is found again where the connection broke after OpenIM took it', async () => {
    world.twist('/msg/send_msg', () => null);
    const { sendMessage } = await send('broken', 'got through');
    world.twist('/msg/send_msg', null);
    assert.deepEqual(await kept('got through'), [sendMessage.id]);
    world.resetMeter();
    assert.equal((await send('broken', 'got through')).sendMessage.id, sendMessage.id);
    assert.equal(sends(), 0);
  });

  test('is uncertain where OpenIM cannot be asked about it either, and sent once when it can', async () => {
    for (const route of ['/msg/send_msg', '/msg/get_conversations_has_read_and_max_seq'])
      world.twist(route, () => null);
    const input = { userID: 'bo', clientMsgID: 'lost', content: text('lost and found') };
    assert.deepEqual((await ann.ask(SEND, { input }, 500)).reasons, ['SEND_UNCERTAIN']);
    for (const route of ['/msg/send_msg', '/msg/get_conversations_has_read_and_max_seq']) world.twist(route, null);
    // The breaker rests for a second.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const { sendMessage } = await send('lost', 'lost and found');
    assert.deepEqual(await kept('lost and found'), [sendMessage.id]);
  });

  test('is sent by who asks again after a refusal, as soon as there is no reason for it', async () => {
    await bo.query('mutation { blockUser(userID: "ann") { id } }');
    const input = { userID: 'bo', clientMsgID: 'blocked', content: text('after all') };
    assert.deepEqual((await ann.ask(SEND, { input })).reasons, ['BLOCKED']);
    await bo.query('mutation { unblockUser(userID: "ann") { id } }');
    const { sendMessage } = await send('blocked', 'after all');
    assert.deepEqual(await kept('after all'), [sendMessage.id]);
  });

  test('stays sent where the ledger cannot write that down, and is not sent again', async () => {
    world.breakSQL(/^update "openim"."sends"/);
    const { sendMessage } = await send('unwritten', 'sent all the same');
    world.breakSQL(null);
    world.resetMeter();
    assert.equal((await send('unwritten', 'sent all the same')).sendMessage.id, sendMessage.id);
    assert.equal(sends(), 0);
    assert.deepEqual(await kept('sent all the same'), [sendMessage.id]);
  });

  test('is answered as OpenIM keeps it, where a rule has changed it on its way', async () => {
    const content = JSON.stringify({ content: '***', sentAs: 'changed' });
    world.twist('/msg/send_msg', (data: object) => ({ data: { ...data, modify: { content } } }));
    const { sendMessage } = await send('changed', 'damn');
    world.twist('/msg/send_msg', null);
    assert.equal((sendMessage as unknown as { content: { summary: string } }).content.summary, '***');
  });

  test('may hold what Postgres takes for no text', async () => {
    const { sendMessage } = await send('nul', 'a\u0000b \ud800');
    assert.equal((await send('nul', 'a\u0000b \ud800')).sendMessage.id, sendMessage.id);
  });
});

describe('a message that may not be sent', () => {
  let world: World;
  let ann: Actor;
  let bo: Actor;
  let cy: Actor;

  before(async () => {
    world = await openWorld();
    ann = await world.person('ann', 'Ann');
    bo = await world.person('bo', 'Bo');
    cy = await world.person('cy', 'Cy');
  });
  after(() => world[Symbol.asyncDispose]());

  const refusalOf = async (actor: Actor, to: object): Promise<unknown> =>
    (await actor.ask(SEND, { input: { ...to, content: text('hi') } })).reasons[0];

  async function tea(): Promise<string> {
    const { createGroup } = await ann.query<{ createGroup: { id: string } }>(
      'mutation { createGroup(input: { name: "Tea", memberIDs: ["bo"] }) { id } }',
    );
    return createGroup.id;
  }

  test('goes to nobody', async () => {
    assert.equal(await refusalOf(ann, { userID: 'ghost' }), 'NOT_FOUND');
    assert.equal(await refusalOf(ann, { groupID: 'ghost' }), 'NOT_FOUND');
  });

  test('goes to a group that the sender is not in', async () => {
    assert.equal(await refusalOf(cy, { groupID: await tea() }), 'NOT_A_MEMBER');
  });

  test('goes to a group that is muted, or that mutes the sender', async () => {
    const groupID = await tea();
    await world.post('/group/mute_group', { groupID });
    assert.equal(await refusalOf(bo, { groupID }), 'GROUP_MUTED');
    assert.equal(await refusalOf(ann, { groupID }), undefined);
    await world.post('/group/cancel_mute_group', { groupID });
    await world.post('/group/mute_group_member', { groupID, userID: 'bo', mutedSeconds: 60 });
    assert.equal(await refusalOf(bo, { groupID }), 'MUTED');
  });

  test('goes to a group that is no more', async () => {
    const groupID = await tea();
    await world.post('/group/dismiss_group', { groupID, deleteMember: false });
    assert.equal(await refusalOf(ann, { groupID }), 'GROUP_DISMISSED');
  });

  test('goes to somebody who receives nothing', async () => {
    await world.post('/user/set_global_msg_recv_opt', { userID: 'cy', globalRecvMsgOpt: 1 });
    assert.equal(await refusalOf(ann, { userID: 'cy' }), 'NOT_RECEIVED');
  });
});
