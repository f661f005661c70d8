import type { Data } from './receiver.ts';
import type { Town } from './town.ts';
import type { ApiAnswer, Client } from './wire.ts';
import { textMessage } from './wire.ts';

/** Two people who talk, a group of theirs, and as many newcomers as it takes. */
export interface Scene {
  town: Town;
  groupID: string;
  one: Client;
  two: Client;
}

/** Does what makes the server ask; `turn` is another one each time. */
type Trigger = (scene: Scene, turn: number) => Promise<ApiAnswer>;

export const openScene = async (town: Town): Promise<Scene> => {
  await town.settle('one', 'two');
  const groupInfo = { groupID: 'circle', groupName: 'circle', groupType: 2 };
  await town.act('one', '/group/create_group', { ownerUserID: 'one', memberUserIDs: ['two'], groupInfo });
  const [one, two] = [await town.client('one'), await town.client('two')];
  return { town, groupID: 'circle', one, two };
};

const newcomer = async ({ town }: Scene, turn: number): Promise<string> => {
  const userID = `new${turn}`;
  await town.settle(userID);
  return userID;
};

const sent = ({ town }: Scene, to: Data): Promise<ApiAnswer> =>
  town.ask(town.adminID, '/msg/send_msg', {
    ...{ sendID: 'one', senderPlatformID: 1, contentType: 101, content: { content: 'x' } },
    ...to,
  });

const invited = async (scene: Scene, turn: number): Promise<ApiAnswer> => {
  const invitedUserIDs = [await newcomer(scene, turn)];
  return scene.town.ask('one', '/group/invite_user_to_group', { groupID: scene.groupID, reason: 'r', invitedUserIDs });
};

const asked = async ({ town }: Scene, turn: number): Promise<{ fromUserID: string; toUserID: string }> => {
  const toUserID = await newcomer({ town } as Scene, turn);
  return { fromUserID: 'one', toUserID };
};

export const TRIGGERS: Record<string, Trigger> = {
  callbackBeforeSendSingleMsgCommand: (scene) => sent(scene, { sessionType: 1, recvID: 'two' }),
  callbackBeforeMsgModifyCommand: (scene) => sent(scene, { sessionType: 1, recvID: 'two' }),
  callbackBeforeSendGroupMsgCommand: (scene) => sent(scene, { sessionType: 3, groupID: scene.groupID }),
  callbackBeforeUserRegisterCommand: ({ town }, turn) =>
    town.ask(town.adminID, '/user/user_register', { users: [{ userID: `fresh${turn}`, nickname: 'fresh' }] }),
  callbackBeforeUpdateUserInfoCommand: ({ town }, turn) =>
    town.ask('one', '/user/update_user_info', { userInfo: { userID: 'one', nickname: `n${turn}` } }),
  callbackBeforeUpdateUserInfoExCommand: ({ town }, turn) =>
    town.ask('one', '/user/update_user_info_ex', { userInfo: { userID: 'one', nickname: `n${turn}` } }),
  callbackBeforeCreateGroupCommand: ({ town }) =>
    town.ask('one', '/group/create_group', { ownerUserID: 'one', groupInfo: { groupName: 'g', groupType: 2 } }),
  callbackBeforeMembersJoinGroupCommand: invited,
  callbackBeforeInviteJoinGroupCommand: invited,
  callbackBeforeJoinGroupCommand: async (scene, turn) => {
    const userID = await newcomer(scene, turn);
    const knock = { groupID: scene.groupID, reqMessage: 'r', joinSource: 3, inviterUserID: userID };
    return scene.town.ask(userID, '/group/join_group', knock);
  },
  callbackBeforeSetGroupMemberInfoCommand: ({ town, groupID }, turn) =>
    town.ask('one', '/group/set_group_member_info', { members: [{ groupID, userID: 'two', nickname: `n${turn}` }] }),
  callbackBeforeSetGroupInfoExCommand: ({ town, groupID }, turn) =>
    town.ask('one', '/group/set_group_info_ex', { groupID, introduction: `i${turn}` }),
  callbackBeforeAddFriendCommand: async (scene, turn) =>
    scene.town.ask('one', '/friend/add_friend', { ...(await asked(scene, turn)), reqMsg: 'hi' }),
  callbackBeforeAddFriendAgreeCommand: async (scene, turn) => {
    const pair = await asked(scene, turn);
    await scene.town.act('one', '/friend/add_friend', pair);
    return scene.town.ask(pair.toUserID, '/friend/add_friend_response', { ...pair, handleResult: 1 });
  },
  callbackBeforeImportFriendsCommand: async (scene, turn) => {
    const body = { ownerUserID: 'one', friendUserIDs: [await newcomer(scene, turn)] };
    return scene.town.ask(scene.town.adminID, '/friend/import_friend', body);
  },
  callbackBeforeAddBlackCommand: async (scene, turn) =>
    scene.town.ask('one', '/friend/add_black', { ownerUserID: 'one', blackUserID: await newcomer(scene, turn) }),
};

/** Says something over the WebSocket, to `two`, to the group, or to somebody who is new. */
export const say = async (
  { one, groupID }: Scene,
  words: string,
  to: 'two' | 'group' | { newcomer: string } = 'two',
): Promise<{ errCode: number; errMsg: string } | undefined> => {
  const recvID = to === 'two' ? 'two' : to === 'group' ? '' : to.newcomer;
  const change = to === 'group' ? { sessionType: 3, groupID } : {};
  const reply = await one.ask(1003, textMessage('one', recvID, words, change));
  return reply && { errCode: reply.errCode, errMsg: reply.errMsg };
};
