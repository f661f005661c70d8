import type { KeptMessage } from './events.ts';

/** Messages of a time, oldest first, in pages. */
export interface HistoryPage {
  readonly messages: readonly KeptMessage[];
  /** For `after`; null: there are no more. */
  readonly next: string | null;
}

/** Between whom something is said: in a group, or between two. */
export interface Correspondence {
  readonly userID: string;
  /** Null in a group. */
  readonly recipientID: string | null;
  /** Null between two. */
  readonly groupID: string | null;
}

/** What people wrote, as the archive has it: without what was taken back or deleted. */
export interface MessageHistory {
  /** Sent from `from` on, and before `to`. `after` is only ever what a page before this one said. */
  read(
    span: { readonly from: Date; readonly to: Date },
    page: { readonly after: string | null; readonly limit: number },
  ): Promise<HistoryPage>;
  /** A few messages either side of one, oldest first and without it: those that are archived by now. */
  around(place: { readonly conversationID: string; readonly seq: number }): Promise<readonly KeptMessage[]>;
  /** The last few of a conversation, oldest first: what somebody reads who is about to write there. */
  newest(where: Correspondence): Promise<readonly KeptMessage[]>;
}
