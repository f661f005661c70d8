import type { GraphQLResolveInfo } from 'graphql';
import type { Connection, PageArguments } from '../../kit/page.ts';
import type { ConversationFilter } from '../__generated__/resolvers.ts';
import { type OpenIMContext, userOf } from '../context.ts';
import { pageAsked } from '../conversation-list.ts';
import { mentioned } from '../messages/mentions.ts';
import { type MessagePageArguments, messagePage, visible } from '../messages/page.ts';
import type { ConversationModel } from '../model/conversation.ts';
import type { MessageModel } from '../model/message.ts';
import { group } from './groups.ts';
import { person, readPeople } from './people.ts';
import { fieldsAskedAt } from './selection.ts';

const SENDERS = ['edges node sender', 'nodes sender'];

/** Where the newest message cannot be shown, the newest of so many that can. */
const TAIL = 20;

export const conversation = (
  _: unknown,
  { id }: { id: string },
  context: OpenIMContext,
): Promise<ConversationModel> => {
  userOf(context);
  return context.conversationByID.load(id);
};

export async function conversations(
  _: unknown,
  args: PageArguments & { filter?: ConversationFilter | null },
  context: OpenIMContext,
): Promise<Connection<ConversationModel>> {
  userOf(context);
  return context.list.page(pageAsked(args));
}

export async function unreadCount(_: unknown, __: unknown, context: OpenIMContext): Promise<number> {
  userOf(context);
  const all = await context.list.all();
  return all.filter(({ notify }) => notify === 'ALL').reduce((sum, each) => sum + each.unreadCount, 0);
}

/** The newest that the viewer may read: the one that came with the row, or one before it. */
async function lastMessage(
  { lastMessage, window }: ConversationModel,
  _: unknown,
  { pull }: OpenIMContext,
): Promise<MessageModel | null> {
  const { conversationID, begin, end } = window;
  if (lastMessage !== null || begin > end) return lastMessage;
  const rows = await pull.load({ conversationID, begin: Math.max(begin, end - TAIL + 1), end });
  return visible(conversationID, rows).at(-1) ?? null;
}

export const Conversation = {
  lastMessage,
  mentioned: (row: ConversationModel, _: unknown, { scope: { viewer }, pull }: OpenIMContext) =>
    mentioned(row, viewer.kind === 'user' ? viewer.id : '', pull),
  __resolveReference: ({ id }: { id: string }, context: OpenIMContext) => context.conversationByID.load(id),
  peer: ({ peerID }: ConversationModel, _: unknown, context: OpenIMContext, info: GraphQLResolveInfo) =>
    person(peerID, context, info),
  group: ({ groupID }: ConversationModel, _: unknown, context: OpenIMContext) => group(groupID, context),
  messages: async (
    { window }: ConversationModel,
    args: MessagePageArguments,
    context: OpenIMContext,
    info: GraphQLResolveInfo,
  ) => {
    const page = await messagePage(window, args, context.pull);
    const senders = page.nodes.map(({ sendID }) => sendID);
    await readPeople(senders, context, fieldsAskedAt(info, SENDERS));
    return page;
  },
};
