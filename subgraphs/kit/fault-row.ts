/** The codes of `extensions.code`; the only ones that a client ever sees. */
export type FaultCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'UPSTREAM_UNAVAILABLE'
  | 'UPSTREAM_ERROR'
  | 'INTERNAL_SERVER_ERROR';

export interface FaultRow {
  readonly code: FaultCode;
  /** Whether the same request may succeed later without a change. */
  readonly retry: boolean;
  /** What the client reads: what was wrong, and what to do. `{name}` is filled from the fault's details. */
  readonly says: string;
  /** HTTP status where the whole request is refused; 200 (the default) where it fails at its path. */
  readonly status?: number;
}
