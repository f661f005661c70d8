import { z } from 'zod';
import { number, text, texts } from './fields.ts';

const push = {
  ...{ operationID: text, platformID: number, platform: text },
  ...{ clientMsgID: text, sendID: text, groupID: text, contentType: number, sessionType: number },
  ...{ atUserIDList: texts, content: text },
};

export const PUSHES = {
  callbackBeforeOnlinePushCommand: z.object({ ...push, userIDList: texts }),
  callbackBeforeGroupOnlinePushCommand: z.object({ ...push, seq: number }),
  callbackBeforeOfflinePushCommand: z.object({ ...push, userIDList: texts }),
};
