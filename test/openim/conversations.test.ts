import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Actor, openWorld, type World } from './world.ts';

const LIST = `query ($first: Int, $after: String) {
  unreadCount
  conversations(first: $first, after: $after) {
    totalCount
    nodes {
      id kind pinned unreadCount mentioned
      peer { id nickname online friend { id } blocked }
      group { id name memberCount }
      lastMessage { seq sender { id nickname } content { summary } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Listed {
  readonly unreadCount: number;
  readonly conversations: {
    readonly totalCount: number;
    readonly nodes: readonly Row[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}
interface Row {
  readonly id: string;
  readonly mentioned: boolean | null;
  readonly unreadCount: number;
  readonly lastMessage: { readonly seq: number; readonly content: { readonly summary: string } } | null;
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

describe('the conversation list', () => {
  let world: World;
  let ann: Actor;

  before(async () => {
    world = await openWorld();
    ann = await world.person('ann', 'Ann');
    for (const nth of numbers(25)) {
      await world.person(`p${nth}`, `P ${nth}`);
      await world.says(`p${nth}`, { userID: 'ann' }, `hello from ${nth}`, 'and again');
    }
  });
  after(() => world[Symbol.asyncDispose]());

  async function ids(first: number): Promise<string[]> {
    const found: string[] = [];
    for (let after: string | null = null; ; ) {
      const { conversations }: Listed = await ann.query<Listed>(LIST, { first, after });
      found.push(...conversations.nodes.map(({ id }) => id));
      if (!conversations.pageInfo.hasNextPage) return found;
      after = conversations.pageInfo.endCursor;
    }
  }

  const named = (nth: number): string => `si_ann_p${nth}`;

  test('costs the same for one and for all: the list, presence and relations', async () => {
    for (const first of [1, 25]) {
      world.resetMeter();
      const { unreadCount, conversations } = await ann.query<Listed>(LIST, { first });
      assert.equal(unreadCount, 50);
      assert.equal(conversations.nodes.length, first);
      assert.deepEqual([...world.calls()].sort(), [
        '/friend/get_specified_friends_info',
        '/jssdk/get_active_conversations',
        '/user/get_users_status',
      ]);
    }
  });

  test('is told whole by its pages, newest first', async () => {
    assert.deepEqual(await ids(7), numbers(25).reverse().map(named));
  });

  test('keeps its order, and loses nothing behind it, where the newest message was deleted for everybody', async () => {
    await world.post('/msg/delete_msgs', {
      userID: 'ann',
      conversationID: named(19),
      seqs: [2],
      deleteSyncOpt: { IsSyncSelf: true, IsSyncOther: true },
    });
    assert.deepEqual(await ids(7), numbers(25).reverse().map(named));
    const { conversations } = await ann.query<Listed>(LIST, { first: 25 });
    const row = conversations.nodes.find(({ id }) => id === named(19));
    assert.equal(row?.lastMessage?.content.summary, 'hello from 19');
  });

  test('has what is pinned on top', async () => {
    const conversation = { conversationID: named(3), conversationType: 1, userID: 'p3', isPinned: true };
    await world.post('/conversation/set_conversations', { userIDs: ['ann'], conversation });
    assert.deepEqual((await ids(7)).slice(0, 2), [named(3), named(25)]);
  });

  test('shows no message that the viewer has cleared', async () => {
    await world.post('/msg/clear_conversation_msg', { userID: 'ann', conversationIDs: [named(5)] });
    const { conversations } = await ann.query<Listed>(LIST, { first: 25 });
    const row = conversations.nodes.find(({ id }) => id === named(5));
    assert.equal(row?.lastMessage, null);
    assert.equal(row?.unreadCount, 0);
  });

  test('goes on after what OpenIM lists at once', async () => {
    // OpenIM ends its list after five hundred: ten of them, and others that no list shows.
    const channel = { ...VIEW, conversation: { ...VIEW.conversation, conversationID: 'n_ann_ann' } };
    world.twist('/jssdk/get_active_conversations', ({ conversations }: { conversations: object[] }) => ({
      data: { unreadCount: 0, conversations: [...conversations.slice(0, 10), ...Array(490).fill(channel)] },
    }));
    const { unreadCount } = await ann.query<{ unreadCount: number }>('{ unreadCount }');
    world.resetMeter();
    const all = await ids(7);
    // Once for each of the four requests, which ask for the page and for what is unread.
    assert.equal(world.calls().filter((route) => route === '/conversation/get_all_conversations').length, 4);
    world.twist('/jssdk/get_active_conversations', null);
    assert.equal(unreadCount, 48);
    assert.equal(new Set(all).size, 25);
  });

  test('loses what is down, and nothing else', async () => {
    for (const [route, fields] of [
      ['/user/get_users_status', ['online']],
      ['/friend/get_specified_friends_info', ['blocked', 'friend']],
    ] as const) {
      world.twist(route, () => null);
      const { data, errors } = await ann.ask(LIST, { first: 2 });
      world.twist(route, null);
      const paths = [0, 1].flatMap((at) => fields.map((field) => `conversations.nodes.${at}.peer.${field}`));
      assert.deepEqual(errors?.map(({ path }) => path?.join('.')).sort(), paths);
      assert.equal((data as unknown as Listed).conversations.nodes[1]?.lastMessage?.content.summary, 'and again');
    }
  });

  test('tells thirty people’s conversations for the price of one, also before the first message', async () => {
    for (const nth of numbers(30)) await world.person(`quiet${nth}`);
    world.resetMeter();
    const { users } = await ann.query<{ users: { conversation: { id: string; unreadCount: number } }[] }>(
      'query ($ids: [ID!]!) { users(ids: $ids) { conversation { id unreadCount } } }',
      { ids: [...numbers(30).map((nth) => `quiet${nth}`), 'p7'] },
    );
    assert.equal(users[0]?.conversation.id, 'si_ann_quiet1');
    assert.equal(users[30]?.conversation.unreadCount, 2);
    assert.deepEqual(world.calls(), [
      '/user/get_users_info',
      '/jssdk/get_conversations',
      '/msg/get_conversations_has_read_and_max_seq',
    ]);
  });
});

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
    const { conversations } = await bo.query<Listed>(LIST, { first: 50 });
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
