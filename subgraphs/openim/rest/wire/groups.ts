import type { WirePublicUser } from './people.ts';
import type { WireDelta } from './sync.ts';

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
  /** 0 members may look at each other's profiles, 1 they may not; OpenIM only keeps it. */
  readonly lookMemberInfo: number;
  /** 0 members may ask each other to be friends, 1 they may not; OpenIM only keeps it. */
  readonly applyMemberFriend: number;
  /** Of the announcement, ms; 0 for never. */
  readonly notificationUpdateTime: number;
  readonly notificationUserID: string;
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
  /** 0 not kept, 1 by the service, 2 by invitation, 3 by search, 4 by QR code. */
  readonly joinSource: number;
  readonly operatorUserID: string;
  readonly ex: string;
  /** ms; in the past, or 0, when not muted. */
  readonly muteEndTime: number;
  readonly inviterUserID: string;
}

/** `group` where the group changed, or who is in it, and where everything is to be read. */
export interface WireMemberDelta extends WireDelta<WireGroupMember> {
  readonly group: WireGroup | null;
}

export interface WireGroupRequest {
  readonly userInfo: WirePublicUser | null;
  readonly groupInfo: WireGroup | null;
  /** 0 pending, 1 accepted, -1 refused. */
  readonly handleResult: number;
  readonly reqMsg: string;
  /** OpenIM never fills the `handle…` fields of these rows but the result. */
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
    /** Left empty by OpenIM where it is not told. */
    readonly creatorUserID?: string;
  };
}

/** Absent leaves as it is, `''` clears. */
export interface WireGroupChange {
  readonly groupID: string;
  readonly groupName?: string;
  readonly notification?: string;
  readonly introduction?: string;
  readonly faceURL?: string;
  readonly ex?: string;
  readonly needVerification?: number;
  readonly lookMemberInfo?: number;
  readonly applyMemberFriend?: number;
}

/** Absent leaves as it is, `''` clears. */
export interface WireGroupMemberChange {
  readonly groupID: string;
  readonly userID: string;
  readonly nickname?: string;
  readonly faceURL?: string;
  readonly ex?: string;
  readonly roleLevel?: 60 | 20;
}
