import type { Readable } from 'node:stream';
import type { Logger } from 'pino';

/** What an official SDK asks, as far as it is known before its body is read. */
export interface ForwardHead {
  readonly method: string;
  /** Below `/openim`, as it is written on the request line; begins with a slash. */
  readonly path: string;
  readonly query: string | null;
  /** OpenIM's token; null where there is none. */
  readonly token: string | null;
  readonly operationID: string | null;
  /** The client's address, for limits. */
  readonly ip: string;
}

/** The rest of it. */
export interface ForwardRest {
  readonly body: Uint8Array;
  readonly contentType: string;
  readonly acceptEncoding: string;
  /** Ends at the deadline, or when the client leaves. */
  readonly signal: AbortSignal;
  readonly log: Logger;
}

/** What the client gets; `headers` are all that it may see of OpenIM's. */
export interface ForwardAnswer {
  readonly kind: 'answer';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string | Readable;
  /** A route of OpenIM's, or `other`. */
  readonly route: string;
  /** `ok`, `http_<status>`, or the `errCode` of a refusal. */
  readonly outcome: string;
}

/** Let in by its head: whatever else is wrong with it, its body may be read. */
export interface Admitted {
  readonly kind: 'admitted';
  finish(rest: ForwardRest): Promise<ForwardAnswer>;
}

/** OpenIM's own REST API for its official SDKs: the routes that they need, as far as they concern the caller. */
export interface Forward {
  /** Refuses with OpenIM's own answers, in the order in which OpenIM looks. */
  admit(head: ForwardHead): Promise<Admitted | ForwardAnswer>;
  /** In OpenIM's words: the body is larger than `limit` bytes. */
  tooLarge(limit: number): ForwardAnswer;
}
