import assert from 'node:assert/strict';
import { test } from 'node:test';
import { admin, answer, ok, openDouble, user } from './double.ts';
import { says, told } from './told.ts';

const page = { number: 1, rows: 10 };
const recent = (ms: number | undefined): void =>
  assert.ok([2025, 2026, 2027].includes(new Date(ms ?? 0).getUTCFullYear()), String(ms));

test('what changed in a contact list is rows in milliseconds, and lists where OpenIM wrote null', async () => {
  const changes = (text: string) =>
    told(
      '/friend/get_incremental_friends',
      (o) => o.friends.changes('x', { versionID: '', version: 0 }, user('x')),
      says(text),
    );
  const came = await changes('"insert":[');
  recent(came.inserted[0]?.createTime);
  assert.deepEqual([came.full, came.deleted, came.updated, came.orderChanged], [false, [], [], false]);
  const pinned = await changes('"isPinned":true');
  recent(pinned.updated[0]?.createTime);
  assert.deepEqual([pinned.deleted.length, pinned.orderChanged], [1, true]);
  const { versionID, version, ...whole } = await changes('"full":true');
  assert.deepEqual(whole, { full: true, deleted: [], inserted: [], updated: [], orderChanged: false });
  assert.match(versionID, /^[0-9a-f]{24}$/);
  assert.ok(version > 0);
});

test('the ids of an empty list are none, unless their hash was known', async () => {
  const ids = (hash: bigint | null, text: string) =>
    told('/friend/get_full_friend_user_ids', (o) => o.friends.allIDs('x', hash, user('x')), says(text));
  assert.deepEqual((await ids(null, '"equal":true')).ids, []);
  assert.equal((await ids(0n, '"equal":true')).ids, null);
  assert.equal((await ids(null, '"equal":false')).ids?.length, 1);
});

test('the hash of ids is OpenIM’s, to its last digit, and Go’s of what HTML could read', async () => {
  await using double = await openDouble();
  const data = { version: 1, versionID: 'a'.repeat(24), equal: false };
  const openim = double.openim();
  for (const [userIDs, hash] of [
    [['a'], 5_518_804_830_492_625_176n],
    [['a', 'b'], 16_518_927_257_079_726_733n],
    [['<&>'], 9_194_017_952_047_216_992n],
  ] as const) {
    double.behave((_, response) => answer(response, ok({ ...data, userIDs })));
    const all = await openim.friends.allIDs('x', 18_446_744_073_709_551_615n, user('x'));
    assert.equal(all.hash, hash);
  }
});

test('a command is of a time in milliseconds, and there are none where OpenIM wrote null', async () => {
  const one = await told('/user/process_user_command_get', (o) => o.commands.list('x', 1, user('x')));
  recent(one[0]?.createTime);
  const all = await told('/user/process_user_command_get_all', (o) => o.commands.list('x', null, user('x')));
  recent(all[0]?.createTime);
  const none = says('"CommandResp":null');
  assert.deepEqual(await told('/user/process_user_command_get', (o) => o.commands.list('x', 9, user('x')), none), []);
});

test('settings that nobody made are none', async () => {
  const get = (where: string) =>
    told('/user/get_user_client_config', (o) => o.clientConfigs.get('x', user('x')), says(where));
  assert.deepEqual(await get('"data":{}'), {});
  assert.deepEqual(await get('"theme":"dark"'), { theme: 'dark', size: '14' });
});

test('an account that no person stands behind has a nickname as others have', async () => {
  const { rows, total } = await told('/user/search_notification_account', (o) =>
    o.notificationAccounts.page({}, page, admin()),
  );
  assert.deepEqual([rows[0]?.nickname, total], ['News 2', 1]);
  const none = says('"notificationAccounts":null');
  assert.deepEqual(
    await told('/user/search_notification_account', (o) => o.notificationAccounts.page({}, page, admin()), none),
    { rows: [], total: 0 },
  );
});

test('figures of days on which nothing happened are none', async () => {
  const span = { start: 1, end: 2 };
  const quiet = await told(
    '/statistics/user/register',
    (o) => o.statistics.registrations(span, admin()),
    (record) => !JSON.stringify(record.response).includes('"count"'),
  );
  assert.deepEqual(quiet.days, {});
  const ranking = { ...span, ascending: false, rows: 10 };
  const nobody = await told(
    '/statistics/user/active',
    (o) => o.statistics.activeUsers({ ...ranking, inGroups: true }, admin()),
    says('"users":null'),
  );
  assert.deepEqual(nobody, { messageCount: 0, days: {}, rows: [], total: 0 });
  const nowhere = await told(
    '/statistics/group/active',
    (o) => o.statistics.activeGroups(ranking, admin()),
    says('"groups":null'),
  );
  assert.deepEqual(nowhere, nobody);
});

test('who wrote most is asked from the top, as OpenIM spells it', async () => {
  await using double = await openDouble();
  double.behave((_, response) => answer(response, ok({ msgCount: 0, userCount: 0, users: null })));
  const ranking = { start: 1, end: 2, ascending: true, rows: 40, inGroups: false };
  await double.openim().statistics.activeUsers(ranking, admin());
  assert.deepEqual(double.asked[0]?.body, {
    ...{ start: 1, end: 2, ase: true, group: false },
    pagination: { pageNumber: 1, showNumber: 40 },
  });
});

test('an id that is taken is told as such', async () => {
  await using double = await openDouble();
  double.behave((_, response) => answer(response, { errCode: 1001, errMsg: 'ArgsError', errDlt: 'userID is used' }));
  const account = { userID: 'news', nickname: 'News', faceURL: '', appMangerLevel: 3 };
  await assert.rejects(double.openim().notificationAccounts.add(account, admin()), { reason: 'ALREADY_REGISTERED' });
});
