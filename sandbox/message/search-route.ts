import type { Infer } from '../binding/shape.ts';
import { int32, message, string } from '../binding/shape.ts';
import { orNull } from '../http/go-values.ts';
import { RequestPagination } from '../http/page.ts';
import type { Caller, Route } from '../http/route.ts';
import { route } from '../http/route.ts';
import { Refusal, ServerPanic } from '../refusal.ts';
import type { Users } from '../user/users.ts';
import type { Archive, Entry } from './archive.ts';
import type { Message } from './message.ts';
import { SESSION } from './message.ts';
import type { Groups } from './ports.ts';

interface Parts {
  archive: Archive;
  users: Users;
  groups: Groups;
}

const Search = message('msg.SearchMessageReq', {
  sendID: string,
  recvID: string,
  contentType: int32,
  sendTime: string,
  sessionType: int32,
  pagination: RequestPagination,
});
type Query = NonNullable<Infer<typeof Search>>;

const DAY_MS = 24 * 60 * 60 * 1000;
const LAYOUT = '2006-01-02';

/** Go's complaint about a text that is no date. */
const dateFault = (text: string): string => {
  const quoted = JSON.stringify(text);
  const match = /^(\d{4})?(-)?(\d{2})?(-)?(\d{2})?/.exec(text);
  const elements = [/^\d{4}/, /^-/, /^\d{2}/, /^-/, /^\d{2}/];
  const names = ['2006', '-', '01', '-', '02'];
  let rest = text;
  for (const [index, element] of elements.entries()) {
    const found = element.exec(rest)?.[0];
    if (found === undefined)
      return `parsing time ${quoted} as "${LAYOUT}": cannot parse ${JSON.stringify(rest)} as "${names[index]}"`;
    rest = rest.slice(found.length);
  }
  if (rest !== '') return `parsing time ${quoted}: extra text: ${JSON.stringify(rest)}`;
  const month = Number(match?.[3]);
  return `parsing time ${quoted}: ${month < 1 || month > 12 ? 'month' : 'day'} out of range`;
};

const dayOf = (text: string): number => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(text)) return time;
  throw new Refusal('ArgsError', `invalid sendTime, req=${text}, format=${LAYOUT}, cause=${dateFault(text)}`);
};

type Stored = Entry & { message: Message };

const matcher = (query: Query): ((entry: Entry) => entry is Stored) => {
  const day = query.sendTime === '' ? undefined : dayOf(query.sendTime);
  return (entry): entry is Stored => {
    const found = entry.message;
    if (found === null) return false;
    if (query.sendID !== '' && found.sendID !== query.sendID) return false;
    if (query.recvID !== '' && found.recvID !== query.recvID && found.groupID !== query.recvID) return false;
    if (query.contentType !== 0 && found.contentType !== query.contentType) return false;
    if (query.sessionType !== 0 && found.sessionType !== query.sessionType) return false;
    return day === undefined || (found.sendTime >= day && found.sendTime < day + DAY_MS);
  };
};

/** The members of a group are counted for those only who may list them; its owner is never filled in. */
const logOf = ({ users, groups }: Parts, caller: Caller, { message: found, revoked }: Stored): object => {
  const isGroup = found.sessionType === SESSION.group;
  const group = isGroup ? groups.get(found.groupID) : undefined;
  const mayCount = isGroup && (caller.isAdmin || groups.member(found.groupID, caller.userID) !== undefined);
  return {
    chatLog: {
      serverMsgID: found.serverMsgID,
      clientMsgID: found.clientMsgID,
      sendID: found.sendID,
      recvID: group?.groupID ?? found.recvID,
      groupID: found.groupID,
      recvNickname: isGroup ? '' : (users.get(found.recvID)?.nickname ?? ''),
      senderPlatformID: found.senderPlatformID,
      senderNickname: found.senderNickname || (users.get(found.sendID)?.nickname ?? ''),
      senderFaceURL: group?.faceURL ?? found.senderFaceURL,
      groupName: group?.groupName ?? '',
      sessionType: found.sessionType,
      msgFrom: found.msgFrom,
      contentType: found.contentType,
      content: found.content,
      status: found.status,
      sendTime: found.sendTime,
      createTime: found.createTime,
      ex: found.ex,
      groupFaceURL: '',
      groupMemberCount: mayCount ? groups.memberIDs(found.groupID).length : 0,
      seq: found.seq,
      groupOwner: '',
      groupType: group?.groupType ?? 0,
    },
    isRevoked: revoked !== undefined,
  };
};

/** Anybody may search everything upstream; the conversations come oldest first, notifications not at all. */
export const searchRoute = (parts: Parts): Route =>
  route({
    path: '/msg/search_msg',
    body: Search,
    answer: (query, caller) => {
      const fits = matcher(query);
      const chats = [...parts.archive.conversationIDs()].filter((id) => id.startsWith('si_') || id.startsWith('sg_'));
      const found = chats.flatMap((id) => [...parts.archive.all(id)].filter(fits));
      const { pageNumber, showNumber } = query.pagination ?? { pageNumber: 0, showNumber: 0 };
      if (showNumber < 0) throw new ServerPanic('room for less than no rows');
      const skip = Math.max(0, (pageNumber - 1) * showNumber);
      const page = found.slice(skip, skip + showNumber);
      return { chatLogs: orNull(page.map((entry) => logOf(parts, caller, entry))), chatLogsNum: found.length };
    },
  });
