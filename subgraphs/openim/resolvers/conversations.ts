import type { GraphQLResolveInfo } from 'graphql';
import { badInput, Fault } from '../../kit/fault.ts';
import { type Connection, connection, cursorOf, type PageArguments, positionOf, rowsAsked } from '../../kit/page.ts';
import { type OpenIMContext, userOf } from '../context.ts';
import { mentioned } from '../messages/mentions.ts';
import { type MessagePageArguments, messagePage } from '../messages/page.ts';
import { type ConversationModel, conversationOf } from '../model/conversation.ts';
import { group } from './groups.ts';
import { person } from './people.ts';

const LIST = 'conversations';
/** OpenIM lists no more. */
const MOST_LISTED = 500;

export const conversation = (
  _: unknown,
  { id }: { id: string },
  context: OpenIMContext,
): Promise<ConversationModel> => {
  userOf(context);
  return context.conversationByID.load(id);
};

/** All of them, as OpenIM orders them: pinned first, then by the newest message. */
async function listed(context: OpenIMContext, count: number): Promise<readonly ConversationModel[]> {
  const { id } = userOf(context);
  const { conversations } = await context.openim.jssdk.active(id, count, context.call);
  return conversations.flatMap((view) => {
    context.prime(view);
    const model = conversationOf(id, view);
    if (model !== null) context.conversationByID.prime(model.id, model);
    return model ?? [];
  });
}

export async function conversations(
  _: unknown,
  { first, after }: PageArguments,
  context: OpenIMContext,
): Promise<Connection<ConversationModel>> {
  const rows = rowsAsked(first);
  const position = after == null ? null : placeIn(positionOf(LIST, after));
  const all = await listed(context, MOST_LISTED);
  const rest = position === null ? all : all.filter((each) => comesAfter(placeOf(each), position));
  const page = rest.slice(0, rows).map((node) => ({ cursor: cursorOf(LIST, JSON.stringify(placeOf(node))), node }));
  const total = all.length < MOST_LISTED ? all.length : null;
  return connection(page, { next: rest.length > page.length, previous: rest.length < all.length, total });
}

/** Pinned or not, when the newest message came, and which one: a place that stays one when others move. */
type Place = readonly [pinned: number, at: number, id: string];

const placeOf = ({ pinned, lastMessage, id }: ConversationModel): Place => [
  pinned ? 1 : 0,
  lastMessage?.sentAt.getTime() ?? 0,
  id,
];

function placeIn(text: string): Place {
  try {
    const place: unknown = JSON.parse(text);
    if (Array.isArray(place) && place.length === 3) return place as unknown as Place;
  } catch {
    // Told below, as for any other text that is no place.
  }
  throw new Fault('CURSOR_INVALID', { field: 'after' });
}

function comesAfter([pinned, at, id]: Place, [pinnedThere, atThere, idThere]: Place): boolean {
  if (pinned !== pinnedThere) return pinned < pinnedThere;
  return at !== atThere ? at < atThere : id > idThere;
}

export async function unreadCount(_: unknown, __: unknown, context: OpenIMContext): Promise<number> {
  const all = await listed(context, MOST_LISTED);
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
    const seqs = kind === 'DIRECT' ? range(Math.max(readSeq + 1, window.begin, seq - MOST_LISTED + 1), seq) : [];
    await context.openim.messages.markRead(
      { userID: viewer.id, conversationID: id, hasReadSeq: seq, seqs },
      context.call,
    );
  }
  return context.conversationByID.clear(id).load(id);
}

const range = (begin: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - begin + 1) }, (_, at) => begin + at);

export const Conversation = {
  mentioned: (row: ConversationModel, _: unknown, { scope: { viewer }, pull }: OpenIMContext) =>
    mentioned(row, viewer.kind === 'user' ? viewer.id : '', pull),
  __resolveReference: ({ id }: { id: string }, context: OpenIMContext) => context.conversationByID.load(id),
  peer: ({ peerID }: ConversationModel, _: unknown, context: OpenIMContext, info: GraphQLResolveInfo) =>
    person(peerID, context, info),
  group: ({ groupID }: ConversationModel, _: unknown, context: OpenIMContext) => group(groupID, context),
  messages: ({ window }: ConversationModel, args: MessagePageArguments, { pull }: OpenIMContext) =>
    messagePage(window, args, pull),
};
