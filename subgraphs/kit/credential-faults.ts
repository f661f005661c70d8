import type { FaultRow } from './fault-row.ts';

/** Credentials (SESSION.md §2): the whole request is refused. */
export const CREDENTIAL_FAULTS = {
  SIGNATURE_MALFORMED: {
    code: 'UNAUTHENTICATED',
    retry: false,
    status: 401,
    says: 'The signature headers cannot be read: {detail}.',
  },
  SIGNATURE_INVALID: {
    code: 'UNAUTHENTICATED',
    retry: false,
    status: 401,
    says: 'The signature does not match this request and session.',
  },
  SESSION_UNKNOWN: {
    code: 'UNAUTHENTICATED',
    retry: false,
    status: 401,
    says: 'There is no such session; sign in again.',
  },
  SESSION_EXPIRED: {
    code: 'UNAUTHENTICATED',
    retry: false,
    status: 401,
    says: 'The session has expired; sign in again.',
  },
  SESSION_REVOKED: {
    code: 'UNAUTHENTICATED',
    retry: false,
    status: 401,
    says: 'The session was ended; sign in again.',
  },
  USER_BANNED: {
    code: 'UNAUTHENTICATED',
    retry: false,
    status: 401,
    says: 'You may not use this service {period}: {why}',
  },
  SESSION_RENEWED: {
    code: 'UNAUTHENTICATED',
    retry: false,
    status: 401,
    says: 'The session was renewed; use its newer key.',
  },
  LOOKUPS_LIMITED: {
    code: 'RATE_LIMITED',
    retry: true,
    status: 429,
    says: 'Too many requests of your network name sessions that cannot be used; try again after {retryAfter}.',
  },
  CLOCK_SKEW: {
    code: 'UNAUTHENTICATED',
    retry: true,
    status: 401,
    says: 'The signature was made at another time than now; set the clock by the Date header.',
  },
  DIGEST_MISMATCH: {
    code: 'UNAUTHENTICATED',
    retry: false,
    status: 401,
    says: 'Content-Digest is missing or does not match the body.',
  },
  REPLAYED: {
    code: 'UNAUTHENTICATED',
    retry: false,
    status: 401,
    says: 'This signature was used before; sign again with a new nonce.',
  },
  TOKEN_INVALID: {
    code: 'UNAUTHENTICATED',
    retry: false,
    status: 401,
    says: 'The admin token is not valid; sign in again.',
  },
  TOKEN_EXPIRED: {
    code: 'UNAUTHENTICATED',
    retry: false,
    status: 401,
    says: 'The admin token has expired; refresh it.',
  },
  PROVIDER_UNAVAILABLE: {
    code: 'UPSTREAM_UNAVAILABLE',
    retry: true,
    status: 503,
    says: "The company's OpenID provider does not answer now, so that its token cannot be checked.",
  },
  TWO_CREDENTIALS: {
    code: 'BAD_USER_INPUT',
    retry: false,
    status: 400,
    says: 'A request carries a signature or Authorization, not both.',
  },
  BODY_TOO_LARGE: { code: 'BAD_USER_INPUT', retry: false, status: 413, says: 'The body is larger than {limit} bytes.' },
  ENCODING_UNSUPPORTED: {
    code: 'BAD_USER_INPUT',
    retry: false,
    status: 415,
    says: 'Content-Encoding is not accepted on requests; send the body as it is.',
  },
  TARGET_MALFORMED: {
    code: 'BAD_USER_INPUT',
    retry: false,
    status: 400,
    says: 'The request target is not normalised: no "//", dot segment, "\\", %2F or %2E.',
  },
} as const satisfies Record<string, FaultRow>;
