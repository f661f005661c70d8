import { list, message, string } from '../binding/shape.ts';
import { orNull } from '../http/go-values.ts';
import { pageOf, RequestPagination, wrongPage } from '../http/page.ts';
import type { Route } from '../http/route.ts';
import { firstWrong, ownerOnly, route } from '../http/route.ts';
import type { Archive } from '../message/archive.ts';
import type { Message } from '../message/message.ts';
import { SESSION } from '../message/message.ts';
import type { Groups } from '../message/ports.ts';
import type { Seqs } from '../message/seqs.ts';
import { Refusal } from '../refusal.ts';
import type { Users } from '../user/users.ts';
import type { Conversation } from './conversation.ts';
import type { Conversations } from './conversations.ts';

interface Parts {
  conversations: Conversations;
  users: Users;
  groups: Groups;
  archive: Archive;
  seqs: Seqs;
}

const Sorted = message('conversation.GetSortedConversationListReq', {
  userID: string,
  conversationIDs: list(string),
  pagination: RequestPagination,
});

const faceOf = ({ users, groups }: Parts, userID: string, last: Message) => {
  const nobody = { senderName: '', faceURL: '', groupName: '', groupFaceURL: '', groupType: 0, groupMemberCount: 0 };
  if (last.sessionType === SESSION.single) {
    const peer = users.get(last.sendID === userID ? last.recvID : last.sendID);
    return { ...nobody, senderName: peer?.nickname ?? '', faceURL: peer?.faceURL ?? '' };
  }
  if (last.sessionType !== SESSION.group) return nobody;
  const group = groups.get(last.groupID);
  return {
    ...nobody,
    senderName: users.get(last.sendID)?.nickname ?? '',
    groupName: group?.groupName ?? '',
    groupFaceURL: group?.faceURL ?? '',
    groupType: group?.groupType ?? 0,
    groupMemberCount: group?.memberCount ?? 0,
  };
};

/** The last message as it was stored: a revocation does not show here. */
const infoOf = (parts: Parts, userID: string, last: Message) => ({
  serverMsgID: last.serverMsgID,
  clientMsgID: last.clientMsgID,
  sessionType: last.sessionType,
  sendID: last.sendID,
  recvID: last.recvID,
  groupID: last.groupID,
  ...faceOf(parts, userID, last),
  LatestMsgRecvTime: last.sendTime,
  msgFrom: last.msgFrom,
  contentType: last.contentType,
  content: last.content,
  ex: last.ex,
});

interface Line {
  time: number;
  isPinned: boolean;
  elem: object;
}

const lineOf = (parts: Parts, userID: string, row: Conversation): Line => {
  const { conversationID, recvMsgOpt, isPinned } = row;
  const maxSeq = parts.seqs.max(conversationID);
  const last = parts.archive.entry(conversationID, maxSeq)?.message ?? undefined;
  const unreadCount = maxSeq - parts.seqs.read(userID, conversationID);
  const msgInfo = last === undefined ? null : infoOf(parts, userID, last);
  const time = last?.sendTime ?? parts.conversations.createTime(userID, conversationID);
  return { time, isPinned, elem: { conversationID, recvMsgOpt, unreadCount, IsPinned: isPinned, msgInfo } };
};

/** Upstream keys the lines by their time, so of two with the same one the later takes the place. */
const newestFirst = (lines: readonly Line[]): object[] =>
  [...new Map(lines.map((line) => [line.time, line])).values()].sort((a, b) => b.time - a.time).map(({ elem }) => elem);

export const sortedRoute = (parts: Parts): Route =>
  route({
    path: '/conversation/get_sorted_conversation_list',
    body: Sorted,
    check: ({ userID, pagination }) => firstWrong(userID === '' && 'userID is empty', wrongPage(pagination)),
    allow: ownerOnly('userID'),
    answer: ({ userID, conversationIDs, pagination }) => {
      const { conversations, archive, seqs } = parts;
      const ids = [...new Set(conversationIDs?.length ? conversationIDs : conversations.ids(userID))];
      const rows = conversations.find(userID, ids);
      if (rows.length === 0) throw new Refusal('RecordNotFoundError');
      const lines = rows.map((row) => lineOf(parts, userID, row));
      const sorted = [
        ...newestFirst(lines.filter((line) => line.isPinned)),
        ...newestFirst(lines.filter((line) => !line.isPinned)),
      ];
      return {
        conversationTotal: ids.filter((id) => archive.has(id)).length,
        unreadTotal: ids.reduce((sum, id) => sum + seqs.max(id) - seqs.read(userID, id), 0),
        conversationElems: orNull(pageOf(sorted, pagination)),
      };
    },
  });
