import type DataLoader from 'dataloader';
import { badInput, Fault } from '../../kit/fault.ts';
import { MOST_ROWS } from '../../kit/page.ts';
import { splitMessageID } from '../conversation-id.ts';
import type { ConversationModel } from '../model/conversation.ts';
import type { MessageModel } from '../model/message.ts';
import { findMessage } from './find.ts';
import type { Pull } from './pull.ts';

interface FoundMessages {
  readonly conversation: ConversationModel;
  /** In the order of the ids, each once. */
  readonly messages: readonly MessageModel[];
}

/** Somebody's eyes: their conversations, and what stands in them. */
export interface Looking {
  readonly conversationByID: DataLoader<string, ConversationModel>;
  readonly seqByID: DataLoader<string, number | null>;
  readonly pull: Pull;
}

/** Messages of one conversation of the viewer's. Every refusal names the id that it is about. */
export async function findMessages(ids: readonly string[], looking: Looking): Promise<FoundMessages> {
  const { conversationID, serverMsgIDs } = splitMessageIDs(ids);
  const conversation = await looking.conversationByID.load(conversationID);
  const messages = await Promise.all(
    serverMsgIDs.map(async (serverMsgID, at) => {
      const { message } = await findMessage(conversation.window, serverMsgID, looking).catch((error: unknown) => {
        const absent = error instanceof Fault && error.reason === 'NOT_FOUND';
        throw absent ? new Fault('NOT_FOUND', { what: 'The message', field: `ids.${at}` }) : error;
      });
      return message;
    }),
  );
  return { conversation, messages: [...new Map(messages.map((message) => [message.id, message])).values()] };
}

/** `Message.id`s, 1 to 100, of one conversation. */
export function splitMessageIDs(ids: readonly string[]): { conversationID: string; serverMsgIDs: readonly string[] } {
  if (ids.length === 0 || ids.length > MOST_ROWS) throw badInput('ids', `1 to ${MOST_ROWS} ids are expected`);
  const parts = ids.map((id, at) => {
    const found = splitMessageID(id);
    if (found === null) throw badInput(`ids.${at}`, 'a Message.id is expected: <conversationID>:<serverMsgID>');
    return found;
  });
  const conversationID = parts[0]?.conversationID ?? '';
  const other = parts.findIndex((part) => part.conversationID !== conversationID);
  if (other > 0) throw badInput(`ids.${other}`, 'a message of the same conversation as the first is expected');
  return { conversationID, serverMsgIDs: parts.map(({ serverMsgID }) => serverMsgID) };
}
