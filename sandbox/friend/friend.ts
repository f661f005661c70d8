import { noDocuments } from '../refusal.ts';
import type { User } from '../user/user.ts';
import type { Users } from '../user/users.ts';

/** A row of one's own friend list; `createTime` in milliseconds. */
export interface Friend {
  ownerUserID: string;
  friendUserID: string;
  remark: string;
  createTime: number;
  addSource: number;
  operatorUserID: string;
  ex: string;
  isPinned: boolean;
}

export const ADDED_BY = { import: 1, application: 2 } as const;

export const seconds = (ms: number): number => Math.floor(ms / 1000);

const known = (users: Users, userID: string): User => {
  const user = users.get(userID);
  if (user === undefined) throw noDocuments();
  return user;
};

/** As lists show it: of the friend only what everybody may see, and the time in seconds. */
export const friendInfo = (users: Users, { friendUserID, ...row }: Friend): object => {
  const { userID, nickname, faceURL, ex } = known(users, friendUserID);
  const friendUser = { userID, nickname, faceURL, ex, createTime: 0, appMangerLevel: 0, globalRecvMsgOpt: 0 };
  return { ...row, createTime: seconds(row.createTime), friendUser };
};

/** As it stands beside a whole user: without the user, and in milliseconds. */
export const bareFriendInfo = ({ friendUserID: _, ...row }: Friend): object => ({ ...row, friendUser: null });

export const publicUser = (users: Users, shownID: string): object => {
  const { userID, nickname, faceURL, ex } = known(users, shownID);
  return { userID, nickname, faceURL, ex };
};
