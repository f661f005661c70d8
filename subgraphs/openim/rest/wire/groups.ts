import type { WirePublicUser } from './people.ts';

export interface WireGroup {
  readonly groupID: string;
  readonly groupName: string;
  /** The announcement. */
  readonly notification: string;
  readonly introduction: string;
  readonly faceURL: string;
  /** Empty once dismissed. */
  readonly ownerUserID: string;
  /** ms */
  readonly createTime: number;
  readonly memberCount: number;
  readonly ex: string;
  /** 0 ok, 1 banned, 2 dismissed, 3 muted. */
  readonly status: number;
  readonly creatorUserID: string;
  readonly groupType: number;
  /** 0 who applies needs approval, 1 who is invited as well, 2 open. */
  readonly needVerification: number;
  readonly lookMemberInfo: number;
  readonly applyMemberFriend: number;
  readonly notificationUpdateTime: number;
  readonly notificationUserID: string;
}

/** OpenIM's hash of the members is left out: it exceeds 2^53. */
export interface WireGroupAbstract {
  readonly groupID: string;
  readonly groupMemberNumber: number;
}

export interface WireGroupMember {
  readonly groupID: string;
  readonly userID: string;
  /** 100 owner, 60 admin, 20 member. */
  readonly roleLevel: number;
  /** ms */
  readonly joinTime: number;
  /** The name in this group, or the user's own. */
  readonly nickname: string;
  readonly faceURL: string;
  readonly appMangerLevel: number;
  readonly joinSource: number;
  readonly operatorUserID: string;
  readonly ex: string;
  /** ms; in the past, or 0, when not muted. */
  readonly muteEndTime: number;
  readonly inviterUserID: string;
}

export interface WireGroupRequest {
  readonly userInfo: WirePublicUser | null;
  readonly groupInfo: WireGroup | null;
  /** 0 pending, 1 accepted, -1 refused. */
  readonly handleResult: number;
  readonly reqMsg: string;
  readonly handleMsg: string;
  /** ms */
  readonly reqTime: number;
  readonly handleUserID: string;
  readonly handleTime: number;
  readonly ex: string;
  /** 2 by invitation, 3 by search, 4 by QR code. */
  readonly joinSource: number;
  readonly inviterUserID: string;
}

export interface WireNewGroup {
  readonly ownerUserID: string;
  /** Without the owner; nobody twice; at most 1,000. */
  readonly memberUserIDs: readonly string[];
  readonly groupInfo: {
    /** Made by OpenIM when absent. */
    readonly groupID?: string;
    readonly groupName?: string;
    readonly introduction?: string;
    readonly faceURL?: string;
    readonly ex?: string;
    readonly needVerification?: number;
  };
}
