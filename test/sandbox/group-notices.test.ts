import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Notice } from './town.ts';
import { holdToRecordings, Town } from './town.ts';
import { patiently } from './wire.ts';

const GROUP = 'tea';

let town: Town;
let annHears: () => Notice[];
let boHears: () => Notice[];
before(async () => {
  town = await Town.open();
  await town.settle('ann', 'bo', 'cy', 'di', 'ed');
  annHears = await town.listen('ann');
  boHears = await town.listen('bo');
});
after(() => town.stop());

const set = (change: object) =>
  town.act('ann', '/group/set_group_member_info', { members: [{ groupID: GROUP, ...change }] });
const inGroup = (userID: string, path: string, rest: object = {}) =>
  town.act(userID, path, { groupID: GROUP, ...rest });

const letIn = async (userID: string, handleResult: number) => {
  await inGroup(userID, '/group/join_group', { joinSource: 3, inviterUserID: userID, reqMessage: 'please' });
  await inGroup('ann', '/group/group_application_response', { fromUserID: userID, handleResult, handledMsg: 'so' });
};

test('what is told of groups has the fields, the box and the texts of the recordings', async () => {
  const groupInfo = { groupID: GROUP, groupName: 'Tea', groupType: 2, notification: 'hello' };
  await town.act('ann', '/group/create_group', { ownerUserID: 'ann', memberUserIDs: ['bo'], groupInfo });
  await inGroup('ann', '/group/set_group_info_ex', { groupName: 'Green tea', introduction: 'i' });
  await letIn('cy', -1);
  await letIn('cy', 1);
  await inGroup('ann', '/group/invite_user_to_group', { invitedUserIDs: ['di', 'ed'] });
  await set({ userID: 'bo', nickname: 'b' });
  await set({ userID: 'bo', roleLevel: 60 });
  await set({ userID: 'bo', roleLevel: 20 });
  await inGroup('ann', '/group/mute_group_member', { userID: 'bo', mutedSeconds: 9 });
  await inGroup('ann', '/group/cancel_mute_group_member', { userID: 'bo' });
  await inGroup('ann', '/group/mute_group');
  await inGroup('ann', '/group/cancel_mute_group');
  await inGroup('cy', '/group/quit_group');
  await inGroup('ann', '/group/kick_group', { kickedUserIDs: ['di'] });
  await inGroup('ann', '/group/transfer_group', { oldOwnerUserID: 'ann', newOwnerUserID: 'bo' });
  await inGroup('bo', '/group/dismiss_group');
  const kinds = Array.from({ length: 20 }, (_, index) => 1501 + index);
  await holdToRecordings(annHears, kinds);
});

test('what stands in the chat came before the same notice beside it, and a role change stands beside it only', async () => {
  assert.ok(await patiently(() => boHears().some(({ contentType }) => contentType === 1511)));
  const created = boHears().filter(({ contentType }) => contentType === 1501);
  assert.deepEqual(
    created.map(({ conversationID, seq }) => [conversationID, seq]),
    [
      [`sg_${GROUP}`, 1],
      [`n_${GROUP}`, 0],
    ],
  );
  const roles = boHears().filter(({ contentType }) => contentType === 1517);
  assert.deepEqual(
    roles.map(({ conversationID }) => conversationID),
    [`n_${GROUP}`],
  );
});

test("the server's admin appears as an admin of the group", async () => {
  const groupInfo = { groupID: 'cake', groupType: 2 };
  await town.act('ann', '/group/create_group', { ownerUserID: 'ann', memberUserIDs: ['bo'], groupInfo });
  await town.act(town.adminID, '/group/mute_group', { groupID: 'cake' });
  const isIt = ({ contentType, conversationID }: Notice) => contentType === 1514 && conversationID === 'sg_cake';
  assert.ok(await patiently(() => annHears().some(isIt)));
  const { opUser } = (annHears().find(isIt)?.detail ?? {}) as { opUser?: Record<string, unknown> };
  const { userID, nickname, roleLevel, appMangerLevel, joinTime } = opUser ?? {};
  const shown = { userID, nickname, roleLevel, appMangerLevel, joinTime };
  assert.deepEqual(shown, { userID: 'imAdmin', nickname: 'superAdmin', roleLevel: 60, appMangerLevel: 2, joinTime: 0 });
});
