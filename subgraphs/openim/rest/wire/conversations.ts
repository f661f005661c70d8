import type { WireGroup } from './groups.ts';
import type { WireMessage } from './messages.ts';
import type { WireUser } from './people.ts';

/** The owner's own row. */
export interface WireConversation {
  readonly ownerUserID: string;
  readonly conversationID: string;
  /** 0 receive and notify, 1 receive nothing, 2 receive without notification. */
  readonly recvMsgOpt: number;
  /** 1 one-to-one, 3 group, 4 notices of an account. */
  readonly conversationType: number;
  /** The other person; empty for a group. */
  readonly userID: string;
  readonly groupID: string;
  readonly isPinned: boolean;
  readonly attachedInfo: string;
  readonly isPrivateChat: boolean;
  /** 0 none, 1 the owner is mentioned, 2 everybody is, 3 both, 4 announcement. */
  readonly groupAtType: number;
  readonly ex: string;
  readonly burnDuration: number;
  /** First seq that the owner may read; 0 for all. */
  readonly minSeq: number;
  /** Last seq that the owner may read, set when they left the group; 0 for all. */
  readonly maxSeq: number;
  readonly msgDestructTime: number;
  /** ms; -62135596800000 for never. */
  readonly latestMsgDestructTime: number;
  readonly isMsgDestruct: boolean;
}

/** Absent leaves as it is. OpenIM ignores seqs here, and checks no range. */
export interface WireConversationChange {
  readonly conversationID: string;
  readonly conversationType: number;
  readonly userID?: string;
  readonly groupID?: string;
  readonly recvMsgOpt?: number;
  readonly isPinned?: boolean;
  /** OpenIM writes it into the other side's row as well. */
  readonly isPrivateChat?: boolean;
  /** Seconds. */
  readonly burnDuration?: number;
  readonly isMsgDestruct?: boolean;
  /** Seconds. */
  readonly msgDestructTime?: number;
  readonly groupAtType?: number;
  readonly ex?: string;
}

/** A friend's row as it comes with a conversation: the other user stands beside it. */
export interface WireConversationFriend {
  readonly ownerUserID: string;
  readonly friendUserID: string;
  readonly remark: string;
  /** ms */
  readonly createTime: number;
  readonly addSource: number;
  readonly operatorUserID: string;
  readonly ex: string;
  readonly isPinned: boolean;
}

/** A conversation with all that a list shows of it, in one answer. */
export interface WireConversationView {
  readonly conversation: WireConversation;
  readonly lastMsg: WireMessage | null;
  readonly user: WireUser | null;
  readonly friend: WireConversationFriend | null;
  readonly group: WireGroup | null;
  readonly maxSeq: number;
  readonly readSeq: number;
}

export interface WireConversationViews {
  /** Over the answered conversations, muted ones included. */
  readonly unreadCount: number;
  readonly conversations: readonly WireConversationView[];
}
