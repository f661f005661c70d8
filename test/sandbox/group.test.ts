import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, mock, test } from 'node:test';
import type { Data } from './town.ts';
import { Town } from './town.ts';

let town: Town;
before(async () => {
  town = await Town.open();
});
after(() => town.stop());

const PAGE = { pagination: { pageNumber: 1, showNumber: 20 } };
const DISMISSAL_MS = 150;

let count = 0;
/** A group of its own for each test: ow owns it, ad is its admin, m1 and m2 are in it, x1 is not. */
const openGroup = async (info: object = {}, rest: object = {}) => {
  count += 1;
  const groupID = `g${count}`;
  const [ow, ad, m1, m2, x1] = ['ow', 'ad', 'm1', 'm2', 'x1'].map((name) => `${groupID}_${name}`) as [
    string,
    string,
    string,
    string,
    string,
  ];
  await town.settle(ow, ad, m1, m2, x1);
  const people = { ownerUserID: ow, adminUserIDs: [ad], memberUserIDs: [m1, m2] };
  const groupInfo = { groupID, groupName: groupID, groupType: 2, ...info };
  await town.act(ow, '/group/create_group', { ...people, groupInfo, ...rest });
  const act = (userID: string, path: string, body: object = {}) =>
    town.act(userID, `/group/${path}`, { groupID, ...body });
  const refused = (userID: string, path: string, body: object = {}) =>
    town.refused(userID, `/group/${path}`, { groupID, ...body });
  const set = (userID: string, change: object) =>
    [userID, 'set_group_member_info', { members: [{ groupID, ...change }] }] as const;
  return { groupID, ow, ad, m1, m2, x1, act, refused, set };
};

const infoOf = async (groupID: string): Promise<Data> => {
  const { groupInfos } = await town.act(town.adminID, '/group/get_groups_info', { groupIDs: [groupID] });
  return (groupInfos as Data[])[0] ?? {};
};
const memberOf = async (groupID: string, userID: string): Promise<Data> => {
  const { members } = await town.act(town.adminID, '/group/get_group_members_info', { groupID, userIDs: [userID] });
  return (members as Data[] | null)?.[0] ?? {};
};
const rowOf = async (userID: string, groupID: string): Promise<Data> => {
  const asked = { ownerUserID: userID, conversationID: `sg_${groupID}` };
  return (await town.act(userID, '/conversation/get_conversation', asked)).conversation as Data;
};
const newest = async (userID: string, groupID: string) => {
  const { maxSeqs } = await town.act(userID, '/msg/newest_seq', { userID });
  return (maxSeqs as Record<string, number>)[`sg_${groupID}`];
};
const say = (sendID: string, groupID: string) => {
  const message = { sendID, groupID, senderPlatformID: 5, contentType: 101, sessionType: 3, content: { content: 'x' } };
  return town.ask(town.adminID, '/msg/send_msg', message);
};

test('joined groups stand by name, and a new name counts from the next joining on', async () => {
  const { groupID, ow, act } = await openGroup({ groupName: 'b' });
  const create = (groupName: string) =>
    town.act(ow, '/group/create_group', { ownerUserID: ow, groupInfo: { groupName, groupType: 2 } });
  await create('a');
  await create('C');
  const names = async () => {
    const { groups } = await town.act(ow, '/group/get_joined_group_list', { fromUserID: ow, ...PAGE });
    return (groups as Data[]).map(({ groupName }) => groupName);
  };
  assert.deepEqual(await names(), ['C', 'a', 'b']);
  await act(ow, 'set_group_info_ex', { groupName: 'A' });
  assert.deepEqual(await names(), ['C', 'a', 'A']);
  await create('d');
  assert.deepEqual(await names(), ['A', 'C', 'a', 'd']);
  assert.equal((await infoOf(groupID)).groupName, 'A');
});

test("a member's proposal becomes a membership that names who proposed", async () => {
  const { groupID, ow, ad, m1, x1, act } = await openGroup({ needVerification: 1 });
  await act(m1, 'invite_user_to_group', { invitedUserIDs: [x1] });
  assert.deepEqual(await memberOf(groupID, x1), {});
  await act(ow, 'group_application_response', { fromUserID: x1, handleResult: 1 });
  const { joinSource, inviterUserID, operatorUserID } = await memberOf(groupID, x1);
  assert.deepEqual([joinSource, inviterUserID, operatorUserID], [2, m1, ow]);
  await act(ow, 'kick_group', { kickedUserIDs: [x1] });
  await act(ad, 'invite_user_to_group', { invitedUserIDs: [x1] });
  assert.equal((await memberOf(groupID, x1)).inviterUserID, ad);
});

test('a dismissed group has its members for a moment, and none after that', async () => {
  const { groupID, ow, m1, act, refused } = await openGroup();
  const known = await town.act(m1, '/group/get_incremental_join_groups', { userID: m1 });
  mock.timers.enable({ apis: ['setTimeout'] });
  await act(ow, 'dismiss_group');
  assert.deepEqual(await refused(ow, 'dismiss_group'), [1204, 'group status is dismissed']);
  assert.deepEqual(await refused(m1, 'get_incremental_group_members'), [1204, '']);
  const batch = { userID: m1, reqList: [{ groupID }] };
  assert.deepEqual(await town.act(m1, '/group/get_incremental_group_members_batch', batch), {});
  mock.timers.tick(DISMISSAL_MS);
  mock.timers.reset();
  const { status, memberCount, ownerUserID } = await infoOf(groupID);
  assert.deepEqual([status, memberCount, ownerUserID], [2, 0, '']);
  assert.deepEqual(await refused(ow, 'dismiss_group'), [1004, `group ${groupID} owner not found`]);
  assert.deepEqual(await refused(m1, 'quit_group'), [500, 'mongo: no documents in result']);
  const delta = await town.act(m1, '/group/get_incremental_join_groups', { userID: m1, ...known });
  assert.deepEqual(delta.delete, [groupID]);
  assert.equal((await say(m1, groupID)).errCode, 1204);
});

test('who was looked for in vain is missing in other words for a while, until they come', async () => {
  const { ow, x1, act, refused } = await openGroup();
  const noRow = [500, 'mongo: no documents in result'];
  assert.deepEqual(await refused(x1, 'quit_group'), noRow);
  await act(ow, 'get_group_members_info', { userIDs: [x1] });
  assert.deepEqual(await refused(x1, 'quit_group'), [1004, 'cache is not found']);
  await act(ow, 'invite_user_to_group', { invitedUserIDs: [x1] });
  await act(x1, 'quit_group');
  assert.deepEqual(await refused(x1, 'quit_group'), noRow);
});

test('a list begins with the rows that somebody looked at before', async () => {
  const { ow, ad, m1, m2, act, set } = await openGroup();
  const listed = async (userID: string) => {
    const { members } = await act(userID, 'get_group_member_list', PAGE);
    return (members as Data[]).map((member) => member.userID);
  };
  assert.deepEqual(await listed(m2), [ow, m2, ad, m1]);
  assert.deepEqual(await listed(m2), [ow, ad, m1, m2]);
  await act(...set(ow, { userID: ad, nickname: 'n' }));
  assert.deepEqual(await listed(m2), [ow, ad, m1, m2]);
});

test('an heir is freed from a mute, and the old owner takes the place of the heir', async () => {
  const { groupID, ow, ad, m1, act } = await openGroup();
  await act(ow, 'mute_group_member', { userID: ad, mutedSeconds: 60 });
  assert.equal((await say(ad, groupID)).errCode, 1402);
  await act(ow, 'transfer_group', { oldOwnerUserID: ow, newOwnerUserID: ad });
  assert.equal((await say(ad, groupID)).errCode, 0);
  assert.deepEqual([(await memberOf(groupID, ow)).roleLevel, (await infoOf(groupID)).ownerUserID], [60, ad]);
  const { userIDs } = await act(m1, 'get_group_member_user_id');
  assert.deepEqual((userIDs as string[]).slice(0, 2), [ad, ow]);
});

test('whom an owner, an admin and a member may change', async () => {
  const { ow, ad, m1, m2, x1, act, refused, set } = await openGroup();
  await act(...set(ad, { userID: m1, nickname: 'n' }));
  await act(...set(ad, { userID: m1, roleLevel: 60 }));
  assert.deepEqual(await refused(...set(ad, { userID: m1, roleLevel: 20 })), [
    1002,
    'admin can not change other group admin',
  ]);
  assert.deepEqual(await refused(...set(ad, { userID: ow, ex: 'x' })), [1002, 'admin can not change group owner']);
  await act(...set(ad, { userID: ad, roleLevel: 20 }));
  assert.deepEqual(await refused(...set(m2, { userID: ad, ex: 'x' })), [
    1002,
    'ordinary users can not change other role level',
  ]);
  assert.deepEqual(await refused(...set(x1, { userID: m1, ex: 'x' })), [1002, 'user not in group']);
  assert.deepEqual(await refused(...set(x1, { userID: 'ghost', ex: 'x' })), [1001, 'user not in group']);
  await act(...set(town.adminID, { userID: ow, ex: 'from above' }));
});

test('all changes of one call are checked before the first is made', async () => {
  const { groupID, ow, m1, refused } = await openGroup();
  const members = [
    { groupID, userID: m1, nickname: 'new' },
    { groupID, userID: 'ghost', nickname: 'new' },
  ];
  assert.deepEqual(await refused(ow, 'set_group_member_info', { members }), [1001, 'user not in group']);
  assert.equal((await memberOf(groupID, m1)).nickname, m1);
  const twice = { members: [members[0], members[0]] };
  assert.deepEqual(await refused(ow, 'set_group_member_info', twice), [1001, `repeat group ${groupID} user ${m1}`]);
});

test('who was kicked keeps the chat up to that notice, and all of it after coming back', async () => {
  const { groupID, ow, m1, act } = await openGroup();
  await say(ow, groupID);
  await act(ow, 'kick_group', { kickedUserIDs: [m1] });
  await say(ow, groupID);
  assert.equal((await rowOf(m1, groupID)).maxSeq, 3);
  assert.equal(await newest(ow, groupID), 4);
  assert.equal((await say(m1, groupID)).errCode, 1203);
  await act(ow, 'invite_user_to_group', { invitedUserIDs: [m1] });
  assert.equal((await rowOf(m1, groupID)).maxSeq, 0);
});

test('a group made in silence has a chat from its first message on', async () => {
  const { groupID, ow, m1 } = await openGroup({}, { sendMessage: false });
  const rows = () => town.act(m1, '/conversation/get_all_conversations', { ownerUserID: m1 });
  assert.equal((await rows()).conversations, null);
  await say(ow, groupID);
  assert.equal((await rowOf(m1, groupID)).groupID, groupID);
});

test("an announcement marks the members' chats only when the server's admin makes it", async () => {
  const { groupID, ow, m1, act } = await openGroup();
  await act(ow, 'set_group_info_ex', { notification: 'read' });
  assert.equal((await rowOf(m1, groupID)).groupAtType, 0);
  await act(town.adminID, 'set_group_info_ex', { notification: ' ' });
  assert.equal((await rowOf(m1, groupID)).groupAtType, 0);
  await act(town.adminID, 'set_group_info_ex', { notification: 'read' });
  assert.equal((await rowOf(m1, groupID)).groupAtType, 4);
});

test('the first who is a member already ends an invitation, those before stay', async () => {
  const { groupID, ow, m1, x1, refused } = await openGroup();
  const [code, detail] = await refused(ow, 'invite_user_to_group', { invitedUserIDs: [x1, m1] });
  assert.equal(code, 500);
  assert.match(detail, new RegExp(`E11000 .*group_id: "${groupID}", user_id: "${m1}"`));
  assert.equal((await memberOf(groupID, x1)).userID, x1);
});

test('a new picture is a change in the groups where the member has none of their own', async () => {
  const { ow, m1, m2, act, set } = await openGroup();
  await act(...set(m2, { userID: m2, nickname: 'n', faceURL: 'f' }));
  const before = await act(ow, 'get_incremental_group_members');
  for (const userID of [m1, m2]) {
    await town.act(userID, '/user/update_user_info_ex', { userInfo: { userID, faceURL: 'new' } });
  }
  const { update } = await act(ow, 'get_incremental_group_members', before);
  assert.deepEqual(
    (update as Data[]).map(({ userID, faceURL }) => [userID, faceURL]),
    [[m1, 'new']],
  );
});

test('unmuting revives what was dismissed', async () => {
  const { groupID, ow, act } = await openGroup();
  // Its members are gone some moments later, which must not come in between.
  mock.timers.enable({ apis: ['setTimeout'] });
  await act(ow, 'dismiss_group');
  await act(ow, 'cancel_mute_group');
  assert.equal((await infoOf(groupID)).status, 0);
  mock.timers.reset();
});

test('the request of an unknown group kills the call of whoever is not its subject', async () => {
  const { ow, m1 } = await openGroup();
  const path = '/group/get_specified_user_group_request_info';
  assert.deepEqual(await town.act(ow, path, { groupID: 'nope', userID: ow }), { total: 0, groupRequests: null });
  await assert.rejects(town.ask(ow, path, { groupID: 'nope', userID: m1 }));
});

test('groups, members, logs and an unfinished dismissal survive a restart', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'groups-'));
  const first = await Town.open({ dataDir });
  await first.settle('ow', 'm1');
  for (const groupID of ['stays', 'goes']) {
    const groupInfo = { groupID, groupType: 2, needVerification: 1 };
    await first.act('ow', '/group/create_group', { ownerUserID: 'ow', memberUserIDs: ['m1'], groupInfo });
  }
  const known = await first.act('ow', '/group/get_incremental_group_members', { groupID: 'stays' });
  await first.act('ow', '/group/dismiss_group', { groupID: 'goes' });
  await first.stop();
  const second = await Town.open({ dataDir });
  await second.settle('ow', 'm1');
  const again = await second.act('ow', '/group/get_incremental_group_members', { groupID: 'stays', ...known });
  assert.deepEqual([again.full, again.version], [false, known.version]);
  const { groups, total } = await second.act('m1', '/group/get_joined_group_list', { fromUserID: 'm1', ...PAGE });
  assert.deepEqual([total, (groups as Data[])[0]?.groupID], [1, 'stays']);
  await second.stop();
  rmSync(dataDir, { recursive: true });
});
