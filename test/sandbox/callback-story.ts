import { randomBytes } from 'node:crypto';
import type { Receiver } from './receiver.ts';
import { Town } from './town.ts';
import { type Client, textMessage } from './wire.ts';

/** What the recorder did, call by call, so that each callback has what it had then. */
const PEOPLE = ['u1', 'u2', 'u3', 'u4', 'u5'];

const anID = (): string => randomBytes(16).toString('hex');
const face = (name: string): string => `https://cdn.example/${name}.png`;

const meet = async (town: Town): Promise<void> => {
  const add = { fromUserID: 'u1', toUserID: 'u2', reqMsg: 'hi', ex: 'e' };
  const other = { fromUserID: 'u1', toUserID: 'u3', reqMsg: 'hey' };
  await town.act('u1', '/friend/add_friend', add);
  await town.act('u2', '/friend/add_friend_response', { ...add, handleResult: 1, handleMsg: 'ok' });
  await town.act('u1', '/friend/add_friend', other);
  await town.act('u3', '/friend/add_friend_response', { ...other, handleResult: -1, handleMsg: 'no' });
  await town.act('u1', '/friend/set_friend_remark', { ownerUserID: 'u1', friendUserID: 'u2', remark: 'buddy' });
  await town.act('u1', '/user/update_user_info_ex', { userInfo: { userID: 'u1', faceURL: face('u1d') } });
  await town.act(town.adminID, '/friend/import_friend', { ownerUserID: 'u4', friendUserIDs: ['u1', 'u5'] });
  await town.act('u1', '/friend/add_black', { ownerUserID: 'u1', blackUserID: 'u5' });
  await town.act('u1', '/friend/remove_black', { ownerUserID: 'u1', blackUserID: 'u5' });
  await town.act('u4', '/friend/delete_friend', { ownerUserID: 'u4', friendUserID: 'u5' });
};

const found = async (town: Town): Promise<string> => {
  const { groupInfo } = await town.act('u1', '/group/create_group', {
    ownerUserID: 'u1',
    adminUserIDs: ['u3'],
    memberUserIDs: ['u2'],
    groupInfo: {
      groupName: 'g one',
      notification: 'note',
      introduction: 'intro',
      faceURL: face('g'),
      ex: '{"g":1}',
      groupType: 2,
    },
  });
  return (groupInfo as { groupID: string }).groupID;
};

const describe = async (town: Town, groupID: string): Promise<void> => {
  const settings = { needVerification: 0, lookMemberInfo: 0, applyMemberFriend: 0 };
  const groupInfoForSet = { groupID, groupName: 'g renamed', notification: 'n2', ex: 'x', ...settings };
  await town.act('u1', '/group/set_group_info', { groupInfoForSet });
  await town.act('u1', '/group/set_group_info_ex', { groupID, introduction: 'intro2', needVerification: 1 });
  await town.act('u1', '/group/set_group_info_ex', { groupID, groupName: 'g3', faceURL: '', ex: '' });
};

const comeAndGo = async (town: Town, groupID: string): Promise<void> => {
  const knock = { groupID, reqMessage: 'let me in', joinSource: 3, inviterUserID: 'u4', ex: 'jx' };
  await town.act('u4', '/group/join_group', knock);
  const answer = { groupID, fromUserID: 'u4', handledMsg: 'yes', handleResult: 1 };
  await town.act('u1', '/group/group_application_response', answer);
  await town.act('u1', '/group/invite_user_to_group', { groupID, reason: 'come', invitedUserIDs: ['u5'] });
  const member = { groupID, userID: 'u2' };
  const first = { ...member, nickname: 'deuce', faceURL: face('d'), roleLevel: 60, ex: 'mx' };
  await town.act('u1', '/group/set_group_member_info', { members: [first] });
  await town.act('u1', '/group/set_group_member_info', { members: [{ ...member, nickname: 'deuce2' }] });
  await town.act('u1', '/group/kick_group', { groupID, kickedUserIDs: ['u5'], reason: 'bye' });
  await town.act('u4', '/group/quit_group', { groupID });
  const hands = { groupID, oldOwnerUserID: 'u1', newOwnerUserID: 'u3' };
  await town.act('u1', '/group/transfer_group', hands);
  await town.act('u3', '/group/set_group_info_ex', { groupID, needVerification: 2 });
  const walkIn = { groupID, reqMessage: 'direct', joinSource: 4, inviterUserID: 'u5' };
  await town.act('u5', '/group/join_group', walkIn);
};

const send = (town: Town, body: object): Promise<unknown> =>
  town.act(town.adminID, '/msg/send_msg', { sendID: 'u1', senderPlatformID: 1, ...body });

const talk = async (town: Town, groupID: string, clients: { u1: Client; u2: Client }): Promise<void> => {
  const words = (content: string) => ({ contentType: 101, content: { content } });
  const toOne = { sessionType: 1, recvID: 'u2', senderNickname: 'U1', senderFaceURL: 'https://f/x.png', ex: 'mex' };
  await send(town, { ...toOne, ...words('rest single') });
  await send(town, { sessionType: 3, groupID, ...words('rest group') });
  const mention = { text: '@U2 hi', atUserList: ['u2'], isAtSelf: false };
  await send(town, { sessionType: 3, groupID, contentType: 106, content: mention });
  await clients.u2.ask(1003, textMessage('u2', '', 'ws group', { sessionType: 3, groupID, clientMsgID: anID() }));
  await clients.u1.ask(1003, textMessage('u1', 'u2', 'ws single to read+revoke', { clientMsgID: anID() }));
  const batch = { sendID: 'u1', senderPlatformID: 1, sessionType: 1, recvIDs: ['u2', 'u3'], ...words('batch') };
  await town.act(town.adminID, '/msg/batch_send_msg', batch);
  const key = Buffer.from(JSON.stringify({ sendID: 'u2', recvID: 'u1', groupID: '' })).toString('base64');
  await town.act(town.adminID, `/msg/send_simple_msg?key=${encodeURIComponent(key)}`, { content: '**md** simple' });
};

const read = async (town: Town, groupID: string): Promise<void> => {
  const chat = { conversationID: 'si_u1_u2', userID: 'u2' };
  const group = { conversationID: `sg_${groupID}`, hasReadSeq: 2, seqs: [1, 2] };
  await town.act('u2', '/msg/mark_msgs_as_read', { ...chat, seqs: [1, 2] });
  await town.act('u2', '/msg/mark_conversation_as_read', { ...chat, hasReadSeq: 3, seqs: [3] });
  await town.act('u2', '/msg/mark_conversation_as_read', { ...group, userID: 'u2' });
  await town.act('u3', '/msg/mark_conversation_as_read', { ...group, userID: 'u3' });
  await town.act('u1', '/msg/revoke_msg', { conversationID: 'si_u1_u2', seq: 3, userID: 'u1' });
  await town.act('u3', '/msg/revoke_msg', { conversationID: `sg_${groupID}`, seq: 5, userID: 'u3' });
};

interface Story {
  town: Town;
  groupID: string;
  operationID: string;
  end(): Promise<void>;
}

/** Drives a sandbox through all that makes it send a callback. */
export const liveThroughAll = async (receiver: Receiver, { dismisses = true } = {}): Promise<Story> => {
  const town = await Town.open({ callbacks: { url: receiver.url } });
  const users = PEOPLE.map((userID) => ({ userID, nickname: userID.toUpperCase(), faceURL: face(userID) }));
  await town.act(town.adminID, '/user/user_register', { users });
  await town.enter(...PEOPLE);
  const clients = { u1: await town.client('u1'), u2: await town.client('u2'), u3: await town.client('u3') };
  await receiver.told('callbackAfterUserOnlineCommand', 3);
  await clients.u1.ask(1003, textMessage('u1', 'u2', 'hello u2', { clientMsgID: anID() }), {
    operationID: 'op-u1-1003-2',
  });
  await town.act('u1', '/user/update_user_info', { userInfo: { userID: 'u1', nickname: 'U1b', faceURL: face('u1b') } });
  await town.act('u1', '/user/update_user_info_ex', { userInfo: { userID: 'u1', nickname: 'U1c' } });
  await meet(town);
  const groupID = await found(town);
  await describe(town, groupID);
  await comeAndGo(town, groupID);
  await talk(town, groupID, clients);
  await read(town, groupID);
  if (!dismisses) {
    await receiver.told('callbackAfterMsgSaveDBCommand', 7);
    return { town, groupID, operationID: '', end: () => town.stop() };
  }
  await town.act('u3', '/group/dismiss_group', { groupID });
  for (const client of Object.values(clients)) client.socket.close();
  await receiver.told('callbackAfterUserOfflineCommand', 3);
  await receiver.told('callbackAfterDisMissGroupCommand', 2);
  return { town, groupID, operationID: 'op-u1-1003-2', end: () => town.stop() };
};
