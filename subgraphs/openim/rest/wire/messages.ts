interface WirePush {
  readonly title: string;
  readonly desc: string;
  readonly ex: string;
  readonly iOSPushSound: string;
  readonly iOSBadgeCount: boolean;
  readonly signalInfo: string;
}

export interface WireMessage {
  readonly sendID: string;
  readonly recvID: string;
  readonly groupID: string;
  readonly clientMsgID: string;
  readonly serverMsgID: string;
  readonly senderPlatformID: number;
  readonly senderNickname: string;
  readonly senderFaceURL: string;
  /** 1 one-to-one, 3 group, 4 notices of an account. */
  readonly sessionType: number;
  /** 100 from a user, 200 from the REST API or the system. */
  readonly msgFrom: number;
  readonly contentType: number;
  /** JSON text of the content; whatever a client wrote, so it may be no JSON at all. Empty once deleted. */
  readonly content: string;
  readonly seq: number;
  /** ms */
  readonly sendTime: number;
  /** ms */
  readonly createTime: number;
  /** 4: deleted for the one who reads. */
  readonly status: number;
  readonly isRead: boolean;
  readonly options?: Readonly<Record<string, boolean>>;
  readonly offlinePushInfo: WirePush | null;
  readonly atUserIDList: readonly string[];
  readonly attachedInfo: string;
  readonly ex: string;
}

/** A found message, with the names of the moment. `recvID` is the group's id in a group. */
export interface WireFoundMessage {
  readonly serverMsgID: string;
  readonly clientMsgID: string;
  readonly sendID: string;
  readonly recvID: string;
  readonly groupID: string;
  readonly recvNickname: string;
  readonly senderPlatformID: number;
  readonly senderNickname: string;
  /** In a group, the group's picture. */
  readonly senderFaceURL: string;
  readonly groupName: string;
  readonly sessionType: number;
  readonly msgFrom: number;
  readonly contentType: number;
  /** JSON text. */
  readonly content: string;
  readonly status: number;
  readonly sendTime: number;
  readonly createTime: number;
  readonly ex: string;
  readonly groupFaceURL: string;
  readonly groupMemberCount: number;
  readonly seq: number;
  readonly groupOwner: string;
  readonly groupType: number;
  readonly isRevoked: boolean;
}

/** Both ends belong to it. Two ranges of one conversation in one call: only the last is answered. */
export interface WireSeqRange {
  readonly conversationID: string;
  readonly begin: number;
  readonly end: number;
  /** The last so many of the range. */
  readonly num: number;
}

export interface WirePulled {
  /** Ascending by seq; gaps are possible. */
  readonly messages: readonly WireMessage[];
  /** Nothing more in the asked direction. */
  readonly isEnd: boolean;
}

/** By conversation id; a conversation that the user does not have is left out. */
export type WirePulls = Readonly<Record<string, WirePulled>>;

export interface WireSeqs {
  readonly maxSeq: number;
  readonly hasReadSeq: number;
  /** ms */
  readonly maxSeqTime: number;
}

export interface WireSearch {
  readonly sendID?: string;
  /** The receiver, or the group. */
  readonly recvID?: string;
  /** 0 or absent for any. */
  readonly contentType?: number;
  /** A UTC day, YYYY-MM-DD. */
  readonly sendTime?: string;
  readonly sessionType?: number;
}

export interface WireOutgoing {
  readonly sendID: string;
  readonly recvID?: string;
  readonly groupID?: string;
  readonly senderNickname: string;
  readonly senderFaceURL: string;
  readonly senderPlatformID: number;
  readonly content: Readonly<Record<string, unknown>>;
  /** One of 101 to 106, 110, 114, 118, and 1400 from an account that sends notices; REST refuses others. */
  readonly contentType: number;
  /** 1 or 3; OpenIM makes it 4 for a notice. */
  readonly sessionType: number;
  readonly offlinePushInfo?: WirePush;
  readonly ex?: string;
  /** Not kept, without a seq: only who is connected gets it. */
  readonly isOnlineOnly?: boolean;
  readonly notOfflinePush?: boolean;
}

/** One of `recvUserID` and `recvGroupID`. */
export interface WireBusiness {
  readonly key: string;
  readonly data: string;
  readonly sendUserID: string;
  readonly recvUserID?: string;
  readonly recvGroupID?: string;
  /** In the conversation, not in the channel beside it. */
  readonly sendMsg: boolean;
  /** 1 for who is connected, 2 kept. */
  readonly reliabilityLevel: 1 | 2;
}

export interface WireSentToMany {
  readonly results: readonly (WireSent & { readonly recvID: string })[];
  readonly failedUserIDs: readonly string[];
}

export interface WireSent {
  readonly serverMsgID: string;
  readonly clientMsgID: string;
  /** ms */
  readonly sendTime: number;
  /** Only what a webhook changed on its way. */
  readonly modify?: Partial<Pick<WireMessage, 'content' | 'contentType' | 'ex'>>;
}
