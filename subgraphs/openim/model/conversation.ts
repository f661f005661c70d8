import type { NotifyMode } from '../__generated__/resolvers.ts';
import { nameFor } from '../conversation-id.ts';
import type { SeqWindow } from '../messages/page.ts';
import type { WireConversation, WireConversationView, WireSeqs } from '../rest/wire.ts';
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
  readonly unreadCount: number;
  readonly readSeq: number;
  readonly window: SeqWindow;
  /** Null also where it came without one that can be shown: an earlier one may be. */
  readonly lastMessage: MessageModel | null;
}

type Settings = Pick<WireConversation, 'isPinned' | 'recvMsgOpt' | 'minSeq' | 'maxSeq'>;
const UNSET: Settings = { isPinned: false, recvMsgOpt: 0, minSeq: 0, maxSeq: 0 };

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
  {
    settings = UNSET,
    seqs = { maxSeq: 0, hasReadSeq: 0 },
  }: { settings?: Settings; seqs?: Pick<WireSeqs, 'maxSeq' | 'hasReadSeq'> },
): ConversationModel | null {
  const name = nameFor(userID, conversationID);
  if (name === null) return null;
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
    unreadCount: Math.max(0, end - Math.max(readSeq, begin - 1)),
    readSeq,
    window: { conversationID, begin, end },
    lastMessage: null,
  };
}
