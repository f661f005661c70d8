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
    world.twist('/jssdk/get_active_conversations', ({ conversations }: { conversations: object[] }) => ({
      data: { unreadCount: 0, conversations: [...conversations.slice(0, 10), ...Array(490).fill(CHANNEL)] },
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
      '/conversation/get_conversations',
    ]);
  });
});

/** A view that no list shows: a channel of OpenIM's own. */
const CHANNEL = {
  conversation: {
    ...{ conversationID: 'n_ann_ann', conversationType: 1, userID: 'ann', groupID: '', recvMsgOpt: 0, isPinned: false },
    ...{ minSeq: 0, maxSeq: 0 },
  },
  lastMsg: null,
  user: null,
  friend: null,
  group: null,
  maxSeq: 0,
  readSeq: 0,
};
