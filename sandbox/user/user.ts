import { int32, int64, maybeInt32, maybeString, message, string } from '../binding/shape.ts';

export interface User {
  userID: string;
  nickname: string;
  faceURL: string;
  ex: string;
  createTime: number;
  appMangerLevel: number;
  globalRecvMsgOpt: number;
}

export const UserInfo = message('sdkws.UserInfo', {
  userID: string,
  nickname: string,
  faceURL: string,
  ex: string,
  createTime: int64,
  appMangerLevel: int32,
  globalRecvMsgOpt: int32,
});

export const UserInfoWithEx = message('sdkws.UserInfoWithEx', {
  userID: string,
  nickname: maybeString,
  faceURL: maybeString,
  ex: maybeString,
  globalRecvMsgOpt: maybeInt32,
});

export const ADMIN_LEVEL = 2;
export const SERVICE_LEVEL = 3;
/** Accounts of an app (news, robots) send notifications, and nobody signs in to them. */
export const isServiceAccount = (user: User): boolean => user.appMangerLevel >= SERVICE_LEVEL;
export const isListed = (user: User): boolean => user.appMangerLevel < ADMIN_LEVEL;
