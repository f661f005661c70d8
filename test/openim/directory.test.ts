import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type AdminQuery, signInAdmin } from '../world/admin.ts';
import type { Actor } from '../world/world.ts';
import { asAdminNow, openStage, type Stage } from './stage.ts';

const USERS = `query ($userID: String, $nickname: String, $first: Int, $after: String) {
  allUsers(userID: $userID, nickname: $nickname, first: $first, after: $after) {
    totalCount nodes { id nickname createdAt globalNotify friend { id } } pageInfo { hasNextPage endCursor }
    edges { node { id } }
  }
}`;
const ACCOUNTS = `query ($keyword: String, $kind: NotificationAccountKind) {
  notificationAccounts(keyword: $keyword, kind: $kind) {
    totalCount nodes { id nickname faceURL kind user { nickname } }
  }
}`;
const CONFIGS = `query ($userID: ID, $key: String, $first: Int, $after: String) {
  clientConfigs(userID: $userID, key: $key, first: $first, after: $after) {
    totalCount nodes { id key value user { nickname } } pageInfo { endCursor }
  }
}`;

interface Page<Node> {
  readonly totalCount: number;
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

describe('an admin looks up', () => {
  let stage: Stage;
  let admin: AdminQuery;
  let ann: Actor;
  before(async () => {
    stage = await openStage();
    ann = await stage.person('ann', 'Ann');
    admin = await signInAdmin(stage.world);
    const crowd = Array.from({ length: 25 }, (_, at) => ({ userID: `f${at}`, nickname: `F. ${at}`, faceURL: '' }));
    await stage.openim.users.register([...crowd, { userID: 'fx', nickname: 'Fe 1', faceURL: '' }], asAdminNow());
    for (const [userID, nickName, appMangerLevel] of [
      ['news', 'News', 3],
      ['helper', 'Helper', 4],
    ] as const)
      await stage.post('/user/add_notification_account', { userID, nickName, faceURL: '', appMangerLevel });
    for (const [userID, configs] of [
      ['', { size: '14' }],
      ['ann', { theme: 'dark', size: '16' }],
    ] as const)
      await stage.post('/user/set_user_client_config', { userID, configs });
  });
  after(() => stage[Symbol.asyncDispose]());

  async function page<Node = { id: string }>(query: string, variables: object = {}): Promise<Page<Node>> {
    const { data, errors } = await admin<Record<string, Page<Node>>>(query, variables);
    assert.deepEqual(errors, []);
    const [found] = Object.values(data ?? {});
    assert.ok(found);
    return found;
  }
  const ids = ({ nodes }: Page<{ id: string }>): string[] => nodes.map(({ id }) => id);

  test('everybody, in pages of one call each', async () => {
    const { result: first, routes } = await stage.price(() => page<Record<string, unknown>>(USERS, { first: 20 }));
    assert.deepEqual(routes, ['/user/get_users']);
    assert.equal(first.totalCount, 27);
    const { createdAt, ...row } = first.nodes[0] ?? {};
    assert.deepEqual(row, { id: 'ann', nickname: 'Ann', globalNotify: 'ALL', friend: null });
    assert.ok(Math.abs(Date.parse(String(createdAt)) - Date.now()) < 60_000);
    const rest = await page(USERS, { first: 20, after: first.pageInfo.endCursor });
    assert.deepEqual([ids(rest).length, ids(rest).at(-1), rest.pageInfo.hasNextPage], [7, 'fx', false]);
  });

  test('somebody by a part of their id, of their name, or of both, whatever characters it has', async () => {
    assert.deepEqual(ids(await page(USERS, { userID: 'AN' })), ['ann']);
    assert.deepEqual(ids(await page(USERS, { nickname: 'f. 2' })), ['f2', 'f20', 'f21', 'f22', 'f23', 'f24']);
    assert.deepEqual(ids(await page(USERS, { userID: 'f2', nickname: '. 20' })), ['f20']);
    for (const text of ['f.', '^f', '(', '[', '\\', '.*', 'f|a'])
      assert.deepEqual(ids(await page(USERS, { userID: text })), [], text);
  });

  test('accounts that no person stands behind, by name and kind', async () => {
    const { nodes } = await page<object>(ACCOUNTS);
    const news = { id: 'news', nickname: 'News', faceURL: null, kind: 'NOTIFICATION', user: { nickname: 'News' } };
    const helper = { id: 'helper', nickname: 'Helper', faceURL: null, kind: 'ROBOT', user: { nickname: 'Helper' } };
    assert.deepEqual(nodes, [news, helper]);
    assert.deepEqual(ids(await page(ACCOUNTS, { kind: 'ROBOT' })), ['helper']);
    assert.deepEqual(ids(await page(ACCOUNTS, { keyword: 'EW' })), ['news']);
    assert.deepEqual(ids(await page(ACCOUNTS, { keyword: 'ann' })), []);
  });

  test('accounts for two calls, however many they are', async () => {
    const { routes } = await stage.price(() => page(ACCOUNTS));
    assert.deepEqual(routes, ['/user/search_notification_account', '/user/get_users_info']);
  });

  test('what is set for applications, for everybody and for single users', async () => {
    const { result, routes } = await stage.price(() => page<{ id: string }>(CONFIGS));
    assert.deepEqual(ids(result).toSorted(), [':size', 'ann:size', 'ann:theme']);
    assert.deepEqual(routes, ['/user/page_user_client_config', '/user/get_users_info']);
    assert.deepEqual((await page<object>(CONFIGS, { userID: 'ann', key: 'theme' })).nodes, [
      { id: 'ann:theme', key: 'theme', value: 'dark', user: { nickname: 'Ann' } },
    ]);
    const first = await page(CONFIGS, { key: 'size', first: 1 });
    const rest = await page(CONFIGS, { key: 'size', first: 1, after: first.pageInfo.endCursor });
    assert.deepEqual([...ids(first), ...ids(rest)].toSorted(), [':size', 'ann:size']);
  });

  test('and nobody else does', async () => {
    for (const query of [USERS, ACCOUNTS, CONFIGS]) {
      const { result, routes } = await stage.price(() => ann.client.query(query));
      assert.deepEqual([result.errors[0]?.extensions.reason, routes], ['SCOPE_MISSING', []]);
    }
  });

  test('no page that cannot be', async () => {
    for (const [query, variables, field] of [
      [USERS, { first: 101 }, 'first'],
      [USERS, { after: 'x' }, 'after'],
      [CONFIGS, { first: -1 }, 'first'],
    ] as const) {
      const { result, routes } = await stage.price(() => admin(query, variables));
      assert.deepEqual([result.errors[0]?.extensions.field, routes], [field, []]);
    }
  });
});
