import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConversationItem, FriendApplicationItem, GroupItem, MessageItem, RevokedInfo } from '@openim/client-sdk';
import { openSDKStage, type Person, personOf } from './stage.ts';

const PAGE = { offset: 0, count: 20 };

/** Writes, and waits until the other has it. */
async function say(from: Person, to: Person, text: string): Promise<MessageItem> {
  const { data: message } = await from.sdk.createTextMessage(text);
  const { data: sent } = await from.sdk.sendMessage({ recvID: to.id, groupID: '', message });
  await to.told<MessageItem[]>('OnRecvNewMessages', (news) =>
    news.some(({ clientMsgID }) => clientMsgID === sent.clientMsgID),
  );
  return sent;
}

test('two people write to each other, read, take back, delete and pin, and all HTTP goes through the gateway', async () => {
  await using stage = await openSDKStage();
  const { ann, bo } = stage;
  const conversationID = `si_${[ann.id, bo.id].sort().join('_')}`;
  await say(ann, bo, 'Hello');
  const answer = await say(bo, ann, 'Hello yourself');
  const history = await ann.sdk.getAdvancedHistoryMessageList({ count: 20, startClientMsgID: '', conversationID });
  assert.deepEqual(
    history.data.messageList.map(({ textElem }) => textElem?.content),
    ['Hello', 'Hello yourself'],
  );
  await ann.sdk.markConversationMessageAsRead(conversationID);
  assert.equal((await ann.sdk.getTotalUnreadMsgCount()).data, 0);
  await bo.sdk.revokeMessage({ conversationID, clientMsgID: answer.clientMsgID });
  await ann.told<RevokedInfo>('OnNewRecvMessageRevoked', ({ clientMsgID }) => clientMsgID === answer.clientMsgID);
  await ann.sdk.deleteMessage({ conversationID, clientMsgID: history.data.messageList[0]?.clientMsgID ?? '' });
  await ann.sdk.setConversation({ conversationID, isPinned: true });
  await ann.told<ConversationItem[]>('OnConversationChanged', (changed) => changed.some(({ isPinned }) => isPinned));
  await ann.sdk.changeInputStates({ conversationID, focus: true });
  assert.equal((await ann.sdk.getConversationListSplit(PAGE)).data.length, 1);
  await stage.assertNoStrays();
});

test('people find each other, become friends and part', async () => {
  await using stage = await openSDKStage();
  const { ann, bo } = stage;
  assert.equal((await ann.sdk.getUsersInfo([bo.id])).data[0]?.nickname, 'Bo');
  assert.equal((await ann.sdk.getSelfUserInfo()).data.nickname, 'Ann');
  await ann.sdk.setSelfInfo({ userID: ann.id, nickname: 'Ann B.' });
  await ann.told('OnSelfInfoUpdated');
  await ann.sdk.addFriend({ toUserID: bo.id, reqMsg: 'hi' });
  await bo.told<FriendApplicationItem>('OnFriendApplicationAdded', ({ fromUserID }) => fromUserID === ann.id);
  assert.equal((await ann.sdk.getFriendApplicationListAsApplicant(PAGE)).data.length, 1);
  assert.equal((await bo.sdk.getFriendApplicationListAsRecipient(PAGE)).data.length, 1);
  await bo.sdk.acceptFriendApplication({ toUserID: ann.id, handleMsg: '' });
  await ann.told('OnFriendApplicationAccepted');
  await ann.sdk.updateFriends({ friendUserIDs: [bo.id], remark: 'B' });
  assert.deepEqual(
    (await ann.sdk.getFriendListPage(PAGE)).data.map(({ userID }) => userID),
    [bo.id],
  );
  await ann.sdk.checkFriend([bo.id]);
  await ann.sdk.subscribeUsersStatus([bo.id]);
  await ann.sdk.addBlack({ toUserID: bo.id, ex: '' });
  await ann.told('OnBlackAdded');
  assert.equal((await ann.sdk.getBlackList(PAGE)).data.length, 1);
  await ann.sdk.removeBlack(bo.id);
  await ann.told('OnBlackDeleted');
  await ann.sdk.deleteFriend(bo.id);
  await stage.assertNoStrays();
});

test('a group is made, talked in, ruled and left', async () => {
  await using stage = await openSDKStage();
  const { ann, bo, world } = stage;
  const cy = await world.signIn('+8613800138003', 'Cy');
  const { data: made } = await ann.sdk.createGroup({
    memberUserIDs: [bo.id],
    groupInfo: { groupName: 'Tea', groupType: 2 },
  });
  const { groupID } = made;
  await bo.told<GroupItem>('OnJoinedGroupAdded', (group) => group.groupID === groupID);
  assert.equal((await bo.sdk.getSpecifiedGroupsInfo([groupID])).data[0]?.groupName, 'Tea');
  const { data: message } = await bo.sdk.createTextMessage('Tea?');
  await bo.sdk.sendMessage({ recvID: '', groupID, message });
  await ann.told<MessageItem[]>('OnRecvNewMessages', (news) =>
    news.some(({ textElem }) => textElem?.content === 'Tea?'),
  );
  await ann.sdk.inviteUserToGroup({ groupID, reason: '', userIDList: [cy.id] });
  const members = await ann.sdk.getGroupMemberList({ groupID, filter: 0, ...PAGE });
  assert.equal(members.data.length, 3);
  assert.equal((await bo.sdk.getSpecifiedGroupMembersInfo({ groupID, userIDList: [cy.id] })).data[0]?.nickname, 'Cy');
  await ann.sdk.setGroupInfo({ groupID, introduction: 'About tea' } as never);
  await ann.sdk.setGroupMemberInfo({ groupID, userID: bo.id, nickname: 'B' });
  await ann.sdk.changeGroupMute({ groupID, isMute: true });
  await ann.sdk.changeGroupMute({ groupID, isMute: false });
  await ann.sdk.changeGroupMemberMute({ groupID, userID: bo.id, mutedSeconds: 10 });
  await ann.sdk.kickGroupMember({ groupID, reason: '', userIDList: [cy.id] });
  assert.deepEqual((await ann.sdk.getGroupApplicationListAsRecipient(PAGE)).data, []);
  assert.equal((await ann.sdk.getJoinedGroupListPage(PAGE)).data.length, 1);
  await bo.sdk.quitGroup(groupID);
  await ann.sdk.dismissGroup(groupID);
  await stage.assertNoStrays();
});

test('a picture is uploaded past the gateway to the object store, sent, and found at the gateway', async () => {
  await using stage = await openSDKStage();
  const { ann, bo, world } = stage;
  const file = new File([Buffer.from(PNG, 'base64')], 'a.png', { type: 'image/png' });
  const { data } = await ann.sdk.uploadFile({ file });
  assert.equal(data.url, `${world.url}/openim/object/${ann.id}/a.png`);
  const found = await fetch(data.url, { redirect: 'manual' });
  assert.equal(found.status, 302);
  const bytes = await fetch(found.headers.get('location') ?? '');
  assert.equal(Buffer.from(await bytes.arrayBuffer()).toString('base64'), PNG);

  const picture = { uuid: 'a', type: 'image/png', size: 70, width: 1, height: 1, url: '' };
  const pictures = { sourcePicture: picture, bigPicture: picture, snapshotPicture: picture, sourcePath: '' };
  const other = new File([Buffer.from(PNG, 'base64'), 'x'], 'b.png', { type: 'image/png' });
  const { data: message } = await ann.sdk.createImageMessageByFile({ ...pictures, file: other } as never);
  await ann.sdk.sendMessage({ recvID: bo.id, groupID: '', message });
  const [news] = await bo.told<MessageItem[]>('OnRecvNewMessages');
  assert.match(news?.pictureElem?.sourcePicture.url ?? '', new RegExp(`^${world.url}/openim/object/${ann.id}/`));
  await stage.assertNoStrays();
});

test('a sign-out elsewhere is a kick to the SDK, its token opens nothing, and a new sign-in does', async () => {
  await using stage = await openSDKStage();
  const { ann, world } = stage;
  await ann.actor.client.logout();
  await ann.told('OnKickedOffline');
  const late = await fetch(`${world.url}/openim/user/get_users_info`, {
    method: 'POST',
    headers: { operationID: 'late', token: ann.actor.session.imToken ?? '' },
    body: JSON.stringify({ userIDs: [ann.id] }),
  });
  assert.equal(((await late.json()) as { errCode: number }).errCode, 1506);
  const again = await personOf(await world.signIn('+8613800138001'));
  assert.equal((await again.sdk.getSelfUserInfo()).data.userID, ann.id);
  await again.sdk.logout();
});

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
