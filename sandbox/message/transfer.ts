import type { Callbacks } from '../callbacks/callbacks.ts';
import { MessageCallbacks } from '../callbacks/messages.ts';
import { PushCallbacks } from '../callbacks/pushes.ts';
import type { Openings } from '../conversation/openings.ts';
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
  callbacks: Callbacks;
  openings: Openings;
  groups: Groups;
  push: Push;
  /** Whether one of the user's phones is connected and awake. */
  isOnPhone(userID: string): boolean;
  /** Whether the user wants to hear nothing of a conversation while away. */
  isSilenced(userID: string, conversationID: string): boolean;
  /** Runs when a group message went out; departures of members have consequences. */
  afterGroupPush: (message: Message, where: Omit<Parcel, 'message'>) => readonly string[];
}

/** One push that fails must not hold up those behind it. */
const report = (thrown: unknown): void => {
  process.stderr.write(`sandbox: push: ${String((thrown as Error).stack ?? thrown)}\n`);
};

/** Gives an accepted message its seq and place, and pushes it. The last station of everything that is sent. */
export class Transfer {
  private readonly parts: TransferParts;
  private readonly callbacks: MessageCallbacks;
  private readonly pushCallbacks: PushCallbacks;
  /** Where somebody is asked about pushes, one waits for the other. */
  private line: Promise<void> = Promise.resolve();

  constructor(parts: TransferParts) {
    this.parts = parts;
    this.callbacks = new MessageCallbacks(parts.callbacks);
    this.pushCallbacks = new PushCallbacks(parts.callbacks);
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
    else this.forward(message, where, false);
  }

  private store(message: Message, where: Omit<Parcel, 'message'>): void {
    const { seqs, archive } = this.parts;
    const stored = { ...message, seq: seqs.take(where.conversationID) };
    archive.append(where.conversationID, stored);
    if (!where.isNotice) seqs.markRead(message.sendID, where.conversationID, stored.seq);
    // Rows are made with the first message and never again.
    this.forward(stored, where, !where.isNotice && stored.seq === 1);
    void this.callbacks.afterSave(stored, where.operationID);
  }

  private forward(message: Message, where: Omit<Parcel, 'message'>, opens: boolean): void {
    if (this.parts.openings.areAsked || this.pushCallbacks.areSent) {
      const turn = () => this.forwardAsking({ ...where, message }, opens);
      this.line = this.line.then(turn).catch(report);
      return;
    }
    const { openings, groups } = this.parts;
    if (opens && message.sessionType === SESSION.group)
      openings.groupNow(message.groupID, groups.memberIDs(message.groupID));
    else if (opens) openings.pairNow(message, where.conversationID);
    if (message.sessionType === SESSION.group) this.pushToGroup({ ...where, message });
    else this.parts.push(this.bothSides(message), { ...where, message });
  }

  private async forwardAsking(parcel: Parcel, opens: boolean): Promise<void> {
    const { message, conversationID, operationID } = parcel;
    const { openings, groups } = this.parts;
    if (message.sessionType === SESSION.group) {
      if (opens) await openings.group(message.groupID, groups.memberIDs(message.groupID), operationID);
      return this.askAndPushToGroup(parcel);
    }
    if (opens) await openings.pair(message, conversationID, operationID);
    const userIDs = this.bothSides(message);
    if (!(await this.pushCallbacks.mayReach(parcel, userIDs))) return;
    this.parts.push(userIDs, parcel);
    const isReached = message.recvID !== message.sendID && this.parts.isOnPhone(message.recvID);
    if (isOn(message.options, 'offlinePush') && !isReached) await this.pushCallbacks.wakes(parcel, [message.recvID]);
  }

  private bothSides(message: Message): string[] {
    const toSender = isOn(message.options, 'senderSync') && message.sendID !== message.recvID;
    return toSender ? [message.recvID, message.sendID] : [message.recvID];
  }

  private pushToGroup(parcel: Parcel): readonly string[] {
    const { message } = parcel;
    const members = this.parts.groups.memberIDs(message.groupID);
    const userIDs = [...members, ...this.parts.afterGroupPush(message, parcel)];
    this.parts.push(userIDs, parcel);
    return userIDs;
  }

  /** Where the answer says whom to reach, nobody looks for members, nor for what happened to them. */
  private async askAndPushToGroup(parcel: Parcel): Promise<void> {
    const { message } = parcel;
    const named = await this.pushCallbacks.reachesInGroup(parcel);
    if (named === 'refused') return;
    if (named.length > 0) this.parts.push(named, parcel);
    const userIDs = named.length > 0 ? named : this.pushToGroup(parcel);
    const unreached = userIDs.filter((userID) => userID !== message.sendID && !this.parts.isOnPhone(userID));
    const asleep = unreached.filter((userID) => !this.parts.isSilenced(userID, parcel.conversationID));
    if (isOn(message.options, 'offlinePush') && asleep.length > 0) await this.pushCallbacks.wakes(parcel, asleep);
  }
}
