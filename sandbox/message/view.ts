import type { Archive, Entry } from './archive.ts';
import type { Message } from './message.ts';
import { BLANK, DELETED } from './message.ts';

const REVOKED = 2101;
const QUOTE = 114;

const revocationOf = ({ revoked }: Entry, message: Message): string =>
  JSON.stringify({
    detail: JSON.stringify({
      revokerID: revoked?.userID,
      revokerRole: revoked?.role,
      clientMsgID: message.clientMsgID,
      revokerNickname: revoked?.nickname,
      revokeTime: revoked?.time,
      sourceMessageSendTime: message.sendTime,
      sourceMessageSendID: message.sendID,
      sourceMessageSenderNickname: message.senderNickname,
      sessionType: message.sessionType,
      seq: message.seq,
      ex: message.ex,
    }),
  });

/** The fields of a quoted message that survive a rewrite, in their order over there. */
const QUOTED: Record<string, unknown> = {
  sendID: '',
  recvID: '',
  groupID: '',
  clientMsgID: '',
  serverMsgID: '',
  senderPlatformID: 0,
  senderNickname: '',
  senderFaceURL: '',
  sessionType: 0,
  msgFrom: 0,
  contentType: 0,
  content: '',
  seq: 0,
  sendTime: 0,
  createTime: 0,
  status: 0,
  isRead: false,
  options: undefined,
  offlinePushInfo: null,
  atUserIDList: null,
  attachedInfo: '',
  ex: '',
  keyVersion: 0,
  dstUserIDs: null,
};

interface QuoteContent {
  text?: string;
  quoteMessage?: Record<string, unknown> | null;
  messageEntityList?: unknown;
}

const readQuote = (content: string): QuoteContent | undefined => {
  try {
    const json: unknown = JSON.parse(content);
    return typeof json === 'object' && json !== null ? json : undefined;
  } catch {
    return undefined;
  }
};

const rewriteQuote = (quote: QuoteContent, change: object): string => {
  const known = Object.entries(QUOTED).map(([key, zero]) => [key, quote.quoteMessage?.[key] ?? zero]);
  return JSON.stringify({
    ...(quote.text && { text: quote.text }),
    quoteMessage: { ...Object.fromEntries(known), ...change },
    ...(quote.messageEntityList !== undefined && { messageEntityList: quote.messageEntityList }),
  });
};

/** A quote must not keep alive what was revoked: the quoted part then shows the revocation. */
const quoteContent = (archive: Archive, conversationID: string, message: Message): string => {
  const quote = readQuote(message.content);
  const quoted = quote?.quoteMessage;
  if (quote === undefined || typeof quoted !== 'object' || quoted === null) return message.content;
  const seq = Number(quoted.seq ?? 0);
  if (seq <= 0 && quoted.contentType === REVOKED) return message.content;
  const original = seq > 0 ? archive.entry(conversationID, seq) : undefined;
  if (original?.message && original.revoked === undefined) return message.content;
  const content = original?.message ? revocationOf(original, original.message) : '{}';
  return rewriteQuote(quote, { contentType: REVOKED, content });
};

/** A message as one user sees it. */
export const viewOf = (
  archive: Archive,
  at: { conversationID: string; userID: string },
  entry: Entry & { message: Message },
): Message => {
  const { message } = entry;
  const untouched = !entry.isRead && !entry.revoked && !entry.hiddenFrom && message.contentType !== QUOTE;
  if (untouched) return message;
  const seen = { ...message, isRead: entry.isRead ?? message.isRead };
  if (entry.hiddenFrom?.includes(at.userID)) Object.assign(seen, { content: '', status: DELETED });
  if (entry.revoked) return { ...seen, contentType: REVOKED, content: revocationOf(entry, message) };
  return seen.contentType === QUOTE && seen.content !== ''
    ? { ...seen, content: quoteContent(archive, at.conversationID, seen) }
    : seen;
};

/** A seq without a message still has a place, dated like its neighbour below. */
const phantom = (archive: Archive, conversationID: string, seq: number): Message => ({
  ...BLANK,
  seq,
  status: DELETED,
  sendTime: archive.newest(conversationID, seq)?.message?.sendTime ?? 0,
});

export const viewSeqs = (
  archive: Archive,
  at: { conversationID: string; userID: string },
  seqs: readonly number[],
): Message[] =>
  seqs.map((seq) => {
    const entry = archive.entry(at.conversationID, seq);
    return entry?.message
      ? viewOf(archive, at, { ...entry, message: entry.message })
      : phantom(archive, at.conversationID, seq);
  });
