import { list, message, string } from '../binding/shape.ts';
import { orNull } from '../http/go-values.ts';
import { pageOf, RequestPagination } from '../http/page.ts';
import type { Route } from '../http/route.ts';
import { firstWrong, ownerOnly, route } from '../http/route.ts';
import { Refusal } from '../refusal.ts';
import { RECEIVE } from './conversation.ts';
import type { Conversations } from './conversations.ts';

interface Parts {
  conversations: Conversations;
}

const GetAll = message('conversation.GetAllConversationsReq', { ownerUserID: string });
const GetOne = message('conversation.GetConversationReq', { conversationID: string, ownerUserID: string });
const GetSome = message('conversation.GetConversationsReq', { ownerUserID: string, conversationIDs: list(string) });
const GetPage = message('conversation.GetOwnerConversationReq', { userID: string, pagination: RequestPagination });
const OfUser = (goType: string) => message(goType, { userID: string });

const noOwner = ({ ownerUserID }: { ownerUserID: string }) => ownerUserID === '' && 'ownerUserID is empty';

const getAll = ({ conversations }: Parts): Route =>
  route({
    path: '/conversation/get_all_conversations',
    body: GetAll,
    check: noOwner,
    allow: ownerOnly('ownerUserID'),
    answer: ({ ownerUserID }) => ({ conversations: orNull(conversations.all(ownerUserID)) }),
  });

const getOne = ({ conversations }: Parts): Route =>
  route({
    path: '/conversation/get_conversation',
    body: GetOne,
    check: (body) => firstWrong(noOwner(body), body.conversationID === '' && 'conversationID is empty'),
    allow: ownerOnly('ownerUserID'),
    answer: ({ ownerUserID, conversationID }) => {
      const conversation = conversations.get(ownerUserID, conversationID);
      if (conversation === undefined) throw new Refusal('RecordNotFoundError', 'conversation not found');
      return { conversation };
    },
  });

const getSome = ({ conversations }: Parts): Route =>
  route({
    path: '/conversation/get_conversations',
    body: GetSome,
    check: (body) => firstWrong(noOwner(body), body.conversationIDs === null && 'conversationIDs is empty'),
    allow: ownerOnly('ownerUserID'),
    answer: ({ ownerUserID, conversationIDs }) => ({
      conversations: orNull(conversations.find(ownerUserID, conversationIDs ?? [])),
    }),
  });

const getPage = ({ conversations }: Parts): Route =>
  route({
    path: '/conversation/get_owner_conversation',
    body: GetPage,
    allow: ownerOnly('userID'),
    answer: ({ userID, pagination }) => {
      const ids = conversations.ids(userID);
      const rows = pageOf(ids, pagination).map((id) => {
        const row = conversations.get(userID, id);
        if (row === undefined) throw new Refusal('RecordNotFoundError', 'cache is not found');
        return row;
      });
      return { total: ids.length, conversations: orNull(rows) };
    },
  });

const silent = ({ conversations }: Parts): Route =>
  route({
    path: '/conversation/get_not_notify_conversation_ids',
    body: OfUser('conversation.GetNotNotifyConversationIDsReq'),
    allow: ownerOnly('userID'),
    answer: ({ userID }) => ({
      conversationIDs: orNull(conversations.idsWhere(userID, (row) => row.recvMsgOpt === RECEIVE.silently)),
    }),
  });

const pinned = ({ conversations }: Parts): Route =>
  route({
    path: '/conversation/get_pinned_conversation_ids',
    body: OfUser('conversation.GetPinnedConversationIDsReq'),
    allow: ownerOnly('userID'),
    answer: ({ userID }) => ({ conversationIDs: orNull(conversations.idsWhere(userID, (row) => row.isPinned)) }),
  });

export const listRoutes = (parts: Parts): Route[] => [
  getAll(parts),
  getOne(parts),
  getSome(parts),
  getPage(parts),
  silent(parts),
  pinned(parts),
];
