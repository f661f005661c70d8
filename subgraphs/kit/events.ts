import type { Logger } from 'pino';

/** A message as OpenIM keeps it, told by a callback or read back by seq; every field is what its sender's client wrote, and untrusted. */
export interface KeptMessage {
  readonly conversationID: string;
  readonly seq: number;
  readonly serverMsgID: string;
  readonly clientMsgID: string;
  readonly sendID: string;
  readonly recvID: string;
  readonly groupID: string;
  readonly senderPlatformID: number;
  readonly senderNickname: string;
  readonly senderFaceURL: string;
  readonly sessionType: number;
  readonly msgFrom: number;
  readonly contentType: number;
  /** JSON text by contentType, as in content_types.json; may be anything. */
  readonly content: string;
  readonly sendTime: number;
  readonly createTime: number;
  readonly status: number;
  readonly atUserIDList: readonly string[];
  readonly ex: string;
}

/** What happened in OpenIM. */
export type Fact =
  | { readonly kind: 'MESSAGE_SAVED'; readonly message: KeptMessage }
  | { readonly kind: 'MESSAGE_REVOKED'; readonly conversationID: string; readonly seq: number; readonly userID: string }
  | {
      readonly kind: 'MESSAGES_READ';
      readonly conversationID: string | null;
      readonly userID: string;
      readonly seqs: readonly number[];
    }
  | { readonly kind: 'USERS_REGISTERED'; readonly userIDs: readonly string[] }
  | { readonly kind: 'USER_CHANGED'; readonly userID: string }
  | { readonly kind: 'PRESENCE'; readonly userID: string; readonly platformID: number; readonly online: boolean }
  | { readonly kind: 'FRIENDS_CHANGED'; readonly userIDs: readonly string[] }
  | { readonly kind: 'BLOCKS_CHANGED'; readonly userID: string; readonly otherID: string }
  | { readonly kind: 'GROUP_CREATED' | 'GROUP_CHANGED' | 'GROUP_DISMISSED'; readonly groupID: string }
  | { readonly kind: 'MEMBERS_CHANGED'; readonly groupID: string; readonly userIDs: readonly string[] }
  | { readonly kind: 'CONVERSATION_CREATED'; readonly conversationID: string; readonly ownerUserID: string };

/** What is told to be kept. */
export interface NewEvent {
  /** The same for the same happening, however often and by whomever it is told: `message:<conversationID>:<seq>`. One event a key. */
  readonly key: string;
  /** What is handled in order: a conversationID, `user:<userID>`, `group:<groupID>`. */
  readonly stream: string;
  /** When it happened, as far as OpenIM tells; else when it was kept. */
  readonly at: Date;
  readonly source: 'CALLBACK' | 'RECONCILER';
  readonly fact: Fact;
}

/** What was kept. */
export interface ChatEvent extends NewEvent {
  /** Ours, sortable by when it was kept. */
  readonly id: string;
}

/** The end of the work that asks, and its log. */
export interface EventSpan {
  readonly signal: AbortSignal;
  readonly log: Logger;
}

/** Who is told of events, after they are kept. */
export interface Consumer {
  /** Stable: its cursors and dead letters are kept under it. */
  readonly name: string;
  readonly kinds: ReadonlySet<Fact['kind']>;
  /**
   * Events in order, of one or more streams; may be told again what it was told before, and then changes nothing.
   * Rejects: told again later, with back-off, and after many failures set aside as a dead letter.
   */
  handle(events: readonly ChatEvent[], span: EventSpan): Promise<void>;
}

/** Where facts are kept. Used by what receives callbacks, and by the reconciler. */
export interface Keeper {
  /** Resolves once they are durable; a key that was kept before is not kept again. Rejects with STORE_UNAVAILABLE. */
  keep(facts: readonly NewEvent[]): Promise<void>;
}
