import { z } from 'zod';
import { number, numbers, text, texts } from './fields.ts';

/** What every callback about a message tells of it. */
const message = {
  ...{ sendID: text, serverMsgID: text, clientMsgID: text, operationID: text },
  ...{ senderPlatformID: number, senderNickname: text, faceURL: text },
  ...{ sessionType: number, msgFrom: number, contentType: number, status: number },
  ...{ sendTime: number, createTime: number, content: text, seq: number, atUserList: texts, ex: text },
};

export const MESSAGES = {
  callbackBeforeSendSingleMsgCommand: z.object({ ...message, recvID: text }),
  callbackBeforeSendGroupMsgCommand: z.object({ ...message, groupID: text }),
  // Neither the receiver nor the group.
  callbackBeforeMsgModifyCommand: z.object(message),
  // `seq` is what the sender's client wrote.
  callbackAfterSendSingleMsgCommand: z.object({ ...message, recvID: text }),
  callbackAfterSendGroupMsgCommand: z.object({ ...message, groupID: text }),
  // The only one with the real `seq`.
  callbackAfterMsgSaveDBCommand: z.object({ ...message, recvID: text, groupID: text }),
  callbackAfterSingleMsgReadCommand: z.object({
    conversationID: text,
    userID: text,
    Seqs: numbers,
    contentType: number,
  }),
  // Both ids are the reader's, and `contentType` is the session type.
  callbackAfterGroupMsgReadCommand: z.object({
    ...{ sendID: text, receiveID: text, unreadMsgNum: number, contentType: number },
  }),
  // A message was revoked: the name really is this.
  callbackBeforeAfterMsgCommand: z.object({ conversationID: text, seq: number, userID: text }),
};
