import { badInput } from '../../kit/fault.ts';
import { type OpenIMContext, userOf } from '../context.ts';
import { findMessages } from '../messages/find-many.ts';
import type { ConversationModel } from '../model/conversation.ts';

/** Messages of a one-to-one chat whose reading the other is told of at once. */
const MOST_MARKED = 500;

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

export async function markMessagesRead(
  _: unknown,
  { ids }: { ids: readonly string[] },
  context: OpenIMContext,
): Promise<ConversationModel> {
  const { id: userID } = userOf(context);
  const { conversation, messages } = await findMessages(ids, context);
  const [first, ...rest] = messages.map(({ seq }) => seq ?? 0).toSorted((a, b) => a - b);
  if (first === undefined) return conversation;
  const mark = { userID, conversationID: conversation.id, seqs: [first, ...rest] } as const;
  await context.openim.messages.markMessagesRead(mark, context.call);
  context.forgetMessages();
  return context.conversationByID.clear(conversation.id).load(conversation.id);
}

export const serverTime = async (_: unknown, __: unknown, { openim, call }: OpenIMContext): Promise<Date> =>
  new Date(await openim.messages.serverTime(call));
