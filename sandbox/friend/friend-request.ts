import { noDocuments } from '../refusal.ts';
import type { Users } from '../user/users.ts';

export const ANSWER = { none: 0, agree: 1, refuse: -1 } as const;

export interface FriendRequest {
  fromUserID: string;
  toUserID: string;
  handleResult: number;
  reqMsg: string;
  createTime: number;
  handlerUserID: string;
  handleMsg: string;
  handleTime: number;
  ex: string;
}

/** With the names that both sides have today. */
export const requestInfo = (users: Users, row: FriendRequest): object => {
  const [from, to] = [users.get(row.fromUserID), users.get(row.toUserID)];
  if (from === undefined || to === undefined) throw noDocuments();
  return {
    fromUserID: row.fromUserID,
    fromNickname: from.nickname,
    fromFaceURL: from.faceURL,
    toUserID: row.toUserID,
    toNickname: to.nickname,
    toFaceURL: to.faceURL,
    handleResult: row.handleResult,
    reqMsg: row.reqMsg,
    createTime: row.createTime,
    handlerUserID: row.handlerUserID,
    handleMsg: row.handleMsg,
    handleTime: row.handleTime,
    ex: row.ex,
  };
};
