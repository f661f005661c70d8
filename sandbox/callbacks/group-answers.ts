import { int32, int64, list, maybeString, message, optional, string } from '../binding/shape.ts';
import { answerShape } from './answer.ts';

const SETTINGS = {
  ex: maybeString,
  needVerification: optional(int32),
  lookMemberInfo: optional(int32),
  applyMemberFriend: optional(int32),
};

/** An ownerUserID and an applyMemberFriend would be understood, and have no effect. */
export const Create = answerShape('CallbackBeforeCreateGroupResp', {
  groupID: maybeString,
  groupName: maybeString,
  notification: maybeString,
  introduction: maybeString,
  faceURL: maybeString,
  ownerUserID: maybeString,
  status: optional(int32),
  creatorUserID: maybeString,
  groupType: optional(int32),
  ...SETTINGS,
});

const Entrant = message('callbackstruct.MemberJoinGroupCallBack', {
  userID: maybeString,
  nickname: maybeString,
  faceURL: maybeString,
  roleLevel: optional(int32),
  muteEndTime: optional(int64),
  ex: maybeString,
});
export const Join = answerShape('CallbackBeforeMembersJoinGroupResp', { memberCallbackList: list(Entrant) });

/** Whom it refuses is read, and invited all the same. */
export const Invite = answerShape('CallbackBeforeInviteUserToGroupResp', { refusedMembersAccount: list(string) });
export const Apply = answerShape('CallbackJoinGroupResp', {});

export const SetInfo = answerShape('CallbackBeforeSetGroupInfoResp', {
  groupID: string,
  groupName: string,
  notification: string,
  introduction: string,
  faceURL: string,
  ...SETTINGS,
});
export const SetInfoEx = answerShape('CallbackBeforeSetGroupInfoExResp', {
  groupID: string,
  groupName: maybeString,
  notification: maybeString,
  introduction: maybeString,
  faceURL: maybeString,
  ...SETTINGS,
});
export const SetMember = answerShape('CallbackBeforeSetGroupMemberInfoResp', {
  ex: maybeString,
  nickName: maybeString,
  faceURL: maybeString,
  roleLevel: optional(int32),
});
