import { ZERO_TIME } from '../http/go-values.ts';

/** A user's own row of a conversation, as the wire shows it. */
export interface Conversation {
  ownerUserID: string;
  conversationID: string;
  recvMsgOpt: number;
  conversationType: number;
  userID: string;
  groupID: string;
  isPinned: boolean;
  attachedInfo: string;
  isPrivateChat: boolean;
  groupAtType: number;
  ex: string;
  burnDuration: number;
  minSeq: number;
  maxSeq: number;
  msgDestructTime: number;
  latestMsgDestructTime: number;
  isMsgDestruct: boolean;
}

export interface Row {
  shown: Conversation;
  createTime: number;
  /** Set when the row came to be under a cached "there is none": ids are listed, the row is not found. */
  unseen?: true;
}

export const NEW_CONVERSATION = {
  recvMsgOpt: 0,
  userID: '',
  groupID: '',
  isPinned: false,
  attachedInfo: '',
  isPrivateChat: false,
  groupAtType: 0,
  ex: '',
  burnDuration: 0,
  minSeq: 0,
  maxSeq: 0,
  msgDestructTime: 0,
  latestMsgDestructTime: ZERO_TIME,
  isMsgDestruct: false,
} as const satisfies Partial<Conversation>;

export const RECEIVE = { all: 0, nothing: 1, silently: 2 } as const;
