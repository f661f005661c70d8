import type { Callbacks } from '../callbacks/callbacks.ts';
import { MessageCallbacks } from '../callbacks/messages.ts';
import { RECEIVE } from '../conversation/conversation.ts';
import type { Conversations } from '../conversation/conversations.ts';
import { noDocuments, Refusal } from '../refusal.ts';
import { now } from '../state/clock.ts';
import { isServiceAccount } from '../user/user.ts';
import type { Users } from '../user/users.ts';
import type { Message } from './message.ts';
import { isOn, pairID, SESSION } from './message.ts';
import { messageID } from './message-id.ts';
import type { Friendships, Groups } from './ports.ts';
import type { Transfer } from './transfer.ts';

export interface SenderParts {
  callbacks: Callbacks;
  adminUserID: string;
  users: Users;
  friendships: Friendships;
  groups: Groups;
  conversations: Conversations;
  transfer: Transfer;
}

export interface Receipt {
  serverMsgID: string;
  clientMsgID: string;
  sendTime: number;
  /** Present when a callback's answer changed the message. */
  changed?: { from: Message; to: Message };
}

const RECEIPT_TYPE = 2200;
const REVOKE = 111;
const TYPING = 113;
const DISMISSED_NOTICE = 1511;
const OWNER = 100;
const ADMIN = 60;
const DISMISSED = 2;
const MUTED = 3;
const SUPER_GROUP = 1;

/** Content types between these go past every check, whoever sends them. */
const isNoticeType = (type: number): boolean => type >= 1000 && type <= 5000;

/** What certain content types switch off, whatever their sender says. */
const FORCED: Readonly<Record<number, readonly string[]>> = {
  [REVOKE]: ['unreadCount', 'offlinePush'],
  [RECEIPT_TYPE]: ['conversationUpdate', 'senderConversationUpdate', 'unreadCount', 'offlinePush'],
  [TYPING]: [
    'history',
    'persistent',
    'senderSync',
    'conversationUpdate',
    'senderConversationUpdate',
    'unreadCount',
    'offlinePush',
  ],
};

/** Decides whether a message may go out, and hands it over. */
export class Sender {
  private readonly parts: SenderParts;
  private readonly callbacks: MessageCallbacks;

  constructor(parts: SenderParts) {
    this.parts = parts;
    this.callbacks = new MessageCallbacks(parts.callbacks);
  }

  /** What somebody says. Callbacks may forbid and change it, and are told afterwards. */
  async send(draft: Message, operationID: string): Promise<Receipt> {
    const message = this.complete(draft);
    const { sessionType } = message;
    const isChat = sessionType === SESSION.single || sessionType === SESSION.group;
    if (sessionType === SESSION.single && message.sendID !== this.parts.adminUserID)
      await this.callbacks.beforeSingle(message, operationID);
    const admitted = this.admit(message);
    if (sessionType === SESSION.group) await this.callbacks.beforeGroup(admitted, operationID);
    const accepted = isChat ? await this.callbacks.modified(admitted, operationID) : admitted;
    this.parts.transfer.accept(accepted, operationID);
    // A message that was turned from one person to a group is still told as one to a person.
    if (sessionType === SESSION.single) await this.callbacks.afterSingle(accepted, operationID);
    if (sessionType === SESSION.group) await this.callbacks.afterGroup(accepted, operationID);
    const { serverMsgID, clientMsgID, sendTime } = accepted;
    return {
      serverMsgID,
      clientMsgID,
      sendTime,
      ...(accepted !== admitted && { changed: { from: admitted, to: accepted } }),
    };
  }

  /** What the server itself says: nobody is asked. */
  notify(draft: Message, operationID: string): void {
    this.parts.transfer.accept(this.admit(this.complete(draft)), operationID);
  }

  private complete(draft: Message): Message {
    const off = FORCED[draft.contentType]?.map((option) => [option, false] as const) ?? [];
    const options = off.length > 0 ? { ...draft.options, ...Object.fromEntries(off) } : draft.options;
    return {
      ...draft,
      ...(options !== undefined && { options }),
      serverMsgID: messageID(draft.sendID),
      sendTime: draft.sendTime === 0 ? now() : draft.sendTime,
    };
  }

  private admit(message: Message): Message {
    switch (message.sessionType) {
      case SESSION.single:
        this.checkPair(message);
        return isOn(message.options, 'isNotNotification') ? this.heedReceiver(message) : message;
      case SESSION.group:
        this.checkGroup(message);
        return message;
      case SESSION.service:
        return message;
      default:
        throw new Refusal('ArgsError', 'unknown sessionType');
    }
  }

  private isExempt(message: Message): boolean {
    return message.sendID === this.parts.adminUserID || isNoticeType(message.contentType);
  }

  private checkPair(message: Message): void {
    if (this.isExempt(message)) return;
    const sender = this.parts.users.get(message.sendID);
    if (sender === undefined) throw new Refusal('RecordNotFoundError', 'record not found');
    if (isServiceAccount(sender)) return;
    if (this.parts.friendships.blocks(message.recvID, message.sendID)) throw new Refusal('BlockedByPeer');
  }

  /** What the receiver asked for: nothing at all, or no sound. */
  private heedReceiver(message: Message): Message {
    if (message.recvID === '') throw new Refusal('ArgsError', 'UserID is empty');
    const receiver = this.parts.users.get(message.recvID);
    if (receiver === undefined) throw new Refusal('RecordNotFoundError', 'userID not found');
    const row = this.parts.conversations.get(message.recvID, pairID('si', message.sendID, message.recvID));
    const wish =
      receiver.globalRecvMsgOpt === RECEIVE.all ? (row?.recvMsgOpt ?? RECEIVE.all) : receiver.globalRecvMsgOpt;
    const isReceipt = receiver.globalRecvMsgOpt === RECEIVE.all && message.contentType === RECEIPT_TYPE;
    if (wish === RECEIVE.nothing && !isReceipt) throw new Refusal('ArgsError', 'message is not sent');
    return wish === RECEIVE.silently ? { ...message, options: { ...message.options, offlinePush: false } } : message;
  }

  private checkGroup(message: Message): void {
    const { groups } = this.parts;
    const group = groups.get(message.groupID);
    if (group === undefined) throw noDocuments();
    if (group.status === DISMISSED && message.contentType !== DISMISSED_NOTICE)
      throw new Refusal('DismissedAlreadyError');
    if (group.groupType === SUPER_GROUP || this.isExempt(message)) return;
    const member = groups.member(message.groupID, message.sendID);
    if (member === undefined) throw new Refusal('NotInGroupYetError');
    if (member.roleLevel === OWNER) return;
    if (member.muteEndTime >= now()) throw new Refusal('MutedInGroup');
    if (group.status === MUTED && member.roleLevel !== ADMIN) throw new Refusal('MutedGroup');
  }
}
