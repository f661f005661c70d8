/** What sending, pulling and the conversation lists must know of friendships and groups. */
export interface Friendships {
  /** True when `ownerUserID` has put `userID` on the blacklist. */
  blocks(ownerUserID: string, userID: string): boolean;
  /** The owner's friend row as `relation.FriendInfoOnly`, for /jssdk. */
  friendRow(ownerUserID: string, friendUserID: string): object | undefined;
}

export interface GroupFacts {
  groupID: string;
  groupName: string;
  faceURL: string;
  groupType: number;
  ownerUserID: string;
  memberCount: number;
  /** 0 ok, 2 dismissed, 3 muted. */
  status: number;
}

export interface MemberFacts {
  userID: string;
  /** 100 owner, 60 admin, 20 member. */
  roleLevel: number;
  muteEndTime: number;
  nickname: string;
}

export interface Groups {
  /** The whole `sdkws.GroupInfo`, also of a dismissed group. */
  get(groupID: string): GroupFacts | undefined;
  member(groupID: string, userID: string): MemberFacts | undefined;
  memberIDs(groupID: string): readonly string[];
}
