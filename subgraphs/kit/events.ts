import type { Knex } from 'knex';
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

/** What happened: in OpenIM, or by what this service did. */
export type Fact =
  | OwnFact
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

/** What this service did about people: ids alone, never what was written, nor who reported. */
export type OwnFact =
  /** RFC 3339; null: for good. */
  | { readonly kind: 'USER_BANNED'; readonly userID: string; readonly until: string | null }
  | { readonly kind: 'USER_UNBANNED'; readonly userID: string; readonly because: 'LIFTED' | 'RAN_OUT' }
  | (OwnCase & { readonly kind: 'CASE_OPENED' | 'CASE_APPEALED' })
  | (OwnCase & {
      readonly kind: 'CASE_RESOLVED';
      /** What stands in this round, by `ActionKind`. */
      readonly decisions: readonly string[];
      readonly appeal: 'GRANTED' | 'REFUSED' | null;
    })
  | { readonly kind: 'MESSAGE_HELD'; readonly heldMessageID: string; readonly caseID: string; readonly userID: string }
  | {
      readonly kind: 'HELD_MESSAGE_DECIDED';
      readonly heldMessageID: string;
      readonly caseID: string;
      readonly userID: string;
      readonly decision: 'RELEASED' | 'DECLINED' | 'EXPIRED';
    };

interface OwnCase {
  readonly caseID: string;
  readonly round: number;
  readonly subjectKind: 'MESSAGE' | 'USER' | 'GROUP';
  readonly subjectID: string;
  /** Who answers for it. */
  readonly userID: string | null;
  readonly groupID: string | null;
}

/** Tells of what was done, in the transaction that does it: both are kept, or neither. */
export type Announce = (on: Knex.Transaction, announcements: readonly Announcement[]) => Promise<void>;

export interface Announcement extends Pick<NewEvent, 'key' | 'stream'> {
  readonly fact: OwnFact;
}

/** What is told to be kept. */
export interface NewEvent {
  /** The same for the same happening, however often and by whomever it is told: `message:<conversationID>:<seq>`. One event a key. */
  readonly key: string;
  /** What is handled in order: a conversationID, `user:<userID>`, `group:<groupID>`. */
  readonly stream: string;
  /** When it happened, as far as OpenIM tells; else when it was kept. */
  readonly at: Date;
  readonly source: 'CALLBACK' | 'RECONCILER' | 'SERVICE';
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
