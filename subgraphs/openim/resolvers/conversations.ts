import type { GraphQLResolveInfo } from 'graphql';
import { badInput } from '../../kit/fault.ts';
import type { Connection, PageArguments } from '../../kit/page.ts';
import { type OpenIMContext, userOf } from '../context.ts';
import { pageAsked } from '../conversation-list.ts';
import { mentioned } from '../messages/mentions.ts';
import { type MessagePageArguments, messagePage, visible } from '../messages/page.ts';
import type { ConversationModel } from '../model/conversation.ts';
import type { MessageModel } from '../model/message.ts';
import { group } from './groups.ts';
import { person } from './people.ts';

/** Messages of a one-to-one chat whose reading the other is told of at once. */
const MOST_MARKED = 500;
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
  args: PageArguments,
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

export async function markConversationRead(
  _: unknown,
  { id, upToSeq }: { id: string; upToSeq?: number | null },
  context: OpenIMContext,
): Promise<ConversationModel> {
  const viewer = userOf(context);
  const { window, readSeq, kind } = await context.conversationByID.load(id);
  if (upToSeq != null && (upToSeq < 1 || upToSeq > window.end))
    throw badInput('upToSeq', `a seq from 1 to ${window.end} is expected`);
  const seq = upToSeq ?? window.end;
  if (seq > readSeq) {
    // In a one-to-one chat, the other is told of single messages; of the newest ones, where there are many.
    const seqs = kind === 'DIRECT' ? range(Math.max(readSeq + 1, window.begin, seq - MOST_MARKED + 1), seq) : [];
    await context.openim.messages.markRead(
      { userID: viewer.id, conversationID: id, hasReadSeq: seq, seqs },
      context.call,
    );
  }
  return context.conversationByID.clear(id).load(id);
}

const range = (begin: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - begin + 1) }, (_, at) => begin + at);

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
  messages: ({ window }: ConversationModel, args: MessagePageArguments, { pull }: OpenIMContext) =>
    messagePage(window, args, pull),
};
