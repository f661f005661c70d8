import { z } from 'zod';
import { number, perhapsText, text } from './fields.ts';

const users = z
  .array(
    z.object({
      ...{ userID: text, nickname: text, faceURL: text, ex: text, createTime: number },
      // Spelt like this.
      ...{ appMangerLevel: number, globalRecvMsgOpt: number },
    }),
  )
  .nullish()
  .transform((value) => value ?? []);

const presence = { operationID: text, platformID: number, platform: text, userID: text, seq: number, connID: text };

const profile = { userID: text, nickName: perhapsText, faceURL: perhapsText, ex: perhapsText };

export const USERS = {
  callbackBeforeUserRegisterCommand: z.object({ users }),
  callbackAfterUserRegisterCommand: z.object({ users }),
  callbackBeforeUpdateUserInfoCommand: z.object(profile),
  callbackAfterUpdateUserInfoCommand: z.object(profile),
  callbackBeforeUpdateUserInfoExCommand: z.object(profile),
  callbackAfterUpdateUserInfoExCommand: z.object(profile),
  callbackAfterUserOnlineCommand: z.object(presence),
  callbackAfterUserOfflineCommand: z.object(presence),
  // OpenIM has the name, and never sends it.
  callbackAfterUserKickOffCommand: z.object(presence),
};
