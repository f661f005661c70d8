import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Actor } from '../world/world.ts';
import { asAdminNow, openStage, type Stage } from './stage.ts';

const UPDATE = `mutation ($userID: ID!, $input: UpdateFriendInput!) {
  updateFriend(userID: $userID, input: $input) { id remark pinned ex user { nickname } }
}`;
const REMOVE = 'mutation ($userID: ID!) { removeFriend(userID: $userID) { id friend { id } hasMeAsFriend } }';
const NOTIFY = 'mutation ($mode: NotifyMode!) { setGlobalNotify(mode: $mode) { id globalNotify } }';

describe('of a contact list', () => {
  let stage: Stage;
  let ann: Actor;
  let bo: Actor;
  before(async () => {
    stage = await openStage();
    ann = await stage.person('ann', 'Ann');
    bo = await stage.person('bo', 'Bo');
    await crowd('cy', 'dee', ...many('f', 25));
    await befriend('ann', 'bo', 'cy');
  });
  after(() => stage[Symbol.asyncDispose]());

  const many = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${prefix}${at}`);
  const crowd = (...ids: readonly string[]) =>
    stage.openim.users.register(
      ids.map((userID) => ({ userID, nickname: userID, faceURL: '' })),
      asAdminNow(),
    );
  const befriend = (ownerUserID: string, ...friendUserIDs: readonly string[]) =>
    stage.post('/friend/import_friend', { ownerUserID, friendUserIDs });
  const reasons = async (query: string, variables: object = {}, actor = ann) =>
    (await actor.client.query(query, variables)).errors.map(({ extensions }) => extensions.reason);
  const field = async (query: string, variables: object) => {
    const { result, routes } = await stage.price(() => ann.client.query(query, variables));
    assert.deepEqual(routes, []);
    return result.errors[0]?.extensions.field;
  };

  test('a row is changed in what is given, and cleared of what is given as null', async () => {
    const update = async (input: object): Promise<object> =>
      (await ann.query<{ updateFriend: object }, object>(UPDATE, { userID: 'bo', input })).updateFriend;
    const row = { id: 'bo', remark: null, pinned: false, ex: null, user: { nickname: 'Bo' } };
    assert.deepEqual(await update({}), row);
    assert.deepEqual(await update({ remark: ' Bobby ', ex: 'x' }), { ...row, remark: 'Bobby', ex: 'x' });
    assert.deepEqual(await update({ pinned: true }), { ...row, remark: 'Bobby', ex: 'x', pinned: true });
    assert.deepEqual(await update({ remark: null, ex: null }), { ...row, pinned: true });
    assert.deepEqual(await update({ pinned: null }), row);
  });

  test('a row is changed in three calls, and only in one’s own list', async () => {
    const { routes } = await stage.price(() =>
      ann.query<object, object>('mutation { updateFriend(userID: "bo", input: { remark: "B" }) { remark } }'),
    );
    const relations = '/friend/get_specified_friends_info';
    assert.deepEqual(routes, [relations, '/friend/update_friends', relations]);
    const { user } = await bo.query<{ user: object }, object>('{ user(id: "ann") { friend { remark } } }');
    assert.deepEqual(user, { friend: { remark: null } });
  });

  test('who is no friend has no row to change', async () => {
    assert.deepEqual(await reasons(UPDATE, { userID: 'dee', input: { pinned: true } }), ['NOT_FOUND']);
    assert.deepEqual(await reasons(UPDATE, { userID: 'ghost', input: { pinned: true } }), ['NOT_FOUND']);
    assert.equal(await field(UPDATE, { userID: 'bo', input: { remark: 'x'.repeat(65) } }), 'input.remark');
    assert.equal(await field(UPDATE, { userID: 'bo', input: { ex: 'x'.repeat(4_097) } }), 'input.ex');
  });

  test('who is taken out keeps the one who did it, as each side keeps its own', async () => {
    const { result, routes } = await stage.price(() =>
      ann.query<{ removeFriend: object }, object>(REMOVE, { userID: 'cy' }),
    );
    assert.deepEqual(result.removeFriend, { id: 'cy', friend: null, hasMeAsFriend: true });
    assert.deepEqual(routes.toSorted(), [
      '/friend/delete_friend',
      '/friend/get_specified_friends_info',
      '/friend/is_friend',
      '/user/get_users_info',
    ]);
    await stage.post('/friend/delete_friend', { ownerUserID: 'cy', friendUserID: 'ann' });
    const again = await ann.query<{ removeFriend: object }, object>(REMOVE, { userID: 'cy' });
    assert.deepEqual(again.removeFriend, { id: 'cy', friend: null, hasMeAsFriend: false });
    assert.equal(await field(REMOVE, { userID: 'ann' }), 'userID');
    assert.deepEqual(await reasons(REMOVE, { userID: 'ghost' }), ['NOT_FOUND']);
  });

  test('who has one in theirs is asked of twenty at most', async () => {
    const HAS = 'query ($ids: [ID!]!) { users(ids: $ids) { id hasMeAsFriend } }';
    const { result, routes } = await stage.price(() =>
      ann.query<{ users: object[] }, object>(HAS, { ids: ['ann', 'bo', 'dee', ...many('f', 18)] }),
    );
    assert.deepEqual(result.users.slice(0, 3), [
      { id: 'ann', hasMeAsFriend: null },
      { id: 'bo', hasMeAsFriend: true },
      { id: 'dee', hasMeAsFriend: false },
    ]);
    assert.equal(routes.filter((route) => route === '/friend/is_friend').length, 20);
    const refused = await ann.client.query<{ users: object[] }, object>(HAS, { ids: many('f', 21) });
    assert.equal(refused.errors[0]?.extensions.field, 'hasMeAsFriend');
    assert.deepEqual(refused.data?.users[0], { id: 'f0', hasMeAsFriend: null });
    const twice = await stage.price(() =>
      ann.client.query(
        `query ($ids: [ID!]!) {
          users(ids: $ids) { hasMeAsFriend }
          friends { nodes { user { nickname hasMeAsFriend } } }
        }`,
        { ids: many('f', 20) },
      ),
    );
    assert.equal(twice.result.errors[0]?.extensions.field, 'hasMeAsFriend');
    assert.ok(twice.routes.filter((route) => route === '/friend/is_friend').length <= 20);
  });

  test('what waits for an answer is counted, all of it or what is new', async () => {
    const COUNT = 'query ($since: DateTime) { unhandledFriendRequestCount(since: $since) }';
    const count = async (since?: string, actor = ann): Promise<number> =>
      (await actor.query<{ unhandledFriendRequestCount: number }, object>(COUNT, { since }))
        .unhandledFriendRequestCount;
    for (const fromUserID of ['dee', 'f0'])
      await stage.post('/friend/add_friend', { fromUserID, toUserID: 'ann', reqMsg: 'hi' });
    const { result, routes } = await stage.price(() => count());
    assert.deepEqual([result, routes], [2, ['/friend/get_self_unhandled_apply_count']]);
    assert.equal(await count(new Date(Date.now() + 60_000).toISOString()), 0);
    assert.equal(await count(undefined, bo), 0);
    assert.equal((await ann.client.query(COUNT, { since: 'yesterday' })).errors[0]?.extensions.code, 'BAD_USER_INPUT');
  });

  test('whom one blocked is told in pages, each for the same price, and to nobody else', async () => {
    const BLOCKED = `query ($first: Int, $after: String) {
      blockedUsers(first: $first, after: $after) {
        totalCount nodes { id since user { nickname blocked } } pageInfo { hasNextPage endCursor }
      }
    }`;
    interface Blocked {
      readonly blockedUsers: {
        readonly totalCount: number;
        readonly nodes: readonly { readonly id: string; readonly since: string; readonly user: object }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
      };
    }
    for (const id of many('f', 25))
      await ann.query<object, object>('mutation ($id: ID!) { blockUser(userID: $id) { id } }', { id });
    const read = async (variables: object, actor = ann): Promise<Blocked['blockedUsers']> =>
      (await actor.query<Blocked, object>(BLOCKED, variables)).blockedUsers;
    const { result: first, routes } = await stage.price(() => read({ first: 20 }));
    assert.deepEqual(routes, ['/friend/get_black_list', '/friend/get_specified_friends_info']);
    assert.deepEqual([first.totalCount, first.pageInfo.hasNextPage], [25, true]);
    assert.deepEqual(first.nodes[0]?.user, { nickname: 'f0', blocked: true });
    assert.ok(Math.abs(Date.parse(first.nodes[0]?.since ?? '') - Date.now()) < 60_000, first.nodes[0]?.since);
    const rest = await read({ first: 20, after: first.pageInfo.endCursor });
    assert.deepEqual(
      [...first.nodes, ...rest.nodes].map(({ id }) => id),
      many('f', 25),
    );
    assert.deepEqual(await read({}, bo), {
      totalCount: 0,
      nodes: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
    assert.equal(await field(BLOCKED, { first: 101 }), 'first');
    assert.equal(await field(BLOCKED, { after: 'x' }), 'after');
  });

  test('how loud everything is, one says for oneself alone', async () => {
    const mode = async (actor: Actor, id: string): Promise<string | null> =>
      (
        await actor.query<{ user: { globalNotify: string | null } }, object>(
          'query ($id: ID!) { user(id: $id) { globalNotify } }',
          { id },
        )
      ).user.globalNotify;
    assert.equal(await mode(ann, 'ann'), 'ALL');
    for (const wanted of ['SILENT', 'OFF', 'ALL', 'OFF']) {
      const { result, routes } = await stage.price(() =>
        ann.query<{ setGlobalNotify: object }, object>(NOTIFY, { mode: wanted }),
      );
      assert.deepEqual(result.setGlobalNotify, { id: 'ann', globalNotify: wanted });
      assert.deepEqual(routes, ['/user/set_global_msg_recv_opt', '/user/get_users_info']);
    }
    assert.deepEqual([await mode(bo, 'ann'), await mode(bo, 'bo')], [null, 'ALL']);
    const hello = 'mutation { sendMessage(input: { userID: "ann", content: { text: { text: "Hi" } } }) { id } }';
    assert.deepEqual(await reasons(hello, {}, bo), ['NOT_RECEIVED']);
    assert.equal((await ann.client.query(NOTIFY, { mode: 'LOUD' })).errors[0]?.extensions.code, 'BAD_USER_INPUT');
  });

  test('who is there is told with the devices they are on', async () => {
    const there = async (): Promise<object> =>
      (await bo.query<{ users: object }, object>('{ users(ids: ["ann", "cy"]) { online onlinePlatforms } }')).users;
    const away = { online: false, onlinePlatforms: [] };
    assert.deepEqual(await there(), [away, away]);
    await using _socket = await ann.ws();
    const { result, routes } = await stage.price(there);
    assert.deepEqual(result, [{ online: true, onlinePlatforms: ['WEB'] }, away]);
    assert.deepEqual(routes, ['/user/get_users_info', '/user/get_users_status']);
  });
});
