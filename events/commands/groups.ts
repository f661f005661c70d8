import { z } from 'zod';
import { number, perhapsNumber, perhapsText, text, texts } from './fields.ts';

const members = z
  .array(z.object({ userID: text, roleLevel: number }))
  .nullish()
  .transform((value) => value ?? []);

const created = {
  ...{ groupID: text, groupName: text, notification: text, introduction: text, faceURL: text, ownerUserID: text },
  ...{ createTime: number, memberCount: number, ex: text, status: number, creatorUserID: text, groupType: number },
  ...{ needVerification: number, lookMemberInfo: number, applyMemberFriend: number, initMemberList: members },
};

const info = {
  ...{ operationID: text, groupID: text, groupName: text, notification: text, introduction: text, faceURL: text },
  ...{ ex: text, needVerification: number, lookMemberInfo: number, applyMemberFriend: number },
};

/** Null: not touched. */
const partly = {
  ...{ operationID: text, groupID: text, groupName: perhapsText, notification: perhapsText },
  ...{ introduction: perhapsText, faceURL: perhapsText, ex: perhapsText },
  ...{ needVerification: perhapsNumber, lookMemberInfo: perhapsNumber, applyMemberFriend: perhapsNumber },
};

const member = {
  ...{ groupID: text, userID: text, nickName: perhapsText, faceURL: perhapsText, roleLevel: perhapsNumber },
  ...{ ex: perhapsText },
};

export const GROUPS = {
  callbackBeforeCreateGroupCommand: z.object(created),
  callbackAfterCreateGroupCommand: z.object(created),
  // The setting that switches it on says Member, the command Members.
  callbackBeforeMembersJoinGroupCommand: z.object({
    ...{ groupID: text, groupEx: text },
    memberList: z
      .array(z.object({ userID: text, ex: text }))
      .nullish()
      .transform((value) => value ?? []),
  }),
  callbackBeforeInviteJoinGroupCommand: z.object({
    ...{ operationID: text, groupID: text, reason: text, invitedUserIDs: texts },
  }),
  // `groupType` is one character, and its code point the type.
  callbackBeforeJoinGroupCommand: z.object({
    ...{ groupID: text, groupType: text, applyID: text, reqMessage: text, ex: text },
  }),
  // Whoever joined is told as `inviterUserID` only.
  callbackAfterJoinGroupCommand: z.object({
    ...{ operationID: text, groupID: text, reqMessage: text, joinSource: number, inviterUserID: text },
  }),
  callbackAfterQuitGroupCommand: z.object({ groupID: text, userID: text }),
  callbackAfterKickGroupCommand: z.object({ groupID: text, kickedUserIDs: texts, reason: text }),
  callbackAfterDisMissGroupCommand: z.object({ groupID: text, ownerID: text, groupType: text, membersID: texts }),
  callbackAfterTransferGroupOwnerCommand: z.object({ groupID: text, oldOwnerUserID: text, newOwnerUserID: text }),
  callbackBeforeSetGroupInfoCommand: z.object(info),
  callbackAfterSetGroupInfoCommand: z.object(info),
  callbackBeforeSetGroupInfoExCommand: z.object(partly),
  callbackAfterSetGroupInfoExCommand: z.object(partly),
  callbackBeforeSetGroupMemberInfoCommand: z.object(member),
  callbackAfterSetGroupMemberInfoCommand: z.object(member),
};
