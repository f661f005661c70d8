import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { buildASTSchema, parse } from 'graphql';
import type { Actor } from '../world/world.ts';
import { operationsOf, pruned } from './pruning.ts';
import { asAdminNow, openStage, type Stage } from './stage.ts';

const read = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
const CORE = buildASTSchema(parse(read('test/house/core.graphql')), { assumeValidSDL: true });
const GONE = new Set(read('schema/not-yet.txt').split('\n').filter(Boolean));
const SCREENS = Object.fromEntries(
  Object.entries(operationsOf(parse(read('test/house/operations.graphql')))).map(([name, document]) => [
    name,
    pruned(document, CORE, GONE),
  ]),
);

const CROWD = Array.from({ length: 100 }, (_, at) => `p${at}`);

/** Ann in a crowd: a hundred friends, thirty chats, two groups, one of them full of everything. */
async function crowd({ openim, post }: Stage): Promise<void> {
  const admin = asAdminNow();
  await openim.users.register(
    ['ann', ...CROWD].map((userID) => ({ userID, nickname: userID, faceURL: `https://cdn.example/${userID}.png` })),
    admin,
  );
  await post('/friend/import_friend', { ownerUserID: 'ann', friendUserIDs: CROWD });
  for (const groupID of ['tea', 'cake'])
    await post('/group/create_group', {
      ...{ ownerUserID: 'ann', memberUserIDs: CROWD.slice(0, 60) },
      groupInfo: { groupID, groupName: groupID, groupType: 2 },
    });
  const says = (sendID: string, to: object, contentType: number, content: object) =>
    post('/msg/send_msg', { sendID, ...to, contentType, content, senderPlatformID: 5 });
  const size = { uuid: '', type: 'image/png', size: 9, width: 3, height: 3 };
  const first = (await says('p0', { groupID: 'tea', sessionType: 3 }, 101, { content: 'at first' })).data;
  const quoted = { contentType: 101, sessionType: 3, groupID: 'tea', sendID: 'p0', ...(first as unknown as object) };
  for (const [at, sendID] of CROWD.slice(0, 50).entries()) {
    const url = `https://cdn.example/picture${at}.png`;
    const file = { ...size, url };
    const picture = { sourcePicture: file, bigPicture: file, snapshotPicture: file };
    const card = { data: `{"userID":"p${50 + at}"}`, extension: 'openim-graphql/card' };
    const quote = { text: 'indeed', quoteMessage: { ...quoted, seq: 2 } };
    const kinds: [number, object][] = [
      [102, picture],
      [110, card],
      [114, quote],
    ];
    const [contentType, content] = kinds[at % 3] ?? [101, {}];
    await says(sendID, { groupID: 'tea', sessionType: 3 }, contentType, content);
  }
  for (const sendID of CROWD.slice(0, 30))
    await says(sendID, { recvID: 'ann', sessionType: 1 }, 101, { content: `I am ${sendID}` });
  await says('ann', { recvID: 'p1', sessionType: 1 }, 101, { content: 'I am Ann' });
  await says('p59', { groupID: 'cake', sessionType: 3 }, 106, { text: '@ann', atUserList: ['ann'] });
}

describe('a screen', () => {
  let stage: Stage;
  let ann: Actor;
  before(async () => {
    stage = await openStage();
    await crowd(stage);
    ann = await stage.person('ann');
  });
  after(() => stage[Symbol.asyncDispose]());

  /** Runs a screen twice, because the message index is written behind the first answer; prices the second. */
  async function show<Data>(name: string, variables: object): Promise<{ data: Data; routes: string[]; sql: number }> {
    const ask = () => ann.query(SCREENS[name] as never, variables as never) as Promise<Data>;
    await ask();
    const { result, routes, statements } = await stage.price(ask);
    return { data: result, routes: routes.toSorted(), sql: statements };
  }

  test('is left of each operation of the contract that is served at all', () => {
    const left = Object.entries(SCREENS).filter(([, { definitions }]) => definitions.length > 0);
    for (const name of ['ConversationList', 'ChatPage', 'GroupInfo', 'Contacts', 'Profile', 'Notifications'])
      assert.ok(left.some(([each]) => each === name));
  });

  test('with fifty messages, their senders and files costs three calls: conversation, messages, people', async () => {
    const page = `query ($id: ID!) { conversation(id: $id) { messages(last: 50) { nodes {
      id sender { id nickname avatar { id url } } content { summary ... on MediaContent { source { id url width } } }
    } } } }`;
    const { result, routes, statements } = await stage.price(() =>
      ann.query<{ conversation: { messages: { nodes: object[] } } }, object>(page, { id: 'sg_tea' }),
    );
    assert.equal(result.conversation.messages.nodes.length, 50);
    assert.deepEqual(routes, ['/jssdk/get_conversations', '/msg/pull_msg_by_seq', '/user/get_users_info']);
    assert.ok(statements <= 3, `${statements} statements`);
  });

  test('of a group’s chat costs at most seven calls, however much is in it', async () => {
    const { data, routes, sql } = await show<{
      conversation: { messages: { edges: { node: { content: { __typename: string } } }[] } };
    }>('ChatPage', { id: 'sg_tea' });
    const kinds = data.conversation.messages.edges.map(({ node }) => node.content.__typename);
    assert.equal(kinds.length, 50);
    for (const kind of ['PictureContent', 'CardContent', 'QuoteContent']) assert.ok(kinds.includes(kind));
    assert.deepEqual(routes, [
      '/friend/get_specified_friends_info',
      '/group/get_group_members_info',
      '/group/get_group_members_info',
      '/jssdk/get_conversations',
      '/msg/pull_msg_by_seq',
      '/msg/pull_msg_by_seq',
      '/user/get_users_status',
    ]);
    assert.ok(sql <= 2, `${sql} statements`);
  });

  test('of a chat with somebody costs five calls', async () => {
    const { routes } = await show('ChatPage', { id: 'si_ann_p1' });
    assert.deepEqual(routes, [
      '/friend/get_specified_friends_info',
      '/friend/get_specified_friends_info',
      '/jssdk/get_conversations',
      '/msg/pull_msg_by_seq',
      '/user/get_users_status',
    ]);
  });

  test('of thirty conversations costs six calls at most, and asks for the list and its badge once', async () => {
    const { data, routes } = await show<{ unreadCount: number; conversations: { nodes: object[] } }>(
      'ConversationList',
      {},
    );
    assert.equal(data.conversations.nodes.length, 30);
    assert.ok(data.unreadCount > 0);
    // The viewer's own row and the senders' are asked for together where they happen to be wanted at one time.
    assert.ok(routes.length <= 6);
    assert.deepEqual(
      [...new Set(routes)],
      [
        '/friend/get_specified_friends_info',
        '/jssdk/get_active_conversations',
        '/msg/pull_msg_by_seq',
        '/user/get_users_info',
        '/user/get_users_status',
      ],
    );
    assert.equal(routes.filter((route) => route.startsWith('/jssdk/')).length, 1);
  });

  test('of a group and fifty of its members costs seven calls', async () => {
    const { data, routes } = await show<{ group: { members: { nodes: object[] } } }>('GroupInfo', { id: 'tea' });
    assert.equal(data.group.members.nodes.length, 50);
    assert.deepEqual(routes, [
      '/friend/get_specified_friends_info',
      '/group/get_group_member_list',
      '/group/get_group_members_info',
      '/group/get_groups_info',
      '/jssdk/get_conversations',
      '/user/get_users_info',
      '/user/get_users_status',
    ]);
  });

  test('of a hundred friends costs no call for their conversations', async () => {
    const { data, routes } = await show<{ friends: { nodes: { user: { conversation: { id: string } } }[] } }>(
      'Contacts',
      {},
    );
    assert.equal(data.friends.nodes.length, 100);
    assert.equal(data.friends.nodes[0]?.user.conversation.id.startsWith('si_'), true);
    assert.deepEqual(routes, [
      '/friend/get_friend_apply_list',
      '/friend/get_friend_list',
      '/group/get_recv_group_applicationList',
      '/user/get_users_info',
      '/user/get_users_status',
    ]);
  });

  test('of somebody’s profile costs eight calls', async () => {
    const { routes } = await show('Profile', { id: 'p1' });
    assert.deepEqual(routes, [
      '/friend/get_designated_friend_apply',
      '/friend/get_specified_friends_info',
      '/group/get_full_join_group_ids',
      '/group/get_full_join_group_ids',
      '/group/get_groups_info',
      '/jssdk/get_conversations',
      '/user/get_users_info',
      '/user/get_users_status',
    ]);
  });

  test('of mentions and what waits for an answer costs six calls, and those for who is waiting', async () => {
    const { routes } = await show('Notifications', {});
    assert.deepEqual(routes, [
      '/friend/get_friend_apply_list',
      '/friend/get_self_friend_apply_list',
      '/group/get_full_join_group_ids',
      '/group/get_recv_group_applicationList',
      '/jssdk/get_active_conversations',
      '/msg/pull_msg_by_seq',
    ]);
  });

  test('of ten who ask costs no more than of one', async () => {
    const price = async (count: number) => {
      const asking = Array.from({ length: count }, (_, at) => `asks${count}x${at}`);
      await stage.openim.users.register(
        asking.map((userID) => ({ userID, nickname: userID, faceURL: '' })),
        asAdminNow(),
      );
      for (const fromUserID of asking) await stage.post('/friend/add_friend', { fromUserID, toUserID: 'ann' });
      const contacts = await show<{ friendRequests: { nodes: { from: { nickname: string } }[] } }>('Contacts', {});
      assert.equal(contacts.data.friendRequests.nodes[0]?.from.nickname.startsWith('asks'), true);
      return [contacts, await show('Notifications', {})].map(({ routes }) => {
        const kinds = [...new Set(routes)];
        // Three lists that come at three times ask for their people at three times.
        assert.ok(routes.length <= kinds.length + 4, routes.join());
        return kinds;
      });
    };
    const one = await price(1);
    assert.deepEqual(await price(10), one);
    assert.deepEqual(one[1], [
      '/friend/get_friend_apply_list',
      '/friend/get_self_friend_apply_list',
      '/friend/get_specified_friends_info',
      '/group/get_full_join_group_ids',
      '/group/get_recv_group_applicationList',
      '/jssdk/get_active_conversations',
      '/msg/pull_msg_by_seq',
      '/user/get_users_status',
    ]);
  });

  test('of what is found by a word costs seven calls where no group is found', async () => {
    const { routes } = await show('Search', { text: 'p1' });
    assert.deepEqual(routes, [
      '/friend/get_friend_list',
      '/friend/get_specified_friends_info',
      '/group/get_full_join_group_ids',
      '/group/get_joined_group_list',
      '/jssdk/get_active_conversations',
      '/msg/pull_msg_by_seq',
      '/user/get_users_status',
    ]);
  });
});
