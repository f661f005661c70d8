import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Data } from './receiver.ts';
import { allowing, goodNatured, Receiver } from './receiver.ts';
import { Town } from './town.ts';
import type { ApiAnswer } from './wire.ts';

/** A call's answer when the server broke down is no JSON. */
const recorded = JSON.parse(
  readFileSync(new URL('../recordings/callback-overrides.json', import.meta.url), 'utf8'),
) as Record<string, Data & { resp: ApiAnswer; stored: Record<string, Data[]> }>;
const RUN = '3153075';
const groupID = '24978495';

let receiver: Receiver;
let town: Town;
before(async () => {
  receiver = await Receiver.open();
  town = await Town.open({ callbacks: { url: receiver.url } });
  await town.settle('p1', 'p2', 'p3', `inv${RUN}`, `mj${RUN}`);
  const groupInfo = { groupID, groupName: 'mod', groupType: 2 };
  await town.act('p1', '/group/create_group', { ownerUserID: 'p1', memberUserIDs: ['p2'], groupInfo });
});
after(async () => {
  await town.stop();
  await receiver.close();
});

/** Calls while one callback is answered with more than a yes. */
const answered = async (about: string, more: object, call: () => Promise<unknown>): Promise<unknown> => {
  receiver.reply = (heard) => (heard.command === `callback${about}Command` ? allowing(more) : goodNatured(heard));
  const result = await call();
  receiver.reply = goodNatured;
  return result;
};

/** The status and text of a call that the server does not survive. */
const crash = async (userID: string, path: string, body: object): Promise<[number, string]> => {
  const headers = { operationID: 'op', token: town.token(userID) };
  const response = await fetch(town.sandbox.apiURL + path, { method: 'POST', headers, body: JSON.stringify(body) });
  return [response.status, await response.text()];
};

const without = (row: Data, ...keys: string[]): Data =>
  Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key)));

const register = (userID: string) =>
  town.ask(town.adminID, '/user/user_register', { users: [{ userID, nickname: 'orig' }] });
const profile = async (userID: string): Promise<Data> => {
  const { usersInfo } = await town.act(town.adminID, '/user/get_users_info', { userIDs: [userID] });
  return (usersInfo as Data[] | null)?.[0] ?? {};
};

test('who is registered is the answer’s to say', async () => {
  const { userRegister: changed, userRegister_replaceID: replaced } = recorded;
  const asWanted = {
    ...{ userID: `reg${RUN}`, nickname: 'CHANGED', faceURL: 'https://n', ex: 'EX' },
    ...{ appMangerLevel: 1, globalRecvMsgOpt: 0, createTime: 0 },
  };
  assert.deepEqual(
    await answered('BeforeUserRegister', { users: [asWanted] }, () => register(`reg${RUN}`)),
    changed?.resp,
  );
  const stored = changed?.stored.usersInfo?.[0] ?? {};
  assert.deepEqual(without(await profile(`reg${RUN}`), 'createTime'), without(stored, 'createTime'));
  const other = { userID: `hijack${RUN}`, nickname: 'H' };
  assert.deepEqual(
    await answered('BeforeUserRegister', { users: [other] }, () => register(`orig${RUN}`)),
    replaced?.resp,
  );
  const taken = replaced?.stored.usersInfo?.[0] ?? {};
  assert.deepEqual(without(await profile(`hijack${RUN}`), 'createTime'), without(taken, 'createTime'));
  assert.deepEqual(await profile(`orig${RUN}`), {});
});

test('a profile becomes what the answer wants, where the request has the field', async () => {
  const want = { userInfo: { userID: 'p1', nickname: 'want' } };
  const forced = { nickName: 'FORCED', faceURL: 'https://forced', ex: 'forcedEx' };
  const update = () => town.act('p1', '/user/update_user_info', want);
  await answered('BeforeUpdateUserInfo', forced, update);
  const { nickname, faceURL, ex } = await profile('p1');
  assert.deepEqual([nickname, faceURL, ex], ['FORCED', 'https://forced', 'forcedEx']);
  const updateEx = () => town.ask('p1', '/user/update_user_info_ex', want);
  const wrapped = { nickName: { value: 'FORCED2' } };
  assert.deepEqual(
    await answered('BeforeUpdateUserInfoEx', wrapped, updateEx),
    recorded.updateUserInfoEx_wrapperObject,
  );
  assert.equal((await profile('p1')).nickname, recorded.updateUserInfoEx_wrapperObject_stored);
  assert.deepEqual(
    await answered('BeforeUpdateUserInfoEx', { nickName: 'FORCED3' }, updateEx),
    recorded.updateUserInfoEx_plainString,
  );
  assert.equal((await profile('p1')).nickname, recorded.updateUserInfoEx_plainString_stored);
  const died = await answered('BeforeUpdateUserInfoEx', { ex: 'E' }, () =>
    crash('p1', '/user/update_user_info_ex', want),
  );
  assert.deepEqual(died, [500, recorded.updateUserInfoEx_exNotInRequest]);
});

const invite = (userID: string) => ({ groupID, reason: 'r', invitedUserIDs: [userID] });
const member = async (userID: string): Promise<Data> => {
  const { members } = await town.act(town.adminID, '/group/get_group_members_info', { groupID, userIDs: [userID] });
  return without((members as Data[] | null)?.[0] ?? {}, 'joinTime');
};

test('a new member comes as the answer describes them, and nameless ones kill the call', async () => {
  const { membersJoin, inviteRefused } = recorded;
  const wanted = membersJoin?.stored.members?.[0] ?? {};
  const described = { userID: 'p3', nickname: 'GN', faceURL: 'https://m', roleLevel: 60, ex: 'MEX' };
  const { muteEndTime } = wanted;
  const answer = { memberCallbackList: [{ ...described, muteEndTime }] };
  const call = () => town.ask('p1', '/group/invite_user_to_group', invite('p3'));
  assert.deepEqual(await answered('BeforeMembersJoinGroup', answer, call), membersJoin?.resp);
  assert.deepEqual(await member('p3'), without(wanted, 'joinTime'));
  const nameless = { memberCallbackList: [{ nickname: 'no user id' }] };
  const died = await answered('BeforeMembersJoinGroup', nameless, () =>
    crash('p1', '/group/invite_user_to_group', invite(`mj${RUN}`)),
  );
  assert.deepEqual(died, [500, recorded.membersJoin_missing_userID]);
  const refusing = { refusedMembersAccount: [`inv${RUN}`] };
  const ignored = () => town.ask('p1', '/group/invite_user_to_group', invite(`inv${RUN}`));
  assert.deepEqual(await answered('BeforeInviteJoinGroup', refusing, ignored), inviteRefused?.resp);
  assert.equal((await member(`inv${RUN}`)).userID, `inv${RUN}`);
});

interface Settings {
  answer: Data;
  resp: ApiAnswer;
  wanted: string;
  after: Data;
}

for (const [name, path] of [
  ['SetGroupInfoEx', '/group/set_group_info_ex'],
  ['SetGroupInfo', '/group/set_group_info'],
] as const) {
  test(`${name} takes from the answer what it should have echoed`, async () => {
    const rows = Object.entries(recorded).filter(([key]) => key.startsWith(`s${name.slice(1)}_`));
    assert.ok(rows.length > 1);
    for (const [key, row] of rows as unknown as [string, Settings][]) {
      const mark = row.wanted.replace('want', '');
      const asked = { groupID, groupName: row.wanted, notification: `note${mark}`, introduction: `intro${mark}` };
      const face = path.endsWith('_ex') ? {} : { faceURL: `https://f${mark}` };
      const body = path.endsWith('_ex') ? asked : { groupInfoForSet: { ...asked, ...face } };
      const resp = await answered(`Before${name}`, row.answer, () => town.ask('p1', path, body));
      assert.deepEqual(resp, row.resp, key);
      const { groupInfos } = await town.act('p1', '/group/get_groups_info', { groupIDs: [groupID] });
      const [info = {}] = groupInfos as Data[];
      for (const [field, value] of Object.entries(row.after)) assert.equal(info[field], value, `${key} ${field}`);
    }
  });
}

test('a group is founded as the answer wants it, but for its owner', async () => {
  const forced = {
    ...{ groupID: `gx${RUN}`, groupName: 'forced name', notification: 'N', introduction: 'I', faceURL: 'https://g' },
    ...{ ownerUserID: 'p2', ex: 'EX', status: 0, creatorUserID: 'p3', groupType: 2 },
    ...{ needVerification: 2, lookMemberInfo: 1, applyMemberFriend: 1 },
  };
  const groupInfo = { groupName: 'want', groupType: 2 };
  const body = { ownerUserID: 'p1', memberUserIDs: ['p2'], groupInfo };
  const made = (await answered('BeforeCreateGroup', forced, () => town.act('p1', '/group/create_group', body))) as Data;
  const { ownerUserID, applyMemberFriend, ...rest } = made.groupInfo as Data;
  assert.deepEqual([ownerUserID, applyMemberFriend], ['p1', 0]);
  const { ownerUserID: _, applyMemberFriend: __, ...honoured } = forced;
  for (const [field, value] of Object.entries(honoured)) assert.equal(rest[field], value, field);
});

test('a member is set as the answer wants it', async () => {
  const row = recorded.setGroupMemberInfo;
  const forced = { nickName: 'NK', faceURL: 'https://k', roleLevel: 60, ex: 'X' };
  const body = { members: [{ groupID, userID: 'p2', nickname: 'want' }] };
  const call = () => town.ask('p1', '/group/set_group_member_info', body);
  assert.deepEqual(await answered('BeforeSetGroupMemberInfo', forced, call), row?.resp);
  assert.deepEqual(await member('p2'), without(row?.stored.members?.[0] ?? {}, 'joinTime'));
});

test('remarks and imported friends are the answer’s to choose', async () => {
  const { friendRemark, importFriends } = recorded;
  const imported = (friendUserID: string) => () =>
    town.ask(town.adminID, '/friend/import_friend', { ownerUserID: 'p2', friendUserIDs: [friendUserID] });
  await imported('p1')();
  const remark = { ownerUserID: 'p2', friendUserID: 'p1', remark: 'want' };
  const call = () => town.ask('p2', '/friend/set_friend_remark', remark);
  assert.deepEqual(await answered('BeforeSetFriendRemark', { remark: 'forcedRemark' }, call), friendRemark?.resp);
  const { friendsInfo } = await town.act('p2', '/friend/get_friend_list', {
    userID: 'p2',
    pagination: { pageNumber: 1, showNumber: 10 },
  });
  assert.deepEqual(
    (friendsInfo as Data[]).map((friend) => friend.remark),
    friendRemark?.stored,
  );
  const other = await answered('BeforeImportFriends', { friendUserIDs: ['p3'] }, imported('p1'));
  assert.deepEqual(other, importFriends?.resp);
  const { userIDs } = await town.act('p2', '/friend/get_full_friend_user_ids', { userID: 'p2' });
  assert.deepEqual(userIDs, importFriends?.stored.friendIDs);
});
