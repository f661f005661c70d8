import type { INamespace, Type } from 'protobufjs';
import protobuf from 'protobufjs';

/** The protocol's messages that travel in frames: `[repeated |map ]type number`. Maps have string keys. */
const MESSAGES = {
  MsgData: {
    sendID: 'string 1',
    recvID: 'string 2',
    groupID: 'string 3',
    clientMsgID: 'string 4',
    serverMsgID: 'string 5',
    senderPlatformID: 'int32 6',
    senderNickname: 'string 7',
    senderFaceURL: 'string 8',
    sessionType: 'int32 9',
    msgFrom: 'int32 10',
    contentType: 'int32 11',
    content: 'bytes 12',
    seq: 'int64 14',
    sendTime: 'int64 15',
    createTime: 'int64 16',
    status: 'int32 17',
    isRead: 'bool 18',
    options: 'map bool 19',
    offlinePushInfo: 'OfflinePushInfo 20',
    atUserIDList: 'repeated string 21',
    attachedInfo: 'string 22',
    ex: 'string 23',
  },
  OfflinePushInfo: {
    title: 'string 1',
    desc: 'string 2',
    ex: 'string 3',
    iOSPushSound: 'string 4',
    iOSBadgeCount: 'bool 5',
    signalInfo: 'string 6',
  },
  GetMaxSeqReq: { userID: 'string 1' },
  GetMaxSeqResp: { maxSeqs: 'map int64 1', minSeqs: 'map int64 2' },
  SeqRange: { conversationID: 'string 1', begin: 'int64 2', end: 'int64 3', num: 'int64 4' },
  PullMessageBySeqsReq: { userID: 'string 1', seqRanges: 'repeated SeqRange 2', order: 'int32 3' },
  PullMsgs: { Msgs: 'repeated MsgData 1', isEnd: 'bool 2', endSeq: 'int64 3' },
  PullMessageBySeqsResp: { msgs: 'map PullMsgs 1', notificationMsgs: 'map PullMsgs 2' },
  PushMessages: { msgs: 'map PullMsgs 1', notificationMsgs: 'map PullMsgs 2' },
  SendMsgResp: { serverMsgID: 'string 1', clientMsgID: 'string 2', sendTime: 'int64 3', modify: 'MsgData 4' },
  ConversationSeqs: { conversationID: 'string 2', seqs: 'repeated int64 3' },
  GetSeqMessageReq: { userID: 'string 1', conversations: 'repeated ConversationSeqs 2', order: 'int32 3' },
  GetSeqMessageResp: { msgs: 'map PullMsgs 1', notificationMsgs: 'map PullMsgs 2' },
  Seqs: { maxSeq: 'int64 1', hasReadSeq: 'int64 2', maxSeqTime: 'int64 3' },
  GetConversationsHasReadAndMaxSeqReq: {
    userID: 'string 1',
    conversationIDs: 'repeated string 2',
    returnPinned: 'bool 3',
  },
  GetConversationsHasReadAndMaxSeqResp: { seqs: 'map Seqs 1', pinnedConversationIDs: 'repeated string 2' },
  GetLastMessageReq: { userID: 'string 1', conversationIDs: 'repeated string 2' },
  GetLastMessageResp: { msgs: 'map MsgData 1' },
  DelUserPushTokenReq: { userID: 'string 1', platformID: 'int32 2' },
  SetAppBackgroundStatusReq: { userID: 'string 1', isBackground: 'bool 2' },
  SubUserOnlineStatus: { subscribeUserID: 'repeated string 1', unsubscribeUserID: 'repeated string 2' },
  SubUserOnlineStatusElem: { userID: 'string 1', onlinePlatformIDs: 'repeated int32 2' },
  SubUserOnlineStatusTips: { subscribers: 'repeated SubUserOnlineStatusElem 1' },
  // What /jssdk/* takes and answers.
  Conversation: {
    ownerUserID: 'string 1',
    conversationID: 'string 2',
    recvMsgOpt: 'int32 3',
    conversationType: 'int32 4',
    userID: 'string 5',
    groupID: 'string 6',
    isPinned: 'bool 7',
    attachedInfo: 'string 8',
    isPrivateChat: 'bool 9',
    groupAtType: 'int32 10',
    ex: 'string 11',
    burnDuration: 'int32 12',
    minSeq: 'int64 13',
    maxSeq: 'int64 14',
    msgDestructTime: 'int64 15',
    latestMsgDestructTime: 'int64 16',
    isMsgDestruct: 'bool 17',
  },
  UserInfo: {
    userID: 'string 1',
    nickname: 'string 2',
    faceURL: 'string 3',
    ex: 'string 4',
    createTime: 'int64 5',
    appMangerLevel: 'int32 6',
    globalRecvMsgOpt: 'int32 7',
  },
  FriendInfoOnly: {
    ownerUserID: 'string 1',
    friendUserID: 'string 2',
    remark: 'string 3',
    createTime: 'int64 4',
    addSource: 'int32 5',
    operatorUserID: 'string 6',
    ex: 'string 7',
    isPinned: 'bool 8',
  },
  GroupInfo: {
    groupID: 'string 1',
    groupName: 'string 2',
    notification: 'string 3',
    introduction: 'string 4',
    faceURL: 'string 5',
    ownerUserID: 'string 6',
    createTime: 'int64 7',
    memberCount: 'uint32 8',
    ex: 'string 9',
    status: 'int32 10',
    creatorUserID: 'string 11',
    groupType: 'int32 12',
    needVerification: 'int32 13',
    lookMemberInfo: 'int32 14',
    applyMemberFriend: 'int32 15',
    notificationUpdateTime: 'int64 16',
    notificationUserID: 'string 17',
  },
  ConversationMsg: {
    conversation: 'Conversation 1',
    lastMsg: 'MsgData 2',
    user: 'UserInfo 3',
    friend: 'FriendInfoOnly 4',
    group: 'GroupInfo 5',
    maxSeq: 'int64 6',
    readSeq: 'int64 7',
  },
  GetConversationsReq: { ownerUserID: 'string 1', conversationIDs: 'repeated string 2' },
  GetActiveConversationsReq: { ownerUserID: 'string 1', count: 'int64 2' },
  ConversationMsgs: { unreadCount: 'int64 1', conversations: 'repeated ConversationMsg 2' },
} as const satisfies Record<string, Record<string, string>>;

export type ProtoName = keyof typeof MESSAGES;

const fieldOf = (spec: string): Record<string, unknown> => {
  const words = spec.split(' ');
  const id = Number(words.at(-1));
  const type = words.at(-2);
  if (words[0] === 'map') return { keyType: 'string', type, id };
  return words[0] === 'repeated' ? { rule: 'repeated', type, id } : { type, id };
};

const descriptor = {
  nested: Object.fromEntries(
    Object.entries(MESSAGES).map(([name, fields]) => [
      name,
      { fields: Object.fromEntries(Object.entries(fields).map(([field, spec]) => [field, fieldOf(spec)])) },
    ]),
  ),
} as unknown as INamespace;

const root = protobuf.Root.fromJSON(descriptor).resolveAll();
const typeOf = (name: ProtoName): Type => root.lookupType(name);

/** A request as a plain object, every field present. Throws on bytes that are no such message. */
export const decode = <T>(name: ProtoName, bytes: Uint8Array): T => {
  const type = typeOf(name);
  return type.toObject(type.decode(bytes), { longs: Number, defaults: true, arrays: true, objects: true }) as T;
};

export const encode = (name: ProtoName, value: object): Uint8Array => {
  const type = typeOf(name);
  return type.encode(type.fromObject(value)).finish();
};
