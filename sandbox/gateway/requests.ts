import type { Conversations } from '../conversation/conversations.ts';
import type { Archive } from '../message/archive.ts';
import type { Message } from '../message/message.ts';
import { isNoticeID } from '../message/message.ts';
import type { Range } from '../message/pull-routes.ts';
import { newestSeqs, pullRange } from '../message/pull-routes.ts';
import type { ReadParts } from '../message/read-routes.ts';
import { readState } from '../message/read-routes.ts';
import type { Sender } from '../message/sender.ts';
import type { Seqs } from '../message/seqs.ts';
import { viewOf, viewSeqs } from '../message/view.ts';
import { Refusal } from '../refusal.ts';
import type { Connection } from './connection.ts';
import type { RequestFrame } from './frame.ts';
import type { Hub } from './hub.ts';
import type { ProtoName } from './proto.ts';
import { decode, encode } from './proto.ts';
import { fromProto, toProto } from './proto-message.ts';

export interface RequestParts extends ReadParts {
  archive: Archive;
  seqs: Seqs;
  conversations: Conversations;
  sender: Sender;
  hub: Hub;
}

type Data = Uint8Array | null;
export type Handler = (parts: RequestParts, connection: Connection, frame: RequestFrame) => Data | Promise<Data>;

/** Bytes that are no such message are a fault without a code of its own. */
const read = <T>(name: ProtoName, frame: RequestFrame): T => {
  try {
    return decode<T>(name, frame.data);
  } catch {
    throw new Refusal('ServerInternalError', `proto: cannot parse ${name}`);
  }
};

/** Here, unlike on REST, an admin is nobody special. */
const mustBeSelf = (connection: Connection, userID: string): void => {
  if (connection.hello.userID !== userID) throw new Refusal('NoPermissionError', `ownerUserID, ${userID}=MISSING`);
};

const split = <T>(
  entries: readonly (readonly [string, T])[],
): { msgs: Record<string, T>; notificationMsgs: Record<string, T> } => ({
  msgs: Object.fromEntries(entries.filter(([id]) => !isNoticeID(id))),
  notificationMsgs: Object.fromEntries(entries.filter(([id]) => isNoticeID(id))),
});

const newest: Handler = (parts, connection, frame) => {
  const { userID } = read<{ userID: string }>('GetMaxSeqReq', frame);
  mustBeSelf(connection, userID);
  return encode('GetMaxSeqResp', { maxSeqs: Object.fromEntries(newestSeqs(parts, userID)) });
};

const pull: Handler = (parts, connection, frame) => {
  const { userID, seqRanges, order } = read<{ userID: string; seqRanges: Range[]; order: number }>(
    'PullMessageBySeqsReq',
    frame,
  );
  mustBeSelf(connection, userID);
  const pulled = seqRanges.flatMap((range) => {
    const found = pullRange(parts, { userID, order }, range);
    return found === undefined
      ? []
      : [[range.conversationID, { Msgs: found.messages.map(toProto), isEnd: found.isEnd }] as const];
  });
  return encode('PullMessageBySeqsResp', split(pulled));
};

/** Nothing but the sender is checked on this way in. */
const send: Handler = async ({ sender }, connection, frame) => {
  const message = fromProto(read('MsgData', frame));
  mustBeSelf(connection, message.sendID);
  const { changed, ...receipt } = await sender.send(message, frame.operationID);
  return encode('SendMsgResp', { ...receipt, ...(changed && { modify: toProto(changed.to) }) });
};

const signal: Handler = () => {
  throw new Refusal('ArgsError', 'msgData is nil');
};

interface SeqList {
  userID: string;
  conversations: { conversationID: string; seqs: number[] }[];
  order: number;
}

/** Which end of the conversation a list of seqs ran into. */
const endOf = (
  seqs: readonly number[],
  bounds: { min: number; max: number },
  order: number,
): { isEnd: boolean; endSeq: number } => {
  const beyond = order === 1 ? seqs.some((seq) => seq > 0 && seq < bounds.min) : seqs.some((seq) => seq > bounds.max);
  return { isEnd: beyond, endSeq: beyond ? (order === 1 ? bounds.min : bounds.max) : 0 };
};

/** Whose conversations these are is not asked. */
const bySeqs: Handler = ({ archive, seqs }, _connection, frame) => {
  const { userID, conversations, order } = read<SeqList>('GetSeqMessageReq', frame);
  const pulled = conversations.map(({ conversationID, seqs: wanted }) => {
    const bounds = seqs.bounds(userID, conversationID);
    const within = wanted.filter((seq) => seq > 0 && seq >= bounds.min && seq <= bounds.max);
    const messages = viewSeqs(archive, { conversationID, userID }, within);
    return [conversationID, { Msgs: messages.map(toProto), ...endOf(wanted, bounds, order) }] as const;
  });
  return encode('GetSeqMessageResp', split(pulled));
};

const hasRead: Handler = (parts, connection, frame) => {
  const asked = read<{ userID: string; conversationIDs: string[]; returnPinned: boolean }>(
    'GetConversationsHasReadAndMaxSeqReq',
    frame,
  );
  mustBeSelf(connection, asked.userID);
  return encode('GetConversationsHasReadAndMaxSeqResp', {
    seqs: Object.fromEntries(readState(parts, asked.userID, asked.conversationIDs)),
    pinnedConversationIDs: asked.returnPinned ? parts.conversations.idsWhere(asked.userID, (row) => row.isPinned) : [],
  });
};

const lastOf: Handler = ({ archive, seqs }, _connection, frame) => {
  const { userID, conversationIDs } = read<{ userID: string; conversationIDs: string[] }>('GetLastMessageReq', frame);
  const found = conversationIDs.flatMap((conversationID): [string, object][] => {
    const entry = archive.newest(conversationID, seqs.max(conversationID));
    if (!entry?.message) return [];
    const seen: Message = viewOf(archive, { conversationID, userID }, { ...entry, message: entry.message });
    return [[conversationID, toProto(seen)]];
  });
  return encode('GetLastMessageResp', { msgs: Object.fromEntries(found) });
};

/** Forgets where to push to, which nobody remembers here; the token stays good. */
const logout: Handler = (_parts, _connection, frame) => {
  read('DelUserPushTokenReq', frame);
  return new Uint8Array();
};

const background: Handler = (_parts, connection, frame) => {
  connection.isBackground = read<{ isBackground: boolean }>('SetAppBackgroundStatusReq', frame).isBackground;
  return null;
};

const subscribe: Handler = ({ hub }, connection, frame) => {
  const wish = read<{ subscribeUserID: string[]; unsubscribeUserID: string[] }>('SubUserOnlineStatus', frame);
  hub.watch(connection, { subscribe: wish.subscribeUserID, unsubscribe: wish.unsubscribeUserID });
  const subscribers = wish.subscribeUserID.map((userID) => ({
    userID,
    onlinePlatformIDs: [...hub.platformsOf(userID)],
  }));
  return encode('SubUserOnlineStatusTips', { subscribers });
};

export const LOGOUT = 2003;

export const REQUESTS: ReadonlyMap<number, Handler> = new Map([
  [1001, newest],
  [1002, pull],
  [1003, send],
  [1004, signal],
  [1005, bySeqs],
  [1006, hasRead],
  [1007, lastOf],
  [LOGOUT, logout],
  [2004, background],
  [2005, subscribe],
]);
