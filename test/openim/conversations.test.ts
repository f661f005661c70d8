import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Actor, openWorld, type World } from './world.ts';

const LIST = '{ conversations(first: 50) { nodes { id lastMessage { seq } } } }';

interface Listed {
  readonly conversations: {
    readonly nodes: readonly { readonly id: string; readonly lastMessage: { readonly seq: number } | null }[];
  };
}

describe('a conversation', () => {
  let world: World;
  let ann: Actor;
  let bo: Actor;
  let cy: Actor;
  const READ = `query ($id: ID!) {
    conversation(id: $id) { id kind unreadCount readSeq peer { id } group { id } messages(last: 50) { nodes { seq } } }
  }`;
  const MARK = `mutation ($id: ID!, $upToSeq: Int) {
    markConversationRead(id: $id, upToSeq: $upToSeq) { id unreadCount readSeq }
  }`;

  before(async () => {
    world = await openWorld();
    ann = await world.person('ann', 'Ann');
    bo = await world.person('bo', 'Bo');
    cy = await world.person('cy', 'Cy');
    await world.says('ann', { userID: 'bo' }, 'one', 'two', 'three');
  });
  after(() => world[Symbol.asyncDispose]());

  async function group(...memberIDs: string[]): Promise<string> {
    const { createGroup } = await ann.query<{ createGroup: { id: string } }>(
      'mutation ($memberIDs: [ID!]!) { createGroup(input: { name: "Tea", memberIDs: $memberIDs }) { id } }',
      { memberIDs },
    );
    return createGroup.id;
  }
  const read = async (actor: Actor, id: string) => {
    const { conversation } = await actor.query<{
      conversation: { unreadCount: number; readSeq: number; messages: { nodes: { seq: number }[] } };
    }>(READ, { id });
    return { ...conversation, seqs: conversation.messages.nodes.map(({ seq }) => seq) };
  };

  test('of two others, of a group of others, and OpenIM’s own channels are nobody else’s', async () => {
    const groupID = await group('bo');
    for (const [id, calls] of [
      ['si_ann_bo', 0],
      ['n_ann_bo', 0],
      ['n_cy_cy', 0],
      ['sn_ann_bo', 0],
      ['nonsense', 0],
      ['', 0],
      [`sg_${groupID}`, 2],
    ] as const) {
      world.resetMeter();
      const { data, reasons } = await cy.ask(READ, { id });
      assert.deepEqual([data, reasons], [{ conversation: null }, ['NOT_YOURS']], id);
      assert.equal(world.calls().length, calls, id);
    }
  });

  test('of others stays theirs where OpenIM would tell it', async () => {
    world.twist('/jssdk/get_conversations', (_, { ownerUserID }: { ownerUserID: string }) => ({
      data: { unreadCount: 0, conversations: [{ ...VIEW, ownerUserID }] },
    }));
    const { reasons } = await cy.ask(READ, { id: 'si_ann_bo' });
    world.twist('/jssdk/get_conversations', null);
    assert.deepEqual(reasons, ['NOT_YOURS']);
  });

  test('with somebody who does not exist is not there; before its first message it is empty', async () => {
    assert.deepEqual((await ann.ask(READ, { id: 'si_ann_ghost' })).reasons, ['NOT_FOUND']);
    const { seqs, unreadCount } = await read(ann, 'si_ann_cy');
    assert.deepEqual([seqs, unreadCount], [[], 0]);
  });

  test('is waited for in the moment after its first message, when OpenIM is still making its rows', async () => {
    await world.person('eva');
    await world.says('eva', { userID: 'ann' }, 'hello');
    let asked = 0;
    world.twist('/jssdk/get_conversations', (data: object) => {
      asked += 1;
      return { data: asked < 3 ? { unreadCount: 0, conversations: null } : data };
    });
    const { conversation } = await ann.query<{ conversation: { lastMessage: object } }>(
      '{ conversation(id: "si_ann_eva") { lastMessage { seq content { summary } } } }',
    );
    world.twist('/jssdk/get_conversations', null);
    assert.deepEqual([asked, conversation.lastMessage], [3, { seq: 1, content: { summary: 'hello' } }]);
  });

  test('is read up to a seq, never back, and all of it when none is given', async () => {
    const mark = async (upToSeq?: number): Promise<[number, number]> => {
      const { markConversationRead: row } = await bo.query<{
        markConversationRead: { readSeq: number; unreadCount: number };
      }>(MARK, { id: 'si_ann_bo', ...(upToSeq === undefined ? {} : { upToSeq }) });
      return [row.readSeq, row.unreadCount];
    };
    assert.deepEqual(await mark(2), [2, 1]);
    assert.deepEqual(await mark(1), [2, 1]);
    assert.deepEqual(await mark(), [3, 0]);
    assert.deepEqual(await mark(), [3, 0]);
    const { conversation } = await ann.query<{ conversation: { messages: { nodes: { read: boolean }[] } } }>(
      '{ conversation(id: "si_ann_bo") { messages { nodes { read } } } }',
    );
    assert.deepEqual(
      conversation.messages.nodes.map(({ read: seen }) => seen),
      [true, true, true],
    );
  });

  test('cannot be read further than it goes, nor by somebody else', async () => {
    for (const upToSeq of [0, -1, 4])
      assert.deepEqual((await bo.ask(MARK, { id: 'si_ann_bo', upToSeq })).reasons, ['INPUT_INVALID']);
    world.resetMeter();
    assert.deepEqual((await cy.ask(MARK, { id: 'si_ann_bo' })).reasons, ['NOT_YOURS']);
    assert.deepEqual(world.calls(), []);
  });

  test('of a group ends for who was removed from it where they were removed', async () => {
    const groupID = await group('bo', 'cy');
    await world.says('ann', { groupID }, 'for all');
    const before = await read(bo, `sg_${groupID}`);
    await world.post('/group/kick_group', { groupID, kickedUserIDs: ['bo'], reason: '' });
    await world.says('ann', { groupID }, 'without bo', 'still without bo');
    const after = await read(bo, `sg_${groupID}`);
    const all = await read(cy, `sg_${groupID}`);
    assert.ok(all.seqs.length >= before.seqs.length + 3);
    const extra = after.seqs.filter((seq) => !before.seqs.includes(seq));
    // The notice of the removal itself is the last that they see.
    assert.ok(extra.length <= 1, `sees ${extra.length} messages more`);
    const { conversations } = await bo.query<Listed>(LIST);
    const row = conversations.nodes.find(({ id }) => id === `sg_${groupID}`);
    assert.equal(row?.lastMessage?.seq, after.seqs.at(-1));
  });

  test('tells whether something unread mentions the viewer, or everybody', async () => {
    const groupID = await group('bo', 'cy');
    const mentioned = async (actor: Actor): Promise<boolean | null> => {
      const { conversation } = await actor.query<{ conversation: { mentioned: boolean | null } }>(
        'query ($id: ID!) { conversation(id: $id) { mentioned } }',
        { id: `sg_${groupID}` },
      );
      return conversation.mentioned;
    };
    const say = (at: object) =>
      ann.query('mutation ($i: SendMessageInput!) { sendMessage(input: $i) { id } }', {
        i: { groupID, content: { at } },
      });
    assert.equal(await mentioned(bo), false);
    await say({ text: '@Bo look', userIDs: ['bo'] });
    assert.deepEqual([await mentioned(bo), await mentioned(cy), await mentioned(ann)], [true, false, false]);
    await say({ text: '@all look', userIDs: [], all: true });
    assert.equal(await mentioned(cy), true);
    await cy.query(MARK, { id: `sg_${groupID}` });
    assert.equal(await mentioned(cy), false);
  });
});

/** A view of Ann's and Bo's talk, as an OpenIM without manners would tell it to anybody. */
const VIEW = {
  conversation: {
    ...{ conversationID: 'si_ann_bo', conversationType: 1, userID: 'bo', groupID: '', recvMsgOpt: 0, isPinned: false },
    ...{ minSeq: 0, maxSeq: 0 },
  },
  lastMsg: null,
  user: null,
  friend: null,
  group: null,
  maxSeq: 3,
  readSeq: 0,
};
