import { z } from 'zod';
import { flag, number, text } from './fields.ts';

/** Ids are spelt otherwise than everywhere else. */
const conversation = {
  ...{ ownerUserId: text, conversationId: text, conversationType: number },
  ...{ recvMsgOpt: number, isPinned: flag, isPrivateChat: flag, burnDuration: number, groupAtType: number },
  ...{ attachedInfo: text, ex: text },
};

export const CONVERSATIONS = {
  // Sent twice for a new chat, and both describe the sender's.
  callbackBeforeCreateSingleChatConversationsCommand: z.object({ ...conversation, userId: text }),
  callbackAfterCreateSingleChatConversationsCommand: z.object({ ...conversation, userId: text }),
  // Without an owner.
  callbackBeforeCreateGroupChatConversationsCommand: z.object({ ...conversation, groupId: text }),
  callbackAfterCreateGroupChatConversationsCommand: z.object({ ...conversation, groupId: text }),
};
