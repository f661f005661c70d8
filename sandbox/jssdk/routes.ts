import { int64, list, message, string } from '../binding/shape.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { Conversations } from '../conversation/conversations.ts';
import { decode, encode, type ProtoName } from '../gateway/proto.ts';
import { orNull } from '../http/go-values.ts';
import type { Answer, Protobuf, Route } from '../http/route.ts';
import { route } from '../http/route.ts';
import type { Archive } from '../message/archive.ts';
import type { Message } from '../message/message.ts';
import { DELETED } from '../message/message.ts';
import type { Friendships, Groups } from '../message/ports.ts';
import type { Seqs } from '../message/seqs.ts';
import { viewOf, viewSeqs } from '../message/view.ts';
import { wireMessage } from '../message/wire-message.ts';
import type { Users } from '../user/users.ts';

export interface JssdkParts {
  conversations: Conversations;
  archive: Archive;
  seqs: Seqs;
  users: Users;
  friendships: Friendships;
  groups: Groups;
}

const Some = message('jssdk.GetConversationsReq', { ownerUserID: string, conversationIDs: list(string) });
const Active = message('jssdk.GetActiveConversationsReq', { ownerUserID: string, count: int64 });

const CONTENT_TYPES = ['application/json', 'application/protobuf', 'application/x-protobuf'];
const protobuf = (request: ProtoName): Protobuf => ({
  read: (bytes) => decode<object>(request, bytes),
  write: (answer) => encode('ConversationMsgs', answer),
});
const MOST = 500;
const USUAL = 100;

/** The last message that can be shown; when the newest is gone for this user, the newest that is not wiped. */
const lastMessage = ({ archive, seqs }: JssdkParts, userID: string, conversationID: string): Message | undefined => {
  const { min, max } = seqs.bounds(userID, conversationID);
  const newest = seqs.max(conversationID);
  const seen =
    newest >= min && newest <= max && newest > 0
      ? viewSeqs(archive, { conversationID, userID }, [newest])[0]
      : undefined;
  if (seen !== undefined && seen.status < DELETED) return seen;
  const entry = archive.newest(conversationID, newest);
  return entry?.message ? viewOf(archive, { conversationID, userID }, { ...entry, message: entry.message }) : seen;
};

const lineOf = (parts: JssdkParts, row: Conversation): object[] => {
  const { ownerUserID, conversationID, userID, groupID } = row;
  const last = lastMessage(parts, ownerUserID, conversationID);
  if (last === undefined) return [];
  const isGroup = groupID !== '';
  const line = {
    conversation: row,
    lastMsg: wireMessage(last),
    user: isGroup ? null : (parts.users.get(userID) ?? null),
    friend: isGroup ? null : (parts.friendships.friendRow(ownerUserID, userID) ?? null),
    group: isGroup ? (parts.groups.get(groupID) ?? null) : null,
    maxSeq: parts.seqs.max(conversationID),
    readSeq: parts.seqs.read(ownerUserID, conversationID),
  };
  return [line];
};

const answerOf = (
  parts: JssdkParts,
  userID: string,
  given: { counted: readonly string[]; rows: readonly Conversation[] },
): Answer => ({
  unreadCount: given.counted.reduce(
    (sum, id) => sum + Math.max(0, parts.seqs.max(id) - parts.seqs.read(userID, id)),
    0,
  ),
  conversations: orNull(given.rows.flatMap((row) => lineOf(parts, row))),
});

const some = (parts: JssdkParts): Route =>
  route({
    path: '/jssdk/get_conversations',
    body: Some,
    contentTypes: CONTENT_TYPES,
    protobuf: protobuf('GetConversationsReq'),
    answer: ({ conversationIDs }, { userID }) => {
      const rows = parts.conversations.find(userID, conversationIDs ?? []);
      return answerOf(parts, userID, { counted: rows.map(({ conversationID }) => conversationID), rows });
    },
  });

const active = (parts: JssdkParts): Route =>
  route({
    path: '/jssdk/get_active_conversations',
    body: Active,
    contentTypes: CONTENT_TYPES,
    protobuf: protobuf('GetActiveConversationsReq'),
    answer: ({ count }, { userID }) => {
      const { conversations, seqs } = parts;
      const alive = conversations.ids(userID).filter((id) => seqs.max(id) > 0);
      const pinned = new Set(conversations.idsWhere(userID, (row) => row.isPinned));
      const rank = (id: string) => (pinned.has(id) ? 1 : 0);
      const sorted = alive.toSorted((a, b) => rank(b) - rank(a) || seqs.counter(b).time - seqs.counter(a).time);
      const wanted = sorted.slice(0, count <= 0 || count > MOST ? USUAL : count);
      return answerOf(parts, userID, { counted: alive, rows: conversations.find(userID, wanted) });
    },
  });

export const jssdkRoutes = (parts: JssdkParts): Route[] => [some(parts), active(parts)];
