import { bool, int64, list, message, string } from '../binding/shape.ts';
import type { Callbacks } from '../callbacks/callbacks.ts';
import { MessageCallbacks } from '../callbacks/messages.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { Conversations } from '../conversation/conversations.ts';
import { omitEmpty, orNull } from '../http/go-values.ts';
import type { Caller, Route } from '../http/route.ts';
import { firstWrong, ownerOnly, route } from '../http/route.ts';
import type { Notifier } from '../notify/notifier.ts';
import { Refusal, ServerPanic } from '../refusal.ts';
import type { Archive } from './archive.ts';
import { SESSION } from './message.ts';
import type { Seqs } from './seqs.ts';

export interface ReadParts {
  callbacks: Callbacks;
  archive: Archive;
  seqs: Seqs;
  conversations: Conversations;
  notifier: Notifier;
}

const State = message('msg.GetConversationsHasReadAndMaxSeqReq', {
  userID: string,
  conversationIDs: list(string),
  returnPinned: bool,
});
const MarkMessages = message('msg.MarkMsgsAsReadReq', { conversationID: string, seqs: list(int64), userID: string });
const MarkAll = message('msg.MarkConversationAsReadReq', {
  conversationID: string,
  userID: string,
  hasReadSeq: int64,
  seqs: list(int64),
});
const SetRead = message('msg.SetConversationHasReadSeqReq', {
  conversationID: string,
  userID: string,
  hasReadSeq: int64,
  noNotification: bool,
});

const RECEIPT = 2200;

const wrongTarget = (body: { conversationID: string; userID: string }) =>
  firstWrong(body.conversationID === '' && 'conversationID is empty', body.userID === '' && 'userID is empty');
const wrongSeqs = (seqs: readonly number[] | null) => (seqs ?? []).includes(0) && 'seqs has 0 value is invalid';
const tooFar = () => new Refusal('ArgsError', 'hasReadSeq must not be bigger than maxSeq');

/** Who gets to know: the other side of a chat. */
export const otherSide = (row: Conversation): string =>
  row.conversationType === SESSION.group ? row.groupID : row.userID;

export const readState = (parts: ReadParts, userID: string, asked: readonly string[]): [string, object][] => {
  const ids = asked.length === 0 ? parts.conversations.ids(userID) : [...new Set(asked)];
  return ids.map((id) => {
    const { maxSeq, time } = parts.seqs.counter(id);
    const shown = parts.conversations.get(userID, id)?.maxSeq || maxSeq;
    return [id, { maxSeq: shown, hasReadSeq: parts.seqs.read(userID, id), maxSeqTime: time }];
  });
};

const state = (parts: ReadParts): Route =>
  route({
    path: '/msg/get_conversations_has_read_and_max_seq',
    body: State,
    check: ({ userID }) => userID === '' && 'userID is empty',
    allow: ownerOnly('userID'),
    answer: ({ userID, conversationIDs, returnPinned }) => ({
      ...omitEmpty('seqs', readState(parts, userID, conversationIDs ?? [])),
      pinnedConversationIDs: returnPinned ? orNull(parts.conversations.idsWhere(userID, (row) => row.isPinned)) : null,
    }),
  });

interface Receipt {
  conversationID: string;
  to: string;
  session: number;
  seqs: readonly number[];
  hasReadSeq: number;
}

const tellRead = ({ notifier }: ReadParts, by: { userID: string; caller: Caller }, receipt: Receipt): void => {
  const { conversationID, seqs, hasReadSeq } = receipt;
  const detail = { markAsReadUserID: by.userID, conversationID, seqs: orNull(seqs), hasReadSeq };
  notifier.send({
    contentType: RECEIPT,
    from: by.userID,
    to: receipt.to,
    session: receipt.session,
    detail,
    operationID: by.caller.operationID,
  });
};

/** One's own messages are not "read" by oneself. */
const flagRead = (
  { archive }: ReadParts,
  at: { conversationID: string; userID: string },
  seqs: readonly number[],
): void => {
  for (const seq of seqs) {
    const sender = archive.entry(at.conversationID, seq)?.message?.sendID;
    if (sender !== undefined && sender !== at.userID) archive.change(at.conversationID, seq, { isRead: true });
  }
};

const demandRow = ({ conversations }: ReadParts, body: { userID: string; conversationID: string }): Conversation => {
  const row = conversations.get(body.userID, body.conversationID);
  if (row === undefined) throw new Refusal('RecordNotFoundError', 'conversation not found');
  return row;
};

const markMessages = (parts: ReadParts): Route =>
  route({
    path: '/msg/mark_msgs_as_read',
    body: MarkMessages,
    check: ({ seqs, ...body }) =>
      firstWrong(
        body.conversationID === '' && 'conversationID is empty',
        seqs === null && 'seqs is empty',
        body.userID === '' && 'userID is empty',
        wrongSeqs(seqs),
      ),
    allow: ownerOnly('userID'),
    answer: async ({ conversationID, seqs, userID }, caller) => {
      const hasReadSeq = seqs?.at(-1);
      if (seqs === null || hasReadSeq === undefined) throw new ServerPanic('the last of no seqs');
      if (hasReadSeq > parts.seqs.max(conversationID)) throw tooFar();
      const row = demandRow(parts, { userID, conversationID });
      flagRead(parts, { conversationID, userID }, seqs);
      parts.seqs.markRead(userID, conversationID, hasReadSeq);
      tellRead(
        parts,
        { userID, caller },
        { conversationID, to: otherSide(row), session: row.conversationType, seqs, hasReadSeq },
      );
      const told = { conversationID, userID, seqs, contentType: row.conversationType };
      await new MessageCallbacks(parts.callbacks).afterRead(told, caller.operationID);
    },
  });

const unreadUpTo = (read: number, hasReadSeq: number, extra: readonly number[]): number[] => {
  const fresh = Array.from({ length: Math.max(0, hasReadSeq - read) }, (_, index) => read + 1 + index);
  return [...new Set([...fresh, ...extra])];
};

/** What was read, as the request names it. */
const tellOthers = async (
  { callbacks }: ReadParts,
  { row, userID, seqs }: { row: Conversation; userID: string; seqs: readonly number[] | null },
  operationID: string,
): Promise<void> => {
  const { conversationID, conversationType: contentType } = row;
  const tell = new MessageCallbacks(callbacks);
  if (contentType === SESSION.single) await tell.afterRead({ conversationID, userID, seqs, contentType }, operationID);
  if (contentType === SESSION.group) await tell.afterGroupRead({ userID, count: seqs?.length ?? 0 }, operationID);
};

const markAll = (parts: ReadParts): Route =>
  route({
    path: '/msg/mark_conversation_as_read',
    body: MarkAll,
    check: (body) =>
      firstWrong(wrongTarget(body), body.hasReadSeq < 1 && 'hasReadSeq is invalid', wrongSeqs(body.seqs)),
    allow: ownerOnly('userID'),
    answer: async ({ conversationID, userID, hasReadSeq, seqs }, caller) => {
      const row = demandRow(parts, { userID, conversationID });
      const isChat = row.conversationType === SESSION.single;
      const fresh = isChat ? unreadUpTo(parts.seqs.read(userID, conversationID), hasReadSeq, seqs ?? []) : [];
      flagRead(parts, { conversationID, userID }, fresh);
      parts.seqs.markRead(userID, conversationID, hasReadSeq);
      const reached = parts.seqs.read(userID, conversationID);
      tellRead(
        parts,
        { userID, caller },
        { conversationID, to: isChat ? row.userID : userID, session: SESSION.single, seqs: fresh, hasReadSeq: reached },
      );
      await tellOthers(parts, { row, userID, seqs }, caller.operationID);
    },
  });

const setRead = (parts: ReadParts): Route =>
  route({
    path: '/msg/set_conversation_has_read_seq',
    body: SetRead,
    check: (body) => firstWrong(wrongTarget(body), body.hasReadSeq < 1 && 'hasReadSeq is invalid'),
    allow: ownerOnly('userID'),
    answer: ({ conversationID, userID, hasReadSeq }, caller) => {
      if (hasReadSeq > parts.seqs.max(conversationID)) throw tooFar();
      parts.seqs.markRead(userID, conversationID, hasReadSeq);
      tellRead(
        parts,
        { userID, caller },
        { conversationID, to: userID, session: SESSION.single, seqs: [], hasReadSeq },
      );
    },
  });

export const readRoutes = (parts: ReadParts): Route[] => [
  state(parts),
  markMessages(parts),
  markAll(parts),
  setRead(parts),
];
