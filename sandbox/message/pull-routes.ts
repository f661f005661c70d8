import type { Infer } from '../binding/shape.ts';
import { enumeration, int64, list, message, string } from '../binding/shape.ts';
import type { Conversations } from '../conversation/conversations.ts';
import { omitEmpty } from '../http/go-values.ts';
import type { Route } from '../http/route.ts';
import { ownerOnly, route } from '../http/route.ts';
import type { Archive } from './archive.ts';
import type { Message } from './message.ts';
import { isNoticeID } from './message.ts';
import type { Seqs } from './seqs.ts';
import { viewSeqs } from './view.ts';
import { wireMessage } from './wire-message.ts';

export interface PullParts {
  archive: Archive;
  seqs: Seqs;
  conversations: Conversations;
}

const SeqRange = message('sdkws.SeqRange', { conversationID: string, begin: int64, end: int64, num: int64 });
export type Range = NonNullable<Infer<typeof SeqRange>>;

const NewestSeq = message('sdkws.GetMaxSeqReq', { userID: string });
const Pull = message('sdkws.PullMessageBySeqsReq', {
  userID: string,
  seqRanges: list(SeqRange),
  order: enumeration('sdkws.PullOrder'),
});

const DESCENDING = 1;
/** A notification range is walked seq by seq, so an absurd one must not be. */
const LONGEST_WALK = 100_000;

export interface Pulled {
  messages: Message[];
  isEnd: boolean;
}

const upTo = (begin: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - begin + 1) }, (_, index) => begin + index);

/** The last `num` of a range in the user's reach; nothing when the user has no such conversation. */
const pullChat = (
  parts: PullParts,
  userID: string,
  range: Range,
): { min: number; max: number; seqs: number[] } | undefined => {
  const row = parts.conversations.get(userID, range.conversationID);
  if (row === undefined) return undefined;
  const { min, max } = parts.seqs.bounds(userID, range.conversationID, row.maxSeq);
  if (min > range.end) return undefined;
  const [begin, end] = [Math.max(range.begin, min), Math.min(range.end, max)];
  if (end < begin) return undefined;
  return { min, max, seqs: upTo(end - begin + 1 <= range.num ? begin : end - range.num + 1, end) };
};

const pullNotices = (parts: PullParts, userID: string, range: Range): { min: number; max: number; seqs: number[] } => {
  const { min, max } = parts.seqs.bounds(userID, range.conversationID);
  const first = Math.max(range.begin, min, 1);
  return { min, max, seqs: upTo(first, Math.min(range.end, max, first + LONGEST_WALK)) };
};

export const pullRange = (
  parts: PullParts,
  at: { userID: string; order: number },
  range: Range,
): Pulled | undefined => {
  const found = isNoticeID(range.conversationID)
    ? pullNotices(parts, at.userID, range)
    : pullChat(parts, at.userID, range);
  if (found === undefined || found.seqs.length === 0) return undefined;
  const messages = viewSeqs(parts.archive, { conversationID: range.conversationID, userID: at.userID }, found.seqs);
  return { messages, isEnd: at.order === DESCENDING ? range.begin <= found.min : found.max <= range.end };
};

/** Own conversations with the notifications beside them, where anything was ever sent. */
export const newestSeqs = ({ seqs, conversations }: PullParts, userID: string): [string, number][] => {
  const ids = conversations.ids(userID);
  const all = new Set([...ids, ...ids.map((id) => `n_${id.slice(id.indexOf('_') + 1)}`), `n_${userID}_${userID}`]);
  return [...all].map((id): [string, number] => [id, seqs.max(id)]).filter(([, seq]) => seq > 0);
};

const newestSeq = (parts: PullParts): Route =>
  route({
    path: '/msg/newest_seq',
    body: NewestSeq,
    allow: ownerOnly('userID'),
    answer: ({ userID }) => omitEmpty('maxSeqs', newestSeqs(parts, userID)),
  });

const pull = (parts: PullParts): Route =>
  route({
    path: '/msg/pull_msg_by_seq',
    body: Pull,
    allow: ownerOnly('userID'),
    answer: ({ userID, seqRanges, order }) => {
      const pulled = new Map<string, object>();
      for (const range of seqRanges ?? []) {
        const found = range === null ? undefined : pullRange(parts, { userID, order }, range);
        if (range === null || found === undefined) continue;
        pulled.set(range.conversationID, { Msgs: found.messages.map(wireMessage), isEnd: found.isEnd, endSeq: 0 });
      }
      const [notices, chats] = [
        [...pulled].filter(([id]) => isNoticeID(id)),
        [...pulled].filter(([id]) => !isNoticeID(id)),
      ];
      return { ...omitEmpty('msgs', chats), ...omitEmpty('notificationMsgs', notices) };
    },
  });

export const pullRoutes = (parts: PullParts): Route[] => [newestSeq(parts), pull(parts)];
