import type { GraphQLResolveInfo } from 'graphql';
import { v7 } from 'uuid';
import { badInput, Fault } from '../../kit/fault.ts';
import { type OpenIMContext, userOf } from '../context.ts';
import { splitMessageID } from '../conversation-id.ts';
import { findMessage } from '../messages/find.ts';
import type { ConversationModel } from '../model/conversation.ts';
import { type MessageModel, messageOf } from '../model/message.ts';
import type { WireMessage } from '../rest/wire.ts';
import { outgoingOf, type SendMessageInput } from '../sending/outgoing.ts';
import { conversationIDOf } from '../sending/send.ts';
import { group } from './groups.ts';
import { person, personRead } from './people.ts';

function partsOf(id: string): { conversationID: string; serverMsgID: string } {
  const parts = splitMessageID(id);
  if (parts === null) throw badInput('id', 'a Message.id is expected: <conversationID>:<serverMsgID>');
  return parts;
}

/** A message by the id that clients know, with the conversation that it is the viewer's in. */
async function messageByID(
  id: string,
  context: OpenIMContext,
): Promise<{ message: MessageModel; conversation: ConversationModel }> {
  userOf(context);
  const parts = partsOf(id);
  const conversation = await context.conversationByID.load(parts.conversationID);
  const { message } = await findMessage(conversation.window, parts.serverMsgID, context);
  return { message, conversation };
}

/** One of the viewer's, or, for an admin with the scope, anybody's. */
export async function message(_: unknown, { id }: { id: string }, context: OpenIMContext): Promise<MessageModel> {
  const { viewer } = context.scope;
  if (viewer.kind !== 'admin') return (await messageByID(id, context)).message;
  if (!viewer.scopes.has('messages:read')) throw new Fault('SCOPE_MISSING', { scopes: 'messages:read' });
  partsOf(id);
  return context.readByAdmin.load(id);
}

export async function sendMessage(
  _: unknown,
  { input }: { input: SendMessageInput },
  context: OpenIMContext,
): Promise<MessageModel> {
  const viewer = userOf(context);
  const outgoing = await outgoingOf(input, input.clientMsgID ?? v7(), context);
  const profile = await context.userByID.load(viewer.id);
  if (profile === null) throw new Fault('NOT_FOUND', { what: 'Your user in OpenIM' });
  const row = await context.sender.send({ sender: viewer, call: context.call, profile, outgoing }, context.scope);
  const conversationID = conversationIDOf(viewer.id, outgoing);
  context.conversationByID.clear(conversationID);
  const stickerID = input.content.sticker?.stickerID;
  if (stickerID !== undefined)
    context.stickers.sent({ userID: viewer.id, stickerID, clientMsgID: outgoing.clientMsgID });
  return sentMessage(conversationID, row);
}

/** As OpenIM took it: its answer tells no seq. */
export function sentMessage(conversationID: string, row: WireMessage): MessageModel {
  const sent = messageOf(conversationID, row);
  if (sent === null) throw new Fault('NOT_FOUND', { what: 'The message' });
  return { ...sent, seq: null };
}

export async function revokeMessage(_: unknown, { id }: { id: string }, context: OpenIMContext): Promise<MessageModel> {
  const viewer = userOf(context);
  const { message: found, conversation } = await messageByID(id, context);
  if (found.revoked) throw new Fault('ALREADY_REVOKED');
  const { conversationID, seq } = found;
  await context.openim.messages.revoke({ userID: viewer.id, conversationID, seq: seq ?? 0 }, context.call);
  context.forgetMessages();
  return (await findMessage(conversation.window, found.serverMsgID, context)).message;
}

export const Message = {
  __resolveReference: (reference: { id: string }, context: OpenIMContext) => message(null, reference, context),
  sentAs: ({ sentAs, sendID }: MessageModel, _: unknown, { scope: { viewer } }: OpenIMContext) =>
    viewer.kind === 'user' && viewer.id === sendID ? sentAs : null,
  conversation: ({ conversationID }: MessageModel, _: unknown, { scope, conversationByID }: OpenIMContext) =>
    scope.viewer.kind === 'user' ? conversationByID.load(conversationID) : null,
  sender: ({ sendID }: MessageModel, _: unknown, context: OpenIMContext, info: GraphQLResolveInfo) =>
    personRead(sendID, context, info),
  senderMember: ({ groupID, sendID }: MessageModel, _: unknown, { memberByID }: OpenIMContext) =>
    groupID === null ? null : memberByID.load(`${groupID}:${sendID}`),
  recipient: ({ recipientID }: MessageModel, _: unknown, context: OpenIMContext, info: GraphQLResolveInfo) =>
    person(recipientID, context, info),
  group: ({ groupID }: MessageModel, _: unknown, context: OpenIMContext) => group(groupID, context),
};
