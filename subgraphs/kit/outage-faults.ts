import type { FaultRow } from './fault-row.ts';

/** The rows of what we stand on and does not answer, and of subgraphs elsewhere; one table with the others in faults.ts. */
export const OUTAGE_FAULTS = {
  UPSTREAM_UNAVAILABLE: { code: 'UPSTREAM_UNAVAILABLE', retry: true, says: 'OpenIM does not answer now.' },
  UPSTREAM_TIMEOUT: { code: 'UPSTREAM_UNAVAILABLE', retry: true, says: 'OpenIM took too long to answer.' },
  UPSTREAM_BUSY: {
    code: 'RATE_LIMITED',
    retry: true,
    says: 'OpenIM has too much to do now; try again in a few seconds.',
  },
  UPSTREAM_ERROR: { code: 'UPSTREAM_ERROR', retry: false, says: 'OpenIM refused the call.' },
  STORE_UNAVAILABLE: {
    code: 'UPSTREAM_UNAVAILABLE',
    retry: true,
    status: 503,
    says: 'A store that this needs does not answer now.',
  },
  DEADLINE_PASSED: {
    code: 'UPSTREAM_UNAVAILABLE',
    retry: true,
    says: 'The answer took too long; what was asked for may still happen.',
  },
  SUBGRAPH_UNAVAILABLE: {
    code: 'UPSTREAM_UNAVAILABLE',
    retry: true,
    says: 'The part "{service}" of this service gave no answer; what was asked of it may still happen.',
  },
  GATEWAY_UNKNOWN: {
    code: 'UNAUTHENTICATED',
    retry: false,
    status: 401,
    says: 'Only gateways that sign with a key of SUBGRAPH_KEYS are answered here; clients ask the gateway.',
  },
  QUESTION_MISDIRECTED: {
    code: 'BAD_USER_INPUT',
    retry: false,
    status: 400,
    says: 'This is no question of a gateway to the subgraph "{service}".',
  },
} as const satisfies Record<string, FaultRow>;
