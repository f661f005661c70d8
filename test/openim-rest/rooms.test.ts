import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OpenIM } from '../../subgraphs/openim/rest/openim.ts';
import { admin, answer, ok, openDouble, user } from './double.ts';
import { says, told } from './told.ts';

const POINT = { versionID: '', version: 0 };

test('what changed among the members of groups is told by group, with the group where it changed', async () => {
  const whole = await told('/group/get_incremental_group_members_batch', (o) =>
    o.groups.memberChanges('x', [{ groupID: 'g', ...POINT }], user('x')),
  );
  const [delta] = whole.values();
  assert.equal(whole.size, 1);
  assert.deepEqual([delta?.full, delta?.inserted, delta?.deleted], [true, [], []]);
  assert.equal(typeof delta?.group?.groupName, 'string');
  const none = await told(
    '/group/get_incremental_group_members_batch',
    (o) => o.groups.memberChanges('x', [], user('x')),
    ({ response }) => !JSON.stringify(response).includes('respList'),
  );
  assert.equal(none.size, 0);
});

test('what changed in one’s groups and conversations is lists, also where OpenIM wrote null', async () => {
  const groups = (text: string) =>
    told('/group/get_incremental_join_groups', (o) => o.groups.changes('x', POINT, user('x')), says(text));
  assert.deepEqual((await groups('"full":true')).inserted, []);
  assert.equal((await groups('"insert":[')).inserted.length, 1);
  const conversations = (text: string) =>
    told(
      '/conversation/get_incremental_conversations',
      (o) => o.conversations.changes('x', POINT, user('x')),
      says(text),
    );
  const begun = await conversations('"full":true');
  assert.deepEqual([begun.inserted, begun.updated, begun.deleted, begun.orderChanged], [[], [], [], false]);
  const changed = await conversations('"update":[{');
  assert.deepEqual([changed.full, typeof changed.updated[0]?.conversationID], [false, 'string']);
});

test('the ids of what one is in come with their point', async () => {
  const all = await Promise.all([
    told('/group/get_full_join_group_ids', (o) => o.groups.allIDs('x', null, user('x'))),
    told('/group/get_full_group_member_user_ids', (o) => o.groups.allMemberIDs('g', null, user('x'))),
    told('/conversation/get_full_conversation_ids', (o) => o.conversations.allIDs('x', null, user('x'))),
  ]);
  for (const { versionID, ids, hash } of all) {
    assert.match(versionID, /^([0-9a-f]{24})?$/);
    assert.equal(hash === 0n, ids?.length === 0);
  }
});

test('a request to a group, and how many wait', async () => {
  const asked = (text: string) =>
    told('/group/get_specified_user_group_request_info', (o) => o.groups.requestOf('g', 'x', user('x')), says(text));
  assert.equal((await asked('"groupRequests":[{'))?.joinSource, 3);
  const count = await told(
    '/group/get_group_application_unhandled_count',
    (o) => o.groups.unhandledCount('x', 0, user('x')),
    says('"count"'),
  );
  assert.ok(count > 0);
});

test('every group is found by a text, and not by what the text would mean to a database', async () => {
  const found = await told(
    '/group/get_groups',
    (o) => o.groups.page('', { number: 1, rows: 10 }, admin()),
    says('"groupInfo":{'),
  );
  assert.ok(found.total > 0 && found.rows.every((row) => row.groupID !== ''));
  await using double = await openDouble();
  double.behave((_, response) => answer(response, ok({ total: 0, groups: null })));
  await double.openim().groups.page('(a.*', { number: 1, rows: 10 }, admin());
  assert.equal(double.asked[0]?.body.groupName, '\\(a\\.\\*');
});

test('what is sent to many is told one by one, and lists where OpenIM wrote null', async () => {
  const message = {
    ...{ sendID: 'x', senderNickname: '', senderFaceURL: '', senderPlatformID: 10 },
    ...{ content: { content: 'hi' }, contentType: 101, sessionType: 1 },
  };
  const sent = await told('/msg/batch_send_msg', (o) => o.messages.sendToMany(message, ['y'], admin()), says('recvID'));
  assert.ok(sent.results.every(({ recvID, serverMsgID }) => recvID !== '' && serverMsgID !== ''));
  assert.ok(Array.isArray(sent.failedUserIDs));
  const time = await told('/msg/get_server_time', (o) => o.messages.serverTime(user('x')));
  assert.ok(time > 1e12);
});

/** What each change sends, as OpenIM spells it. */
const CHANGES: readonly (readonly [string, (openim: OpenIM) => Promise<unknown>, object])[] = [
  [
    '/group/set_group_info_ex',
    (o) => o.groups.change({ groupID: 'g', introduction: '' }, user('x')),
    { groupID: 'g', introduction: '' },
  ],
  [
    '/group/kick_group',
    (o) => o.groups.kick({ groupID: 'g', kickedUserIDs: ['y'], reason: 'late' }, user('x')),
    { groupID: 'g', kickedUserIDs: ['y'], reason: 'late' },
  ],
  ['/group/dismiss_group', (o) => o.groups.dismiss('g', user('x')), { groupID: 'g', deleteMember: false }],
  [
    '/group/set_group_member_info',
    (o) => o.groups.changeMember({ groupID: 'g', userID: 'y', roleLevel: 60 }, user('x')),
    { members: [{ groupID: 'g', userID: 'y', roleLevel: 60 }] },
  ],
  [
    '/conversation/delete_conversations',
    (o) => o.conversations.delete('x', ['si_x_y'], user('x')),
    { ownerUserID: 'x', conversationIDs: ['si_x_y'] },
  ],
  [
    '/msg/delete_msgs',
    (o) => o.messages.delete({ userID: 'x', conversationID: 'si_x_y', seqs: [1] }, user('x')),
    { userID: 'x', conversationID: 'si_x_y', seqs: [1], deleteSyncOpt: { IsSyncSelf: true } },
  ],
  [
    '/msg/delete_msgs',
    (o) => o.messages.deleteForAll({ userID: 'x', conversationID: 'si_x_y', seqs: [1] }, user('x')),
    { userID: 'x', conversationID: 'si_x_y', seqs: [1], deleteSyncOpt: { IsSyncOther: true } },
  ],
  [
    '/msg/delete_msg_phsical_by_seq',
    (o) => o.messages.erase('si_x_y', [1], admin()),
    { conversationID: 'si_x_y', seqs: [1] },
  ],
];

test('a change is sent as OpenIM spells it, and once', async () => {
  for (const [route, change, body] of CHANGES) {
    await using double = await openDouble();
    double.behave((_, response) => answer(response, ok({})));
    await change(double.openim());
    assert.deepEqual(
      double.asked.map((asked) => [asked.route, asked.body]),
      [[route, body]],
    );
  }
});
