import { Fault } from '../../kit/fault.ts';
import type { Connection } from '../../kit/page.ts';
import { type OpenIMContext, userOf } from '../context.ts';
import { createConversationList, pageAsked } from '../conversation-list.ts';
import { companyIn, mustOutrank } from '../group-roles.ts';
import { findMessages } from '../messages/find-many.ts';
import type { ConversationModel } from '../model/conversation.ts';
import type { MessageModel } from '../model/message.ts';

export async function deleteMessages(
  _: unknown,
  { ids, forEveryone }: { ids: readonly string[]; forEveryone?: boolean | null },
  context: OpenIMContext,
): Promise<ConversationModel> {
  const { id: userID } = userOf(context);
  const { openim, call } = context;
  const { conversation, messages } = await findMessages(ids, context);
  if (forEveryone) await mustBeTheirs(conversation, messages, context);
  const which = { userID, conversationID: conversation.id, seqs: messages.map(({ seq }) => seq ?? 0) };
  await (forEveryone ? openim.messages.deleteForAll(which, call) : openim.messages.delete(which, call));
  if (forEveryone) context.index.forget(conversation.id, which.seqs);
  return afresh(conversation.id, context);
}

/** OpenIM would delete anybody's. One's own, or in a group those of whom one outranks; who has left outranks nobody. */
async function mustBeTheirs(
  { groupID }: ConversationModel,
  messages: readonly MessageModel[],
  context: OpenIMContext,
): Promise<void> {
  const { id: userID } = userOf(context);
  const senders = [...new Set(messages.map(({ sendID }) => sendID))].filter((id) => id !== userID);
  if (groupID === null && senders.length > 0) throw new Fault('NOT_YOURS', { what: 'One of the messages' });
  if (groupID === null) return;
  const { self, others } = await companyIn(groupID, senders, context);
  for (const [at, other] of others.entries())
    mustOutrank(self, other ?? { ...self, userID: senders[at] ?? '', roleLevel: LEFT });
}

/** Below every member. */
const LEFT = 0;

export async function clearConversation(
  _: unknown,
  { id }: { id: string },
  context: OpenIMContext,
): Promise<ConversationModel> {
  const { id: userID } = userOf(context);
  await context.conversationByID.load(id);
  await context.openim.messages.clear(userID, [id], context.call);
  return afresh(id, context);
}

export async function clearAllConversations(
  _: unknown,
  __: unknown,
  context: OpenIMContext,
): Promise<Connection<ConversationModel>> {
  const { id: userID } = userOf(context);
  const { openim, call, seen } = context;
  await openim.messages.clearAll(userID, call);
  context.forgetMessages();
  context.conversationByID.clearAll();
  return createConversationList({ openim, userID, call, seen }).page(pageAsked({}));
}

/** The conversation as it stands after a change of its messages. */
function afresh(id: string, context: OpenIMContext): Promise<ConversationModel> {
  context.forgetMessages();
  return context.conversationByID.clear(id).load(id);
}
