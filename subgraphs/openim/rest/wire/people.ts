/** OpenIM's user row. Unlike our ids, `userID` may be any text. */
export interface WireUser {
  readonly userID: string;
  readonly nickname: string;
  readonly faceURL: string;
  readonly ex: string;
  /** ms; 0 where the row came inside a friend's. */
  readonly createTime: number;
  /** 0 and 1 people, 2 application admin, 3 and above notification accounts. OpenIM's spelling. */
  readonly appMangerLevel: number;
  /** 0 receive and notify, 1 receive nothing, 2 receive without notification. */
  readonly globalRecvMsgOpt: number;
}

/** What a user row is inside other rows. */
export interface WirePublicUser {
  readonly userID: string;
  readonly nickname: string;
  readonly faceURL: string;
  readonly ex: string;
}

/** Absent leaves as it is, `''` clears. */
export interface WireUserChange {
  readonly userID: string;
  readonly nickname?: string;
  readonly faceURL?: string;
  readonly ex?: string;
  readonly globalRecvMsgOpt?: number;
}

export interface WireStatus {
  readonly userID: string;
  /** 0 offline (also of unknown users), 1 online. */
  readonly status: number;
  readonly platformIDs: readonly number[];
}

/** One row of a contact list. */
export interface WireFriend {
  readonly ownerUserID: string;
  readonly remark: string;
  /** ms, whatever the route's own unit is. */
  readonly createTime: number;
  /** Only id, nickname, faceURL and ex are filled; null from `specified`. */
  readonly friendUser: WireUser | null;
  readonly addSource: number;
  readonly operatorUserID: string;
  readonly ex: string;
  readonly isPinned: boolean;
}

/** Absent leaves as it is, `''` clears. */
export interface WireFriendChange {
  readonly ownerUserID: string;
  readonly friendUserID: string;
  readonly remark?: string;
  readonly isPinned?: boolean;
  readonly ex?: string;
}

export interface WireFriendRequest {
  readonly fromUserID: string;
  readonly fromNickname: string;
  readonly fromFaceURL: string;
  readonly toUserID: string;
  readonly toNickname: string;
  readonly toFaceURL: string;
  /** 0 pending, 1 accepted, -1 refused. */
  readonly handleResult: number;
  readonly reqMsg: string;
  /** ms; a repeated request starts anew. */
  readonly createTime: number;
  /** Empty unless accepted. */
  readonly handlerUserID: string;
  readonly handleMsg: string;
  readonly handleTime: number;
  readonly ex: string;
}

export interface WireBlock {
  readonly ownerUserID: string;
  /** ms, whatever the route's own unit is. */
  readonly createTime: number;
  /** Null inside {@link WireRelation}. */
  readonly blackUserInfo: WirePublicUser | null;
  readonly addSource: number;
  readonly operatorUserID: string;
  readonly ex: string;
}

/** All that one user is to another: `friendInfo` and `blackInfo` are null where there is none. */
export interface WireRelation {
  readonly userInfo: WireUser;
  readonly friendInfo: WireFriend | null;
  readonly blackInfo: WireBlock | null;
}
