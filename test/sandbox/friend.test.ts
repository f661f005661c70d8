import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Data } from './town.ts';
import { Town } from './town.ts';

let town: Town;
before(async () => {
  town = await Town.open();
});
after(() => town.stop());

const PAGE = { pagination: { pageNumber: 1, showNumber: 20 } };

let count = 0;
/** Users of their own for each test. */
const newcomers = async <N extends number>(howMany: N): Promise<string[]> => {
  count += 1;
  const userIDs = Array.from({ length: howMany }, (_, index) => `f${count}_${index}`);
  await town.settle(...userIDs);
  return userIDs;
};

const ask = (from: string, to: string, reqMsg = '') =>
  town.act(from, '/friend/add_friend', { fromUserID: from, toUserID: to, reqMsg });
const answer = (from: string, to: string, handleResult: number) =>
  town.act(to, '/friend/add_friend_response', { fromUserID: from, toUserID: to, handleResult, handleMsg: 'm' });
const areFriends = (one: string, other: string) => town.act(one, '/friend/is_friend', { userID1: one, userID2: other });
const befriend = (ownerUserID: string, ...friendUserIDs: string[]) =>
  town.act(town.adminID, '/friend/import_friend', { ownerUserID, friendUserIDs });
const sync = (userID: string, known: Data = {}) =>
  town.act(userID, '/friend/get_incremental_friends', { userID, ...known });
const received = async (userID: string) =>
  (await town.act(userID, '/friend/get_friend_apply_list', { userID, ...PAGE })).FriendRequests as Data[];

test('two who asked each other need one yes, and both requests are handled by it', async () => {
  const [ann = '', bo = ''] = await newcomers(2);
  await ask(ann, bo);
  await ask(bo, ann);
  await answer(ann, bo, 1);
  const both = (await town.act(ann, '/friend/get_designated_friend_apply', { fromUserID: ann, toUserID: bo })) as Data;
  const rows = both.friendRequests as Data[];
  assert.deepEqual(
    rows.map(({ handleResult, handlerUserID, handleMsg }) => [handleResult, handlerUserID, handleMsg]),
    [
      [1, bo, 'm'],
      [1, bo, ''],
    ],
  );
  assert.deepEqual(await areFriends(ann, bo), { inUser1Friends: true, inUser2Friends: true });
});

test('a refused request may be made again, and remembers when it was handled', async () => {
  const [ann = '', bo = ''] = await newcomers(2);
  await ask(ann, bo, 'one');
  await answer(ann, bo, -1);
  const [refused] = await received(bo);
  assert.equal(refused?.handlerUserID, '');
  await ask(ann, bo, 'two');
  const [again] = await received(bo);
  assert.deepEqual([again?.handleResult, again?.reqMsg, again?.handleMsg], [0, 'two', '']);
  assert.equal(again?.handleTime, refused?.handleTime);
});

test('what was handled is neither refused nor agreed to again, and both say so in their own words', async () => {
  const [ann = '', bo = ''] = await newcomers(2);
  await ask(ann, bo);
  await answer(ann, bo, -1);
  const again = (handleResult: number) =>
    town.refused(bo, '/friend/add_friend_response', { fromUserID: ann, toUserID: bo, handleResult });
  assert.deepEqual(await again(-1), [1305, `friend request has already been processed, from=${ann}, to=${bo}`]);
  assert.deepEqual(await again(1), [1001, 'the friend request has been processed']);
});

test('requests are listed the newest first, however fast they came', async () => {
  const [ann = '', ...others] = await newcomers(6);
  await Promise.all(others.map((other) => ask(other, ann)));
  for (const other of others) await ask(other, ann);
  assert.deepEqual(
    (await received(ann)).map(({ fromUserID }) => fromUserID),
    others.toReversed(),
  );
});

test('dropping a friend leaves the other row, and asking is possible until both are there again', async () => {
  const [ann = '', bo = ''] = await newcomers(2);
  await befriend(ann, bo);
  await town.act(ann, '/friend/delete_friend', { ownerUserID: ann, friendUserID: bo });
  assert.deepEqual(await areFriends(ann, bo), { inUser1Friends: false, inUser2Friends: true });
  await ask(ann, bo);
  await answer(ann, bo, 1);
  const refusal = await town.refused(bo, '/friend/add_friend', { fromUserID: bo, toUserID: ann });
  assert.deepEqual(refusal, [1304, 'already friends has f']);
});

test('pinned friends head the list at once, the ids only after the list itself changed', async () => {
  const [ann = '', bo = '', cy = '', di = ''] = await newcomers(4);
  await befriend(ann, bo, cy);
  const ids = async () => (await town.act(ann, '/friend/get_friend_id', { userID: ann })).friendIDs;
  assert.deepEqual(await ids(), [bo, cy]);
  await town.act(ann, '/friend/update_friends', { ownerUserID: ann, friendUserIDs: [cy], isPinned: true });
  const { friendsInfo } = await town.act(ann, '/friend/get_friend_list', { userID: ann, ...PAGE });
  assert.deepEqual(
    (friendsInfo as { friendUser: Data }[]).map(({ friendUser }) => friendUser.userID),
    [cy, bo],
  );
  assert.deepEqual(await ids(), [bo, cy]);
  await befriend(ann, di);
  assert.deepEqual(await ids(), [cy, bo, di]);
});

test('a change of name reaches the delta of every friend, a change of ex does not', async () => {
  const [ann = '', bo = ''] = await newcomers(2);
  await befriend(ann, bo);
  const before = await sync(bo);
  const rename = (change: object) =>
    town.act(ann, '/user/update_user_info_ex', { userInfo: { userID: ann, ...change } });
  await rename({ ex: 'x' });
  assert.equal((await sync(bo, before)).version, before.version);
  await rename({ nickname: 'Anna' });
  const { version, update } = await sync(bo, before);
  assert.equal(version, Number(before.version) + 1);
  assert.deepEqual((update as { friendUser: Data }[])[0]?.friendUser.nickname, 'Anna');
});

test('an import is one version for its owner, and dropping a stranger is one as well', async () => {
  const [ann = '', bo = '', cy = ''] = await newcomers(3);
  const before = await sync(ann);
  await befriend(ann, bo, cy);
  const { version, insert } = await sync(ann, before);
  assert.equal(version, Number(before.version) + 1);
  assert.equal((insert as unknown[]).length, 2);
  await town.act(bo, '/friend/delete_friend', { ownerUserID: bo, friendUserID: cy });
  assert.equal((await sync(bo)).version, 2);
});

test('who is blocked stands beside the friendship, which goes on', async () => {
  const [ann = '', bo = ''] = await newcomers(2);
  await befriend(ann, bo);
  await town.act(ann, '/friend/add_black', { ownerUserID: ann, blackUserID: bo, ex: 'why' });
  const asked = { ownerUserID: ann, userIDList: [bo, 'ghost'] };
  const { infos } = await town.act(ann, '/friend/get_specified_friends_info', asked);
  const [info, ...more] = infos as { friendInfo: Data; blackInfo: Data }[];
  assert.equal(more.length, 0);
  assert.deepEqual(
    [info?.blackInfo.ex, info?.blackInfo.blackUserInfo, info?.friendInfo.friendUser],
    ['why', null, null],
  );
});

test('friends, requests and blacklists are there after a restart', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'friends-'));
  const first = await Town.open({ dataDir });
  await first.settle('al', 'bo', 'cy');
  await first.act('imAdmin', '/friend/import_friend', { ownerUserID: 'al', friendUserIDs: ['bo'] });
  await first.act('al', '/friend/add_friend', { fromUserID: 'al', toUserID: 'cy', reqMsg: 'hi' });
  await first.act('al', '/friend/add_black', { ownerUserID: 'al', blackUserID: 'cy' });
  const known = await first.act('al', '/friend/get_incremental_friends', { userID: 'al' });
  await first.stop();
  const second = await Town.open({ dataDir });
  await second.settle('al');
  const again = await second.act('al', '/friend/get_incremental_friends', { userID: 'al', ...known });
  assert.deepEqual([again.full, again.version], [false, known.version]);
  assert.equal((await second.act('al', '/friend/get_self_friend_apply_list', { userID: 'al', ...PAGE })).total, 1);
  assert.equal((await second.act('al', '/friend/get_black_list', { userID: 'al', ...PAGE })).total, 1);
  await second.stop();
  rmSync(dataDir, { recursive: true });
});
