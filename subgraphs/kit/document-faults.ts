import type { FaultRow } from './fault-row.ts';

/** The rows of documents and batches, before anything of them runs; one table with the others in faults.ts. */
export const DOCUMENT_FAULTS = {
  QUERY_SYNTAX: { code: 'BAD_USER_INPUT', retry: false, status: 400, says: 'The GraphQL document cannot be parsed.' },
  QUERY_INVALID: {
    code: 'BAD_USER_INPUT',
    retry: false,
    status: 400,
    says: 'The GraphQL document does not fit the schema.',
  },
  QUERY_TOO_LARGE: {
    code: 'BAD_USER_INPUT',
    retry: false,
    status: 400,
    says: 'The GraphQL document is too large: {detail}.',
  },
  OPERATION_UNLISTED: {
    code: 'BAD_USER_INPUT',
    retry: false,
    status: 400,
    says: 'This service answers only the operations of its own clients, and this is none of them.',
  },
  DOCUMENT_UNKNOWN: {
    code: 'BAD_USER_INPUT',
    retry: false,
    status: 400,
    says: 'No operation is known by this id here; send its text in `query`.',
  },
  BATCH_TOO_LARGE: {
    code: 'BAD_USER_INPUT',
    retry: false,
    status: 400,
    says: 'The batch has {count} operations, and {limit} are the most.',
  },
  OPERATION_UNKNOWN: {
    code: 'BAD_USER_INPUT',
    retry: false,
    status: 400,
    says: 'operationName names no operation of this document.',
  },
  QUERY_COST: {
    code: 'BAD_USER_INPUT',
    retry: false,
    status: 400,
    says: 'The operation may cost {cost}, and {limit} is the most; ask for shorter lists, or for less of each row.',
  },
} as const satisfies Record<string, FaultRow>;
