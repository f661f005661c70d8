import type { Infer } from '../binding/shape.ts';
import { bool, int32, list, map, maybeString, optional, string } from '../binding/shape.ts';
import { OfflinePushInfo } from '../message/draft.ts';
import type { Message } from '../message/message.ts';
import { SESSION } from '../message/message.ts';
import { Refusal, ServerPanic } from '../refusal.ts';
import { answerShape } from './answer.ts';
import type { Callbacks } from './callbacks.ts';
import type { CallbackName } from './names.ts';
import { CALLBACKS } from './names.ts';
import { spoken } from './spoken.ts';

const TYPING = 113;
const FIRST_NOTICE = 1000;
const LAST_NOTICE = 5000;

const BeforeSingle = answerShape('CallbackBeforeSendSingleMsgResp', {});
const BeforeGroup = answerShape('CallbackBeforeSendGroupMsgResp', {});
const CHANGES = {
  content: maybeString,
  recvID: maybeString,
  groupID: maybeString,
  clientMsgID: maybeString,
  serverMsgID: maybeString,
  senderPlatformID: optional(int32),
  senderNickname: maybeString,
  senderFaceURL: maybeString,
  sessionType: optional(int32),
  msgFrom: optional(int32),
  contentType: optional(int32),
  status: optional(int32),
  options: optional(map(bool)),
  offlinePushInfo: OfflinePushInfo,
  atUserIDList: list(string),
  attachedInfo: maybeString,
  ex: maybeString,
};
const Modify = answerShape('CallbackMsgModifyCommandResp', CHANGES);
type Changes = { [K in keyof typeof CHANGES]: Infer<(typeof CHANGES)[K]> };

/** The filter upstream goes by a content type that the sender chose, and so does this one. */
const isTold = (message: Message): boolean =>
  message.contentType !== TYPING && (message.contentType < FIRST_NOTICE || message.contentType > LAST_NOTICE);

const bodyOf = (name: CallbackName, message: Message, operationID: string): object => ({
  sendID: message.sendID,
  callbackCommand: CALLBACKS[name].command,
  serverMsgID: message.serverMsgID,
  clientMsgID: message.clientMsgID,
  operationID,
  senderPlatformID: message.senderPlatformID,
  senderNickname: message.senderNickname,
  sessionType: message.sessionType,
  msgFrom: message.msgFrom,
  contentType: message.contentType,
  status: message.status,
  sendTime: message.sendTime,
  createTime: message.createTime,
  content: spoken(message),
  seq: message.seq,
  atUserList: message.atUserIDList,
  faceURL: message.senderFaceURL,
  ex: message.ex,
});

/** What a bot hands back unchanged to /msg/send_simple_msg. */
const keyOf = ({ sendID, recvID, groupID }: Message): string =>
  `?key=${encodeURIComponent(Buffer.from(JSON.stringify({ sendID, recvID, groupID })).toString('base64'))}`;

const isObject = (text: string): boolean => {
  try {
    const json: unknown = JSON.parse(text);
    return json === null || (typeof json === 'object' && !Array.isArray(json));
  } catch {
    return false;
  }
};

const applied = (message: Message, changes: Changes): Message => {
  const { content, offlinePushInfo } = changes;
  if (content !== null && !isObject(content))
    throw new Refusal('ArgsError', `webhook msg modify content is not json, content=${content}`);
  if (offlinePushInfo !== null && message.offlinePushInfo === null)
    throw new ServerPanic('push texts of a message that has none are dereferenced unchecked');
  const known = Object.keys(CHANGES) as (keyof Changes)[];
  const given = known.filter((key) => changes[key] !== null).map((key) => [key, changes[key]]);
  return given.length === 0 ? message : { ...message, ...Object.fromEntries(given) };
};

/** What the server asks and tells about messages on their way. */
export class MessageCallbacks {
  private readonly callbacks: Callbacks;

  constructor(callbacks: Callbacks) {
    this.callbacks = callbacks;
  }

  private isDenied(name: CallbackName, message: Message): boolean {
    return !isTold(message) || (this.callbacks.filter(name).deniedTypes ?? []).includes(message.contentType);
  }

  /** Before the receiver's blacklist is looked at. */
  async beforeSingle(message: Message, operationID: string): Promise<void> {
    if (this.isDenied('beforeSendSingleMsg', message)) return;
    const body = { ...bodyOf('beforeSendSingleMsg', message, operationID), recvID: message.recvID };
    await this.callbacks.before('beforeSendSingleMsg', { body, operationID }, BeforeSingle);
  }

  async beforeGroup(message: Message, operationID: string): Promise<void> {
    if (this.isDenied('beforeSendGroupMsg', message)) return;
    const body = { ...bodyOf('beforeSendGroupMsg', message, operationID), groupID: message.groupID };
    await this.callbacks.before('beforeSendGroupMsg', { body, operationID }, BeforeGroup);
  }

  /** The same message when nothing changed. */
  async modified(message: Message, operationID: string): Promise<Message> {
    if (this.isDenied('beforeMsgModify', message)) return message;
    const body = bodyOf('beforeMsgModify', message, operationID);
    const changes = await this.callbacks.before('beforeMsgModify', { body, operationID }, Modify);
    return changes === null ? message : applied(message, changes);
  }

  async afterSingle(message: Message, operationID: string): Promise<void> {
    if (this.isDenied('afterSendSingleMsg', message)) return;
    const { attentionIds = [] } = this.callbacks.filter('afterSendSingleMsg');
    if (attentionIds.length > 0 && !attentionIds.includes(message.recvID)) return;
    const body = { ...bodyOf('afterSendSingleMsg', message, operationID), recvID: message.recvID };
    await this.callbacks.after('afterSendSingleMsg', { body, operationID, query: keyOf(message) });
  }

  async afterGroup(message: Message, operationID: string): Promise<void> {
    if (this.isDenied('afterSendGroupMsg', message)) return;
    // Attention is paid to the receiver over there, and a group's message has none: any list silences this one.
    const { attentionIds = [] } = this.callbacks.filter('afterSendGroupMsg');
    if (attentionIds.length > 0) return;
    const body = { ...bodyOf('afterSendGroupMsg', message, operationID), groupID: message.groupID };
    await this.callbacks.after('afterSendGroupMsg', { body, operationID, query: keyOf(message) });
  }

  /** The only one that knows the seq. Who should have its attention is not looked at. */
  async afterSave(message: Message, operationID: string): Promise<void> {
    if (this.isDenied('afterMsgSaveDB', message) || message.sessionType === SESSION.service) return;
    const { recvID, groupID } = message;
    const body = { ...bodyOf('afterMsgSaveDB', message, operationID), recvID, groupID };
    await this.callbacks.after('afterMsgSaveDB', { body, operationID, query: keyOf(message) });
  }

  async afterRevoke(revoked: { conversationID: string; seq: number; userID: string }, operationID: string) {
    await this.callbacks.after('afterRevokeMsg', { body: revoked, operationID });
  }

  async afterRead(
    read: { conversationID: string; userID: string; seqs: readonly number[] | null; contentType: number },
    operationID: string,
  ): Promise<void> {
    const { conversationID, userID, seqs: Seqs, contentType } = read;
    await this.callbacks.after('afterSingleMsgRead', {
      body: { conversationID, userID, Seqs, contentType },
      operationID,
    });
  }

  /** Neither the group nor the messages are named. */
  async afterGroupRead(read: { userID: string; count: number }, operationID: string): Promise<void> {
    const body = { sendID: read.userID, receiveID: read.userID, unreadMsgNum: read.count, contentType: SESSION.group };
    await this.callbacks.after('afterGroupMsgRead', { body, operationID });
  }
}
