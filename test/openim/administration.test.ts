import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type AdminQuery, signInAdmin } from '../world/admin.ts';
import type { Actor } from '../world/world.ts';
import { asAdminNow, openStage, type Stage } from './stage.ts';

const PROFILE = `mutation ($userID: ID!, $input: UpdateProfileInput!, $reason: String! = "asked") {
  updateUserProfile(userID: $userID, input: $input, reason: $reason) { id nickname faceURL ex }
}`;
const IMPORT = `mutation ($userID: ID!, $friendIDs: [ID!]!, $reason: String! = "asked") {
  importFriends(userID: $userID, friendIDs: $friendIDs, reason: $reason) { id nickname }
}`;
const CREATE = `mutation ($input: CreateNotificationAccountInput!, $reason: String! = "asked") {
  createNotificationAccount(input: $input, reason: $reason) { id nickname faceURL kind user { nickname } }
}`;
const UPDATE = `mutation ($id: ID!, $input: UpdateNotificationAccountInput!, $reason: String! = "asked") {
  updateNotificationAccount(id: $id, input: $input, reason: $reason) { id nickname faceURL kind user { nickname faceURL } }
}`;
const SET = `mutation ($userID: ID, $configs: [ClientConfigInput!]!, $reason: String! = "asked") {
  setClientConfig(userID: $userID, configs: $configs, reason: $reason) { id value }
}`;
const DELETE = `mutation ($userID: ID, $keys: [String!]!, $reason: String! = "asked") {
  deleteClientConfig(userID: $userID, keys: $keys, reason: $reason)
}`;
const DELETE_LOGS = `mutation ($ids: [ID!]!, $reason: String! = "asked") { deleteLogs(ids: $ids, reason: $reason) }`;

const config = (key: string, value: string) => ({ key, value });
const FACE = 'https://cdn.example/a.png';

describe('an admin changes', () => {
  let stage: Stage;
  let admin: AdminQuery;
  let ann: Actor;
  before(async () => {
    stage = await openStage();
    ann = await stage.person('ann', 'Ann');
    admin = await signInAdmin(stage.world);
    const others = ['bo', 'cy', 'dee'].map((userID) => ({ userID, nickname: userID, faceURL: '' }));
    await stage.openim.users.register(others, asAdminNow());
  });
  after(() => stage[Symbol.asyncDispose]());

  async function done(query: string, variables: object): Promise<unknown> {
    const { data, errors } = await admin<Record<string, unknown>>(query, variables);
    assert.deepEqual(errors, []);
    return Object.values(data ?? {})[0];
  }
  const reasons = async (query: string, variables: object): Promise<unknown[]> =>
    (await admin(query, variables)).errors.map(({ extensions }) => extensions.reason);

  test('a profile, in what is given, and cleared of what is given as null', async () => {
    const change = (input: object) => done(PROFILE, { userID: 'ann', input });
    const { result, routes } = await stage.price(() => change({ nickname: ' Annie ', faceURL: FACE, ex: 'x' }));
    assert.deepEqual(result, { id: 'ann', nickname: 'Annie', faceURL: FACE, ex: 'x' });
    assert.deepEqual(routes, ['/user/get_users_info', '/user/update_user_info_ex', '/user/get_users_info']);
    assert.deepEqual(await change({ faceURL: null, ex: null }), {
      id: 'ann',
      nickname: 'Annie',
      faceURL: null,
      ex: null,
    });
    const nothing = await stage.price(() => change({}));
    assert.deepEqual(nothing.routes, ['/user/get_users_info']);
    const { data } = await admin<{ auditLog: { nodes: { actor: string; detail: object }[] } }>(
      '{ auditLog(target: "user:ann", action: "user.updateProfile") { nodes { actor detail } } }',
    );
    const recorded = data?.auditLog.nodes ?? [];
    assert.equal(recorded.length, 2);
    assert.match(recorded[1]?.actor ?? '', /^admin:./);
    assert.deepEqual(recorded[1]?.detail, {
      ...{ reason: 'asked', from: '127.0.0.1', roles: ['OWNER'] },
      before: { nickname: 'Ann', faceURL: '', ex: '' },
      after: { nickname: 'Annie', faceURL: FACE, ex: 'x' },
    });
    assert.deepEqual(await reasons(PROFILE, { userID: 'ghost', input: { ex: 'x' } }), ['NOT_FOUND']);
  });

  test('who are friends, both ways and at once', async () => {
    const { result, routes } = await stage.price(() => done(IMPORT, { userID: 'ann', friendIDs: ['bo', 'cy', 'bo'] }));
    assert.deepEqual(result, { id: 'ann', nickname: 'Annie' });
    assert.deepEqual(routes, ['/user/get_users_info', '/friend/import_friend']);
    const { users } = await ann.query<{ users: object }, object>(
      '{ users(ids: ["bo", "cy", "dee"]) { friend { id } hasMeAsFriend } }',
    );
    const friend = (id: string) => ({ friend: { id }, hasMeAsFriend: true });
    assert.deepEqual(users, [friend('bo'), friend('cy'), { friend: null, hasMeAsFriend: false }]);
    await done(IMPORT, { userID: 'ann', friendIDs: ['bo', 'dee'] });
    assert.deepEqual(await reasons(IMPORT, { userID: 'ghost', friendIDs: ['bo'] }), ['NOT_FOUND']);
    const { errors } = await admin(IMPORT, { userID: 'ann', friendIDs: ['bo', 'ghost'] });
    assert.equal(errors[0]?.extensions.field, 'friendIDs.1');
  });

  test('accounts that no person stands behind, and those alone', async () => {
    const news = { id: 'news', nickname: 'News', faceURL: null, kind: 'NOTIFICATION' };
    const made = await stage.price(() => done(CREATE, { input: { id: 'news', nickname: ' News ' } }));
    assert.deepEqual(made.result, { ...news, user: { nickname: 'News' } });
    assert.deepEqual(made.routes, ['/user/get_users_info', '/user/add_notification_account', '/user/get_users_info']);
    const robot = { id: 'helper', nickname: 'Helper', faceURL: FACE, kind: 'ROBOT' };
    assert.deepEqual(await done(CREATE, { input: robot }), { ...robot, user: { nickname: 'Helper' } });
    for (const id of ['news', 'ann'])
      assert.deepEqual(await reasons(CREATE, { input: { id, nickname: 'N' } }), ['ALREADY_REGISTERED']);

    const change = (input: object, id = 'news') => done(UPDATE, { id, input });
    assert.deepEqual(await change({ nickname: 'Journal', faceURL: FACE }), {
      ...{ ...news, nickname: 'Journal', faceURL: FACE },
      user: { nickname: 'Journal', faceURL: FACE },
    });
    assert.deepEqual(await change({ faceURL: null }), {
      ...{ ...news, nickname: 'Journal' },
      user: { nickname: 'Journal', faceURL: null },
    });
    const both = await stage.price(() => change({ nickname: 'News', faceURL: null }));
    assert.deepEqual(both.routes, [
      '/user/search_notification_account',
      '/user/update_notification_account',
      '/user/update_user_info_ex',
      '/user/get_users_info',
    ]);
    for (const id of ['ann', 'ghost'])
      assert.deepEqual(await reasons(UPDATE, { id, input: { nickname: 'x' } }), ['NOT_FOUND']);
    assert.deepEqual(await reasons(UPDATE, { id: 'News', input: { nickname: 'x' } }), ['NOT_FOUND']);
  });

  test('what is set for applications, for everybody or for one', async () => {
    const everybody = await stage.price(() => done(SET, { configs: [config('size', '14'), config('theme', 'light')] }));
    assert.deepEqual(everybody.result, [
      { id: ':size', value: '14' },
      { id: ':theme', value: 'light' },
    ]);
    assert.deepEqual(everybody.routes, ['/user/get_user_client_config', '/user/set_user_client_config']);
    await done(SET, { userID: 'ann', configs: [config('theme', 'dark')] });
    const theirs = async (): Promise<string[]> => {
      const { clientConfig } = await ann.query<{ clientConfig: { key: string; value: string }[] }, object>(
        '{ clientConfig { key value } }',
      );
      return clientConfig.map(({ key, value }) => `${key} ${value}`);
    };
    assert.deepEqual(await theirs(), ['size 14', 'theme dark']);
    assert.deepEqual(await done(DELETE, { userID: 'ann', keys: ['theme', 'nothing'] }), ['ann:theme', 'ann:nothing']);
    assert.deepEqual(await theirs(), ['size 14', 'theme light']);
    assert.deepEqual(await done(DELETE, { keys: ['size', 'theme'] }), [':size', ':theme']);
    assert.deepEqual(await theirs(), []);
    assert.deepEqual(await reasons(SET, { userID: 'ghost', configs: [config('a', 'b')] }), ['NOT_FOUND']);
    assert.deepEqual(await reasons(DELETE, { userID: 'ghost', keys: ['a'] }), ['NOT_FOUND']);
  });

  test('what clients told of their logs, all of it or none', async () => {
    const file = (name: string) => ({ name, url: `https://cdn.example/${name}` });
    await ann.query<object, object>('mutation ($input: UploadLogsInput!) { uploadLogs(input: $input) }', {
      input: { files: ['a', 'b', 'c'].map(file) },
    });
    const told = async (): Promise<string[]> => {
      const { data } = await admin<{ logs: { nodes: { id: string }[] } }>('{ logs(userID: "ann") { nodes { id } } }');
      return data?.logs.nodes.map(({ id }) => id) ?? [];
    };
    const [newest = '', ...older] = await told();
    assert.deepEqual(await reasons(DELETE_LOGS, { ids: [newest, '1'] }), ['NOT_FOUND']);
    assert.equal((await told()).length, 3);
    const { result, routes } = await stage.price(() => done(DELETE_LOGS, { ids: [newest, newest] }));
    assert.deepEqual([result, routes], [[newest], ['/third/logs/delete']]);
    assert.deepEqual(await told(), older);
  });

  const INPUTS = [
    [PROFILE, { userID: 'ann', input: { ex: 'x' } }],
    [IMPORT, { userID: 'ann', friendIDs: ['bo'] }],
    [CREATE, { input: { id: 'spam', nickname: 'Spam' } }],
    [UPDATE, { id: 'news', input: { nickname: 'Spam' } }],
    [SET, { configs: [config('a', 'b')] }],
    [DELETE, { keys: ['a'] }],
    [DELETE_LOGS, { ids: ['1'] }],
  ] as const;

  test('nothing without a reason, and nobody else anything', async () => {
    for (const [query, variables] of INPUTS) {
      for (const reason of ['', ' ', 'x'.repeat(501)]) {
        const { result, routes } = await stage.price(() => admin(query, { ...variables, reason }));
        assert.deepEqual([result.errors[0]?.extensions.field, routes], ['reason', []]);
      }
      const { result, routes } = await stage.price(() => ann.client.query(query, variables));
      assert.deepEqual([result.errors[0]?.extensions.reason, routes], ['SCOPE_MISSING', []]);
    }
  });

  test('nothing that cannot be right', async () => {
    const long = 'x'.repeat(20_000);
    const many = Array.from({ length: 501 }, (_, at) => `u${at}`);
    for (const [field, query, variables] of [
      ['input.nickname', PROFILE, { userID: 'ann', input: { nickname: null } }],
      ['input.ex', PROFILE, { userID: 'ann', input: { ex: long } }],
      ['friendIDs', IMPORT, { userID: 'ann', friendIDs: [] }],
      ['friendIDs', IMPORT, { userID: 'ann', friendIDs: many }],
      ['friendIDs.1', IMPORT, { userID: 'ann', friendIDs: ['bo', 'ann'] }],
      ['input.id', CREATE, { input: { id: 'a_b', nickname: 'N' } }],
      ['input.id', CREATE, { input: { id: '', nickname: 'N' } }],
      ['input.nickname', CREATE, { input: { id: 'x', nickname: ' ' } }],
      ['input.nickname', UPDATE, { id: 'news', input: { nickname: null } }],
      ['configs', SET, { configs: [] }],
      ['configs', SET, { configs: many.map((key) => config(key, '')) }],
      ['configs.0.key', SET, { configs: [config('', 'b')] }],
      ['configs.1.key', SET, { configs: [config('a', 'b'), config('a', 'c')] }],
      ['configs.0.value', SET, { configs: [config('a', long)] }],
      ['keys', DELETE, { keys: [] }],
      ['keys.1', DELETE, { keys: ['a', 'a'] }],
      ['ids', DELETE_LOGS, { ids: [] }],
      ['ids', DELETE_LOGS, { ids: many }],
    ] as const) {
      const { result, routes } = await stage.price(() => admin(query, variables));
      assert.deepEqual([result.errors[0]?.extensions.field, routes], [field, []]);
    }
  });
});
