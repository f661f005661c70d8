/** How much of what was written in OpenIM we know of: every message has a seq, so what is missing can be counted. */
export interface SeqCounts {
  /** Messages that there are, by OpenIM's own count. */
  readonly expected: number;
  /** Told by callbacks. */
  readonly told: number;
  /** Read back, because no callback had told them. */
  readonly found: number;
  /** Nothing is there any more, for anybody. */
  readonly gone: number;
  /** Neither told nor found, so far. */
  readonly missing: number;
}

export interface ConversationCoverage extends SeqCounts {
  readonly conversationID: string;
  /** When OpenIM was asked last how far the conversation goes; null: never, so that nobody knows what is missing. */
  readonly checkedAt: Date | null;
}

export interface TotalCoverage extends SeqCounts {
  readonly conversations: number;
  /** Of which something is missing. */
  readonly incomplete: number;
  /** That OpenIM was never asked about. */
  readonly neverChecked: number;
  /** When the one was checked that was checked longest ago; null where none was. */
  readonly oldestCheckAt: Date | null;
  /** People whose list of conversations was never read: they may have some that nobody knows of. */
  readonly usersNotWalked: number;
}

export interface Coverages {
  /** Null for a conversation that is not known. */
  of(conversationID: string): Promise<ConversationCoverage | null>;
  total(): Promise<TotalCoverage>;
}
