import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type AdminQuery, signInAdmin } from '../world/admin.ts';
import type { Actor } from '../world/world.ts';
import { openStage, type Stage } from './stage.ts';

const PUSH =
  'mutation ($token: String!, $at: DateTime) { registerPushToken(token: $token, expiresAt: $at) { platform expiresAt } }';
const BADGE = 'mutation ($count: Int!) { setAppBadge(count: $count) }';
const UPLOAD = 'mutation ($input: UploadLogsInput!) { uploadLogs(input: $input) }';
const LOGS = `query ($userID: ID, $from: DateTime, $to: DateTime, $first: Int, $after: String) {
  logs(userID: $userID, from: $from, to: $to, first: $first, after: $after) {
    totalCount nodes { id fileName url platform version ex createdAt user { id nickname } } pageInfo { endCursor }
  }
}`;

interface Logs {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string; readonly fileName: string; readonly createdAt: string }[];
  readonly pageInfo: { readonly endCursor: string };
}

describe('a device', () => {
  let stage: Stage;
  let ann: Actor;
  let ann2: Actor;
  let admin: AdminQuery;
  /** What a route was sent, newest last. */
  const sent: Record<string, unknown>[] = [];
  before(async () => {
    stage = await openStage();
    ann = await stage.person('ann', 'Ann');
    ann2 = await stage.person('ann2', 'Ann Two');
    admin = await signInAdmin(stage.world);
    for (const route of ['/third/fcm_update_token', '/third/set_app_badge'])
      stage.fault(route, (answer, body) => {
        sent.push(body);
        return answer;
      });
  });
  after(() => stage[Symbol.asyncDispose]());

  test('is pushed to where it says, as long as it says, and never for somebody else', async () => {
    const register = (variables: object) =>
      ann.query<{ registerPushToken: object }, object>(PUSH, { token: 'fcm', ...variables });
    const { result, routes } = await stage.price(() => register({}));
    assert.deepEqual(result.registerPushToken, { platform: 'WEB', expiresAt: null });
    assert.deepEqual(routes, ['/third/fcm_update_token']);
    assert.deepEqual(sent.at(-1), { account: 'ann', platformID: 5, fcmToken: 'fcm', expireTime: 0 });
    const at = new Date(Date.now() + 3_600_000).toISOString();
    assert.deepEqual((await register({ at })).registerPushToken, { platform: 'WEB', expiresAt: at });
    const { expireTime } = sent.at(-1) as { expireTime: number };
    assert.ok(expireTime > 3_000 && expireTime <= 3_600, String(expireTime));
    assert.ok(!stage.world.log.some((line) => line.includes('"fcm"')));
  });

  test('shows how much is unread', async () => {
    for (const count of [5, 0]) {
      const { result, routes } = await stage.price(() => ann.query<object, object>(BADGE, { count }));
      assert.deepEqual([result, routes], [{ setAppBadge: count }, ['/third/set_app_badge']]);
      assert.deepEqual(sent.at(-1), { userID: 'ann', appUnreadCount: count });
    }
  });

  const file = (name: string) => ({ name, url: `https://cdn.example/${name}` });
  const upload = (actor: Actor, ...names: readonly string[]) =>
    actor.query<object, object>(UPLOAD, { input: { files: names.map(file), version: '3.8', ex: 'x' } });
  async function logs(variables: object = {}): Promise<Logs> {
    const { data, errors } = await admin<{ logs: Logs }>(LOGS, variables);
    assert.deepEqual(errors, []);
    assert.ok(data);
    return data.logs;
  }
  const names = ({ nodes }: Logs): string[] => nodes.map(({ fileName }) => fileName);

  test('tells where its logs are, for admins to read', async () => {
    const { result, routes } = await stage.price(() => upload(ann, 'a.log', 'b.log'));
    assert.deepEqual([result, routes], [{ uploadLogs: 2 }, ['/third/logs/upload']]);
    const read = await stage.price(() => logs({ userID: 'ann' }));
    assert.deepEqual(read.routes, ['/third/logs/search', '/user/get_users_info']);
    assert.deepEqual(names(read.result), ['b.log', 'a.log']);
    const { id, createdAt, ...log } = read.result.nodes[0] ?? { id: '', createdAt: '' };
    const about = { fileName: 'b.log', url: 'https://cdn.example/b.log', platform: 'Web', version: '3.8', ex: 'x' };
    assert.deepEqual(log, { ...about, user: { id: 'ann', nickname: 'Ann' } });
    assert.match(id, /^\d+$/);
    assert.ok(Math.abs(Date.parse(createdAt) - Date.now()) < 60_000, createdAt);
  });

  test('is found by whose it is, and by when it told', async () => {
    await upload(ann2, 'c.log');
    assert.deepEqual(names(await logs({ userID: 'ann' })), ['b.log', 'a.log']);
    assert.deepEqual(names(await logs({ userID: 'ann.' })), []);
    assert.equal((await logs()).totalCount, 3);
    const [before, later] = [new Date(Date.now() - 60_000), new Date(Date.now() + 60_000)].map((at) =>
      at.toISOString(),
    );
    assert.equal((await logs({ from: before })).totalCount, 3);
    assert.equal((await logs({ from: later })).totalCount, 0);
    assert.equal((await logs({ to: before })).totalCount, 0);
    assert.equal((await logs({ from: before, to: later })).totalCount, 3);
    const first = await logs({ first: 2 });
    assert.deepEqual(names(await logs({ first: 2, after: first.pageInfo.endCursor })), ['a.log']);
  });

  test('is refused what cannot be right, without asking OpenIM', async () => {
    const long = 'x'.repeat(5_000);
    for (const [field, query, variables] of [
      ['token', PUSH, { token: ' ' }],
      ['token', PUSH, { token: long }],
      ['expiresAt', PUSH, { token: 'x', at: '2020-01-01T00:00:00Z' }],
      ['count', BADGE, { count: -1 }],
      ['input.files', UPLOAD, { input: { files: [] } }],
      ['input.files', UPLOAD, { input: { files: Array.from({ length: 21 }, () => file('x')) } }],
      ['input.files.1.name', UPLOAD, { input: { files: [file('a'), { ...file('a'), name: '' }] } }],
      ['input.version', UPLOAD, { input: { files: [file('a')], version: long } }],
      ['input.ex', UPLOAD, { input: { files: [file('a')], ex: long } }],
    ] as const) {
      const { result, routes } = await stage.price(() => ann.client.query(query, variables));
      assert.deepEqual([result.errors[0]?.extensions.field, routes], [field, []]);
    }
    const script = { input: { files: [{ name: 'a', url: 'javascript:alert(1)' }] } };
    assert.equal((await ann.client.query(UPLOAD, script)).errors[0]?.extensions.code, 'BAD_USER_INPUT');
    const backwards = { from: '2026-01-02T00:00:00Z', to: '2026-01-01T00:00:00Z' };
    assert.equal((await admin(LOGS, backwards)).errors[0]?.extensions.field, 'to');
  });

  test('reads no logs', async () => {
    assert.equal((await ann.client.query(LOGS)).errors[0]?.extensions.reason, 'SCOPE_MISSING');
  });

  test('is a user’s, and no admin’s', async () => {
    for (const [query, variables] of [
      [PUSH, { token: 'x' }],
      [BADGE, { count: 1 }],
      [UPLOAD, { input: { files: [file('a')] } }],
    ] as const)
      assert.equal((await admin(query, variables)).errors[0]?.extensions.reason, 'USERS_ONLY');
  });
});
