import { int32, int64, message, string, uint32 } from '../binding/shape.ts';

export const ROLE = { owner: 100, admin: 60, member: 20 } as const;
export const STATUS = { ok: 0, dismissed: 2, muted: 3 } as const;
export const JOINING = { asked: 0, asksAlsoForInvited: 1, open: 2 } as const;
export const INVITED = 2;
export const ANSWER = { none: 0, agree: 1, refuse: -1 } as const;
export const WORKING_GROUP = 2;

/** A group as it is kept; who owns it and how many are in it is asked of its members. */
export interface Group {
  groupID: string;
  groupName: string;
  notification: string;
  introduction: string;
  faceURL: string;
  createTime: number;
  ex: string;
  status: number;
  creatorUserID: string;
  groupType: number;
  needVerification: number;
  lookMemberInfo: number;
  applyMemberFriend: number;
  notificationUpdateTime: number;
  notificationUserID: string;
}

export interface GroupInfo extends Group {
  ownerUserID: string;
  memberCount: number;
}

/** A membership. An empty nickname or picture stands for the user's own. */
export interface Member {
  groupID: string;
  userID: string;
  roleLevel: number;
  joinTime: number;
  nickname: string;
  faceURL: string;
  joinSource: number;
  operatorUserID: string;
  ex: string;
  muteEndTime: number;
  inviterUserID: string;
}

export interface MemberInfo extends Member {
  appMangerLevel: number;
}

export const GroupInfoShape = message('sdkws.GroupInfo', {
  groupID: string,
  groupName: string,
  notification: string,
  introduction: string,
  faceURL: string,
  ownerUserID: string,
  createTime: int64,
  memberCount: uint32,
  ex: string,
  status: int32,
  creatorUserID: string,
  groupType: int32,
  needVerification: int32,
  lookMemberInfo: int32,
  applyMemberFriend: int32,
  notificationUpdateTime: int64,
  notificationUserID: string,
});

export const groupInfo = (group: Group, ownerUserID: string, memberCount: number): GroupInfo => {
  const { groupID, groupName, notification, introduction, faceURL, createTime, ...rest } = group;
  return { groupID, groupName, notification, introduction, faceURL, ownerUserID, createTime, memberCount, ...rest };
};

export const memberInfo = (member: Member, appMangerLevel = 0): MemberInfo => {
  const { groupID, userID, roleLevel, joinTime, nickname, faceURL, ...rest } = member;
  return { groupID, userID, roleLevel, joinTime, nickname, faceURL, appMangerLevel, ...rest };
};
