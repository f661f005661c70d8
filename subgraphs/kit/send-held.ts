import type { EnforcementSpan } from './enforcement.ts';

/** A message that waits for a moderator, as its sender's client wrote it. */
export interface HeldLetter {
  readonly userID: string;
  /** One of the two. */
  readonly recipientID: string | null;
  readonly groupID: string | null;
  readonly platformID: number;
  readonly contentType: number;
  /** JSON. */
  readonly content: string;
  readonly atUserIDs: readonly string[];
  readonly ex: string;
}

/** One that may go on. */
export interface HeldToSend extends HeldLetter {
  /** Ours: sent twice, it is one message. */
  readonly id: string;
}

/** Sends it in its sender's name; answers its `Message.id`. A Fault as of `Enforcement` says that it cannot be sent. */
export type SendHeld = (held: HeldToSend, span: EnforcementSpan) => Promise<string>;
