import type { Knex } from 'knex';
import type { Evidence } from './witness.ts';

/** What can be reported, and flagged. */
export type SubjectKind = 'MESSAGE' | 'USER' | 'GROUP';

/** What may be wrong with it: `ReportReason` of the API. */
export type FlagReason =
  | 'SPAM'
  | 'HARASSMENT'
  | 'HATE'
  | 'SEXUAL'
  | 'VIOLENCE'
  | 'SELF_HARM'
  | 'ILLEGAL'
  | 'IMPERSONATION'
  | 'OTHER';

/** Something that a rule, or a finding of our own, holds against a message, a user or a group; nobody reported it. */
export interface Flag {
  /** The same for the same finding, however often it is told: the second time changes nothing. */
  readonly key: string;
  /** A `Message.id`, a userID, a groupID. */
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly reason: FlagReason;
  /** What found it, as moderators read it: `rule:no-links`, `forged-message`. */
  readonly source: string;
  /** What is to be said of it, for moderators; no text of a message. */
  readonly note: string | null;
  /** 0 to 100; null: what a report of that reason weighs. */
  readonly weight: number | null;
  /** What is known of it at this moment; of a message `message` is what OpenIM told, a `KeptMessage` is that. */
  readonly evidence: Evidence;
}

/** Where a case is opened, or raised, from a rule or a finding. */
export interface Flags {
  /**
   * Resolves once it is kept: in `on`, where a transaction is given, else in one of its own. A case that was resolved
   * opens again, but for a message, which does not change: there the decision stands, and the flag is kept with it.
   */
  flag(flag: Flag, on?: Knex.Transaction): Promise<{ readonly caseID: string }>;
}
