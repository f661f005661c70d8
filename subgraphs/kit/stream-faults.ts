import type { FaultRow } from './fault-row.ts';

/** The rows of live updates; one table with the others in faults.ts. */
export const STREAM_FAULTS = {
  STREAM_ELSEWHERE: {
    code: 'BAD_USER_INPUT',
    retry: false,
    says: 'Subscriptions are served at /graphql/stream, over SSE (graphql-sse) or WebSocket (graphql-ws).',
  },
  SUBSCRIPTIONS_ONLY: {
    code: 'BAD_USER_INPUT',
    retry: false,
    status: 400,
    says: 'Only subscriptions are served here; queries and mutations are at /graphql.',
  },
  STREAM_NOT_ACCEPTED: {
    code: 'BAD_USER_INPUT',
    retry: false,
    status: 406,
    says: 'Ask with Accept: text/event-stream, or over WebSocket with the subprotocol graphql-transport-ws.',
  },
  STREAMS_LIMITED: {
    code: 'RATE_LIMITED',
    retry: true,
    says: 'You have {most} streams open here; end some of them.',
  },
} as const satisfies Record<string, FaultRow>;
