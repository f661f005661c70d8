import type { GroupAtType, NotifyMode } from '../__generated__/resolvers.ts';
import { nameFor } from '../conversation-id.ts';
import type { SeqWindow } from '../messages/page.ts';
import type { WireConversation, WireConversationView, WireSeqs } from '../rest/wire.ts';
import { wordsOf } from './json.ts';
import { type MessageModel, messageOf } from './message.ts';
import { notifyModeOf } from './notify.ts';

/** The viewer's row of a conversation, as the schema tells it. */
export interface ConversationModel {
  readonly id: string;
  readonly kind: 'DIRECT' | 'GROUP' | 'NOTICE';
  readonly peerID: string | null;
  readonly groupID: string | null;
  readonly pinned: boolean;
  readonly notify: NotifyMode;
  readonly privateChat: boolean;
  readonly burnDuration: number | null;
  readonly msgDestructTime: number | null;
  readonly groupAtType: GroupAtType | null;
  readonly ex: string | null;
  /** Whether OpenIM has a row of it that the viewer sees. */
  readonly hasRow: boolean;
  readonly unreadCount: number;
  readonly readSeq: number;
  readonly window: SeqWindow;
  /** Null also where it came without one that can be shown: an earlier one may be. */
  readonly lastMessage: MessageModel | null;
}

const SETTINGS = {
  ...{ isPinned: false, recvMsgOpt: 0, minSeq: 0, maxSeq: 0, ex: '', groupAtType: 0 },
  ...{ isPrivateChat: false, burnDuration: 0, isMsgDestruct: false, msgDestructTime: 0 },
};
type Settings = Pick<WireConversation, keyof typeof SETTINGS>;

const AT_TYPES: Readonly<Record<number, GroupAtType>> = { 1: 'ME', 2: 'ALL', 3: 'ALL_AND_ME', 4: 'ANNOUNCEMENT' };

/** Null for a conversation that is not the viewer's by its name, and for OpenIM's own notification channels. */
export function conversationOf(
  userID: string,
  { conversation, lastMsg, maxSeq, readSeq }: WireConversationView,
): ConversationModel | null {
  const { conversationID } = conversation;
  const model = emptyConversation(userID, conversationID, {
    settings: conversation,
    seqs: { maxSeq, hasReadSeq: readSeq },
  });
  if (model === null) return null;
  const { begin, end } = model.window;
  // The newest of the conversation may be one that the viewer has cleared, or that came after they left.
  const theirs = lastMsg !== null && begin <= lastMsg.seq && lastMsg.seq <= end;
  return { ...model, lastMessage: theirs ? messageOf(conversationID, lastMsg) : null };
}

/** A conversation of which OpenIM has no view: before its first message, or in the second after it. */
export function emptyConversation(
  userID: string,
  conversationID: string,
  known: { settings?: Settings | undefined; seqs?: Pick<WireSeqs, 'maxSeq' | 'hasReadSeq'> | undefined },
): ConversationModel | null {
  const name = nameFor(userID, conversationID);
  if (name === null) return null;
  const { settings = SETTINGS, seqs = { maxSeq: 0, hasReadSeq: 0 } } = known;
  const begin = Math.max(1, settings.minSeq);
  // Who left a group reads up to there, whatever came after.
  const end = settings.maxSeq > 0 ? Math.min(settings.maxSeq, seqs.maxSeq) : seqs.maxSeq;
  const readSeq = Math.max(seqs.hasReadSeq, 0);
  return {
    id: conversationID,
    kind: name.kind,
    peerID: name.kind === 'GROUP' ? null : name.peerID,
    groupID: name.kind === 'GROUP' ? name.groupID : null,
    pinned: settings.isPinned,
    notify: notifyModeOf(settings.recvMsgOpt),
    privateChat: settings.isPrivateChat,
    burnDuration: settings.burnDuration > 0 ? settings.burnDuration : null,
    msgDestructTime: settings.isMsgDestruct && settings.msgDestructTime > 0 ? settings.msgDestructTime : null,
    groupAtType: AT_TYPES[settings.groupAtType] ?? null,
    ex: wordsOf(settings.ex),
    hasRow: known.settings !== undefined,
    unreadCount: Math.max(0, end - Math.max(readSeq, begin - 1)),
    readSeq,
    window: { conversationID, begin, end },
    lastMessage: null,
  };
}
