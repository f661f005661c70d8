import type { FaultRow } from './fault-row.ts';

/** The rows of what we stand on and does not answer; one table with the others in faults.ts. */
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
} as const satisfies Record<string, FaultRow>;
