import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Town } from './town.ts';

interface Row {
  path: string;
  own: number;
  other: number;
  admin: number;
}

const { routeMatrix } = JSON.parse(readFileSync(new URL('../recordings/extra.json', import.meta.url), 'utf8')) as {
  routeMatrix: Row[];
};

let town: Town;
before(async () => {
  town = await Town.open();
  await town.settle('own', 'other', 'third');
});
after(() => town.stop());

const pagination = { pageNumber: 1, showNumber: 10 };
let turn = 0;

/** What is asked of each route, about somebody. */
const BODIES: Record<string, (userID: string) => object> = {
  '/user/get_users_info': (userID) => ({ userIDs: [userID] }),
  '/user/update_user_info': (userID) => ({ userInfo: { userID, nickname: 'n' } }),
  '/user/update_user_info_ex': (userID) => ({ userInfo: { userID, nickname: 'n' } }),
  '/user/get_users': () => ({ pagination }),
  '/user/get_users_online_status': (userID) => ({ userIDs: [userID] }),
  '/user/get_users_status': (userID) => ({ userID, userIDs: [userID] }),
  '/user/user_register': () => ({ users: [{ userID: `reg${++turn}`, nickname: 'n' }] }),
  '/friend/get_friend_list': (userID) => ({ userID, pagination }),
  '/friend/get_friend_apply_list': (userID) => ({ userID, pagination }),
  '/friend/is_friend': (userID) => ({ userID1: userID, userID2: 'third' }),
  '/friend/import_friend': (userID) => ({ ownerUserID: userID, friendUserIDs: ['third'] }),
  '/group/create_group': (userID) => ({ ownerUserID: userID, groupInfo: { groupName: 'g', groupType: 2 } }),
  '/group/get_joined_group_list': (userID) => ({ fromUserID: userID, pagination }),
  '/conversation/get_all_conversations': (userID) => ({ ownerUserID: userID }),
  '/conversation/get_incremental_conversations': (userID) => ({ userID, version: 0, versionID: '' }),
  '/msg/search_msg': (userID) => ({ sendID: userID, pagination }),
  '/msg/send_msg': (userID) => ({
    ...{ sendID: userID, recvID: 'third', sessionType: 1, contentType: 101, senderPlatformID: 1 },
    content: { content: 'x' },
  }),
  '/msg/user_clear_all_msg': (userID) => ({ userID }),
  '/msg/get_server_time': () => ({}),
  '/auth/get_user_token': (userID) => ({ userID, platformID: 3 }),
  '/third/fcm_update_token': (userID) => ({ platformID: 1, fcmToken: 't', account: userID, expireTime: 1 }),
  '/jssdk/get_active_conversations': (userID) => ({ ownerUserID: userID, count: 10 }),
  '/statistics/user/register': () => ({}),
  '/config/get_config_list': () => ({}),
};

for (const { path, own, other, admin } of routeMatrix) {
  test(`${path}: for oneself ${own}, about another ${other}, for the admin ${admin}`, async () => {
    const body = BODIES[path];
    assert.ok(body);
    assert.equal((await town.ask('own', path, body('own'))).errCode, own);
    assert.equal((await town.ask('own', path, body('other'))).errCode, other);
    assert.equal((await town.ask(town.adminID, path, body('own'))).errCode, admin);
  });
}
