import { currentOperation } from '../http/operation.ts';
import type { Message } from '../message/message.ts';
import { BLANK, FROM, SESSION } from '../message/message.ts';
import { messageID } from '../message/message-id.ts';
import { Refusal } from '../refusal.ts';
import { now } from '../state/clock.ts';
import type { Kind } from './kinds.ts';
import { KINDS, pushTexts } from './kinds.ts';

export interface Notice {
  contentType: number;
  /** Who caused it. */
  from: string;
  /** A userID, or a groupID for the kinds that go to groups. */
  to: string;
  /** The tips object of the kind; it travels as a JSON string within the content. */
  detail: unknown;
  /** Overrides where the kind usually goes. */
  session?: number;
  /** Overrides whether the notice also stands in the chat. */
  inChat?: boolean;
  sender?: { nickname: string; faceURL: string };
  operationID?: string;
}

/** Hands a finished message over to be checked, stored and pushed. */
export type Deliver = (message: Message, operationID: string) => unknown;

const optionsOf = (kind: Kind, inChat: boolean, kept: boolean): Record<string, boolean> => ({
  isNotNotification: false,
  isSendMsg: inChat,
  history: kept,
  persistent: kept,
  offlinePush: kind.offline ?? false,
  unreadCount: inChat,
  conversationUpdate: false,
  senderSync: true,
  notPrivate: false,
  senderConversationUpdate: false,
  reactionFromCache: false,
});

/** Tells users and groups what happened to them. */
export class Notifier {
  private readonly deliver: Deliver;

  constructor(deliver: Deliver) {
    this.deliver = deliver;
  }

  send(notice: Notice): void {
    const kind = KINDS[notice.contentType] ?? { to: 'user' };
    const sessionType = notice.session ?? (kind.to === 'group' ? SESSION.group : SESSION.single);
    // A receipt to oneself only moves the other devices along.
    const kept = (kind.kept ?? false) && !(notice.contentType === 2200 && notice.from === notice.to);
    this.attempt(
      {
        ...BLANK,
        sendID: notice.from,
        recvID: notice.to,
        groupID: sessionType === SESSION.group ? notice.to : '',
        clientMsgID: messageID(notice.from),
        senderNickname: notice.sender?.nickname ?? '',
        senderFaceURL: notice.sender?.faceURL ?? '',
        sessionType,
        msgFrom: FROM.system,
        contentType: notice.contentType,
        content: JSON.stringify({ detail: JSON.stringify(notice.detail) }),
        createTime: now(),
        options: optionsOf(kind, notice.inChat ?? kind.inChat ?? false, kept),
        offlinePushInfo: {
          ...pushTexts(notice.contentType, kind.title),
          iOSPushSound: '',
          iOSBadgeCount: false,
          signalInfo: '',
        },
      },
      notice.operationID ?? currentOperation(),
    );
  }

  /** Upstream sends from a queue and only logs what fails; nobody's call breaks on a notification. */
  private attempt(message: Message, operationID: string): void {
    try {
      this.deliver(message, operationID);
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
    }
  }

  conversationChanged(userID: string, conversationID: string): void {
    this.send({
      contentType: 1300,
      from: userID,
      to: userID,
      detail: { userID, conversationIDList: [conversationID] },
    });
  }

  userInfoUpdated(by: { userID: string; operationID: string }, userID: string): void {
    this.send({ contentType: 1303, from: by.userID, to: userID, detail: { userID }, operationID: by.operationID });
  }
}
