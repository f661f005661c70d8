import type { Logger } from 'pino';
import type { Viewer } from './viewer.ts';

/**
 * One request, as long as it lives. Subgraphs make their own context from it, once per viewer; nothing
 * of HTTP is on it.
 */
export interface RequestScope {
  /** In logs, traces and `x-request-id`. */
  readonly id: string;
  /** The client's address, for limits and for the record of a sign-in; never logged as it is. */
  readonly ip: string;
  /** BCP 47, from Accept-Language; for `summary` and refusals. */
  readonly language: string;
  /** Ends at the request's deadline, or when the client leaves. Every upstream call gets it. */
  readonly signal: AbortSignal;
  readonly log: Logger;
  /** Whoever the request acts as now: `verifyOTP` makes an anonymous request a user's. */
  readonly viewer: Viewer;
  become(viewer: Viewer): void;
}
