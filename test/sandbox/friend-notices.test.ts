import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Notice } from './town.ts';
import { holdToRecordings, Town } from './town.ts';
import { patiently } from './wire.ts';

let town: Town;
let annHears: () => Notice[];
let boHears: () => Notice[];
before(async () => {
  town = await Town.open();
  await town.settle('ann', 'bo', 'cy');
  annHears = await town.listen('ann');
  boHears = await town.listen('bo');
});
after(() => town.stop());

test('what is told of friends has the fields, the box and the texts of the recordings', async () => {
  const pair = { fromUserID: 'ann', toUserID: 'bo' };
  await town.act('ann', '/friend/add_friend', { ...pair, reqMsg: 'hey', ex: '' });
  await town.act('bo', '/friend/add_friend_response', { ...pair, handleResult: -1, handleMsg: 'no' });
  await town.act('ann', '/friend/add_friend', { ...pair, reqMsg: 'hey', ex: '' });
  await town.act('bo', '/friend/add_friend_response', { ...pair, handleResult: 1, handleMsg: 'ok' });
  await town.act('ann', '/friend/set_friend_remark', { ownerUserID: 'ann', friendUserID: 'bo', remark: 'b' });
  await town.act('ann', '/friend/update_friends', { ownerUserID: 'ann', friendUserIDs: ['bo'], isPinned: true });
  await town.act('ann', '/user/update_user_info_ex', { userInfo: { userID: 'ann', nickname: 'Anna' } });
  await town.act('ann', '/friend/delete_friend', { ownerUserID: 'ann', friendUserID: 'bo' });
  await town.act('ann', '/friend/add_black', { ownerUserID: 'ann', blackUserID: 'bo' });
  await town.act('ann', '/friend/remove_black', { ownerUserID: 'ann', blackUserID: 'bo' });
  await holdToRecordings(annHears, [1201, 1202, 1203, 1205, 1206, 1207, 1208, 1209, 1210]);
});

test('both sides hear of a request, and a third does not', async () => {
  await town.act('cy', '/friend/add_friend', { fromUserID: 'cy', toUserID: 'bo', reqMsg: 'me', ex: '' });
  const isIt = ({ contentType, conversationID }: Notice) => contentType === 1203 && conversationID === 'n_bo_cy';
  assert.ok(await patiently(() => boHears().some(isIt)));
  assert.equal(annHears().some(isIt), false);
});

test('an agreement is also the first message of the chat', async () => {
  await town.act('bo', '/friend/add_friend_response', { fromUserID: 'cy', toUserID: 'bo', handleResult: 1 });
  const isIt = ({ box, conversationID }: Notice) => box === 'msgs' && conversationID === 'si_bo_cy';
  assert.ok(await patiently(() => boHears().some(isIt)));
  assert.equal(boHears().find(isIt)?.seq, 1);
});
