import type { Infer } from '../binding/shape.ts';
import {
  int32,
  int64,
  list,
  maybeBool,
  maybeInt32,
  maybeInt64,
  maybeString,
  message,
  string,
} from '../binding/shape.ts';
import type { Caller, Route } from '../http/route.ts';
import { firstWrong, mustOwn, ownerOnly, route } from '../http/route.ts';
import type { Archive } from '../message/archive.ts';
import { SESSION } from '../message/message.ts';
import type { Groups } from '../message/ports.ts';
import type { Seqs } from '../message/seqs.ts';
import type { Notifier } from '../notify/notifier.ts';
import { Refusal } from '../refusal.ts';
import { now } from '../state/clock.ts';
import type { Conversation } from './conversation.ts';
import type { Conversations } from './conversations.ts';

interface Parts {
  conversations: Conversations;
  groups: Groups;
  notifier: Notifier;
  archive: Archive;
  seqs: Seqs;
}

const Wish = message('conversation.ConversationReq', {
  conversationID: string,
  conversationType: int32,
  userID: string,
  groupID: string,
  recvMsgOpt: maybeInt32,
  isPinned: maybeBool,
  attachedInfo: maybeString,
  isPrivateChat: maybeBool,
  ex: maybeString,
  burnDuration: maybeInt32,
  minSeq: maybeInt64,
  maxSeq: maybeInt64,
  groupAtType: maybeInt32,
  msgDestructTime: maybeInt64,
  isMsgDestruct: maybeBool,
});
type Wished = NonNullable<Infer<typeof Wish>>;

const SetSome = message('conversation.SetConversationsReq', { userIDs: list(string), conversation: Wish });
const Delete = message('conversation.DeleteConversationsReq', {
  ownerUserID: string,
  needDeleteTime: int64,
  conversationIDs: list(string),
});
const UpdateAll = message('conversation.UpdateConversationsByUserReq', { userID: string, ex: maybeString });

const WRITE_GROUP = 2;
const DISMISSED = 2;
const PRIVATE_NOTICE = 1701;
const DAY_MS = 24 * 60 * 60 * 1000;

const SETTABLE = [
  'recvMsgOpt',
  'attachedInfo',
  'ex',
  'isPinned',
  'groupAtType',
  'msgDestructTime',
  'isMsgDestruct',
  'burnDuration',
] as const;

const wrongWish = ({ userIDs, conversation: wish }: { userIDs: string[] | null; conversation: Wished | null }) =>
  firstWrong(
    userIDs === null && 'userID is empty',
    wish === null && 'conversation is empty',
    wish?.conversationType === 0 && 'conversationType is invalid',
    wish?.conversationType === SESSION.single && wish.userID === '' && 'userID is empty',
    wish?.conversationType === SESSION.group && wish.groupID === '' && 'groupID is empty',
  );

const changeOf = (wish: Wished): Partial<Conversation> =>
  Object.fromEntries(SETTABLE.filter((key) => wish[key] !== null).map((key) => [key, wish[key]]));

const isChange = (row: Conversation, change: Partial<Conversation>): boolean =>
  SETTABLE.some((key) => key in change && change[key] !== row[key]);

/** A row that is not there is made, but its owner has just been told that there is none, and that answer is kept. */
const apply = ({ conversations }: Parts, ownerUserID: string, wish: Wished): void => {
  const change = changeOf(wish);
  const row = conversations.get(ownerUserID, wish.conversationID);
  if (Object.keys(change).length === 0 || (row !== undefined && !isChange(row, change))) return;
  const { conversationID, conversationType, userID, groupID } = wish;
  if (conversations.has(ownerUserID, conversationID)) conversations.update(ownerUserID, conversationID, change);
  else conversations.create({ ownerUserID, conversationID, conversationType, userID, groupID, ...change }, true);
  conversations.announce(ownerUserID, conversationID);
};

/** Burning after reading is a matter of both sides. */
const mirrorPrivate = (
  { conversations, notifier }: Parts,
  caller: Caller,
  owner: string,
  wish: Wished & { isPrivateChat: boolean },
): void => {
  const { conversationID, conversationType, userID, groupID, isPrivateChat } = wish;
  for (const [ownerUserID = '', peer = ''] of [
    [owner, userID],
    [userID, owner],
  ]) {
    if (conversations.has(ownerUserID, conversationID))
      conversations.update(ownerUserID, conversationID, { isPrivateChat });
    else
      conversations.create({
        ownerUserID,
        conversationID,
        conversationType,
        groupID,
        ...changeOf(wish),
        userID: peer,
        isPrivateChat,
      });
  }
  const detail = { recvID: userID, sendID: owner, isPrivate: isPrivateChat, conversationID };
  notifier.send({ contentType: PRIVATE_NOTICE, from: owner, to: userID, detail, operationID: caller.operationID });
};

const set = (parts: Parts): Route =>
  route({
    path: '/conversation/set_conversations',
    body: SetSome,
    check: wrongWish,
    allow: ({ userIDs }, caller) => {
      for (const userID of userIDs ?? []) mustOwn(caller, userID);
    },
    answer: ({ userIDs, conversation: wish }, caller) => {
      if (wish === null) return;
      if (wish.conversationType === WRITE_GROUP) {
        const group = parts.groups.get(wish.groupID);
        if (group === undefined) throw new Refusal('RecordNotFoundError', 'record not found');
        if (group.status === DISMISSED) throw new Refusal('DismissedAlreadyError', 'group dismissed');
      }
      for (const userID of userIDs ?? []) apply(parts, userID, wish);
      const { isPrivateChat } = wish;
      if (isPrivateChat === null || wish.conversationType === SESSION.group) return;
      for (const userID of userIDs ?? []) mirrorPrivate(parts, caller, userID, { ...wish, isPrivateChat });
    },
  });

/** Upstream filters by the other side of the chat, so the rows changed are everybody's but the caller's. */
const updateAll = ({ conversations }: Parts): Route =>
  route({
    path: '/conversation/update_conversations_by_user',
    body: UpdateAll,
    allow: ownerOnly('userID'),
    answer: ({ userID, ex }) => {
      if (ex === null) return;
      for (const row of [...conversations.facing(userID)])
        conversations.update(row.ownerUserID, row.conversationID, { ex });
    },
  });

const remove = ({ conversations, archive, seqs }: Parts): Route =>
  route({
    path: '/conversation/delete_conversations',
    body: Delete,
    allow: ownerOnly('ownerUserID'),
    answer: ({ ownerUserID, needDeleteTime, ...body }) => {
      const given = body.conversationIDs ?? [];
      if (needDeleteTime === 0 && given.length === 0)
        throw new Refusal('ArgsError', 'need_delete_time or conversationIDs need be set');
      if (needDeleteTime !== 0 && given.length > 0) {
        throw new Refusal('ArgsError', 'need_delete_time and conversationIDs cannot both be set');
      }
      const limit = now() - needDeleteTime * DAY_MS;
      const isOld = (id: string) => (archive.newest(id, seqs.max(id))?.message?.sendTime ?? limit) < limit;
      conversations.delete(ownerUserID, given.length > 0 ? given : conversations.ids(ownerUserID).filter(isOld));
    },
  });

export const settingRoutes = (parts: Parts): Route[] => [set(parts), updateAll(parts), remove(parts)];
