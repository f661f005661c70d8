import type { Conversations } from '../conversation/conversations.ts';
import type { Archive } from './archive.ts';
import type { Message } from './message.ts';
import { chatID, isOn, noticeID, SESSION } from './message.ts';
import type { Groups } from './ports.ts';
import type { Seqs } from './seqs.ts';

/** Brings a message to the open connections of users. */
export type Push = (userIDs: readonly string[], parcel: Parcel) => void;

export interface Parcel {
  conversationID: string;
  isNotice: boolean;
  message: Message;
  operationID: string;
}

export interface TransferParts {
  archive: Archive;
  seqs: Seqs;
  conversations: Conversations;
  groups: Groups;
  push: Push;
  /** Runs when a group message went out; departures of members have consequences. */
  afterGroupPush: (message: Message, isNotice: boolean) => readonly string[];
}

/** Gives an accepted message its seq and place, and pushes it. The last station of everything that is sent. */
export class Transfer {
  private readonly parts: TransferParts;

  constructor(parts: TransferParts) {
    this.parts = parts;
  }

  accept(message: Message, operationID: string): void {
    if (isOn(message.options, 'isNotNotification')) {
      this.place(message, { conversationID: chatID(message), isNotice: false, operationID });
      return;
    }
    if (isOn(message.options, 'isSendMsg')) {
      this.chatCopy(message, operationID);
      this.notice({ ...message, options: { ...message.options, offlinePush: false, unreadCount: false } }, operationID);
    } else this.notice(message, operationID);
  }

  private notice(message: Message, operationID: string): void {
    this.place(message, { conversationID: noticeID(message), isNotice: true, operationID });
  }

  /** Some notifications also stand in the chat; what they say about pushes stays with the copy. */
  private chatCopy(message: Message, operationID: string): void {
    const options = {
      offlinePush: isOn(message.options, 'offlinePush'),
      unreadCount: isOn(message.options, 'unreadCount'),
    };
    this.store({ ...message, options }, { conversationID: chatID(message), isNotice: false, operationID });
  }

  private place(message: Message, where: Omit<Parcel, 'message'>): void {
    if (isOn(message.options, 'history')) this.store(message, where);
    else this.push(message, where);
  }

  private store(message: Message, where: Omit<Parcel, 'message'>): void {
    const { seqs, archive } = this.parts;
    const stored = { ...message, seq: seqs.take(where.conversationID) };
    archive.append(where.conversationID, stored);
    if (!where.isNotice) {
      seqs.markRead(message.sendID, where.conversationID, stored.seq);
      if (stored.seq === 1) this.openConversations(stored, where.conversationID);
    }
    this.push(stored, where);
  }

  /** Rows are made with the first message and never again. */
  private openConversations(message: Message, conversationID: string): void {
    const { conversations, groups } = this.parts;
    if (message.sessionType === SESSION.group)
      conversations.openGroup(message.groupID, groups.memberIDs(message.groupID));
    else conversations.openPair(message, conversationID);
  }

  private push(message: Message, where: Omit<Parcel, 'message'>): void {
    const parcel = { ...where, message };
    if (message.sessionType === SESSION.group) {
      const members = this.parts.groups.memberIDs(message.groupID);
      this.parts.push([...members, ...this.parts.afterGroupPush(message, where.isNotice)], parcel);
      return;
    }
    const toSender = isOn(message.options, 'senderSync') && message.sendID !== message.recvID;
    this.parts.push(toSender ? [message.recvID, message.sendID] : [message.recvID], parcel);
  }
}
