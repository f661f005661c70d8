import type { EnforcementSpan } from './enforcement.ts';

/** A message that waited for a moderator, as its sender's client wrote it. */
export interface HeldToSend {
  /** Ours: sent twice, it is one message. */
  readonly id: string;
  readonly userID: string;
  /** One of the two. */
  readonly recipientID: string | null;
  readonly groupID: string | null;
  readonly platformID: number;
  readonly contentType: number;
  /** JSON. */
  readonly content: string;
  readonly ex: string;
}

/** Sends it in its sender's name; answers its `Message.id`. A Fault as of `Enforcement` says that it cannot be sent. */
export type SendHeld = (held: HeldToSend, span: EnforcementSpan) => Promise<string>;
