import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { Fault } from '../subgraphs/kit/fault.ts';
import { FAULTS, type FaultReason, type FaultRow } from '../subgraphs/kit/faults.ts';

/** What Apollo calls its own refusals, and the rows that they are here. */
const APOLLO: Readonly<Record<string, FaultReason>> = {
  GRAPHQL_PARSE_FAILED: 'QUERY_SYNTAX',
  GRAPHQL_VALIDATION_FAILED: 'QUERY_INVALID',
  OPERATION_RESOLUTION_FAILURE: 'OPERATION_UNKNOWN',
  BAD_REQUEST: 'REQUEST_MALFORMED',
  BAD_USER_INPUT: 'INPUT_INVALID',
};

/** The protocol of persisted queries: clients look for this very message and code, and then send the text. */
const PROTOCOL = new Set(['PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED']);

/** Of the plumbing, not of the API. */
const PRIVATE = new Set(['serviceName', 'stacktrace', 'exception', 'originalError', 'http']);

interface Told {
  readonly message: string;
  readonly extensions: Record<string, unknown>;
}

const INTERNAL: Told = {
  message: FAULTS.INTERNAL.says,
  extensions: { code: FAULTS.INTERNAL.code, reason: 'INTERNAL', retry: false },
};

/** The same for everybody who asks: one of our rows, or a row that says that something broke. */
function tell(message: string, extensions: Readonly<Record<string, unknown>>): Told | null {
  const { code, reason } = extensions;
  const visible = Object.fromEntries(Object.entries(extensions).filter(([name]) => !PRIVATE.has(name)));
  if (typeof reason === 'string' && Object.hasOwn(FAULTS, reason)) {
    const row: FaultRow = FAULTS[reason as FaultReason];
    return { message, extensions: { ...visible, code: row.code, reason } };
  }
  if (typeof code !== 'string') return null;
  if (PROTOCOL.has(code)) return { message, extensions: { code } };
  const known = APOLLO[code];
  return known === undefined ? null : { message, extensions: { code: FAULTS[known].code, reason: known } };
}

/** An error of a subgraph as it may leave. What no row knows is masked, and told to `unexpected`. */
export function masked(error: GraphQLError, unexpected: (error: GraphQLError) => void): Told {
  const told = tell(error.message, error.extensions);
  if (told !== null && told.extensions.reason !== 'INTERNAL') return told;
  unexpected(error);
  return INTERNAL;
}

/** Apollo's last word on each error: thrown → what a client sees. */
export function formatError({ message, locations, path, extensions }: GraphQLFormattedError): GraphQLFormattedError {
  const told = tell(message, extensions ?? {}) ?? INTERNAL;
  // Positions in our own documents, sent to subgraphs, mean nothing to who wrote another.
  const place = path === undefined && locations !== undefined ? { locations } : {};
  return { message: told.message, ...place, ...(path ? { path } : {}), extensions: told.extensions };
}

/** Whether {@link formatError} will hide what nobody has logged: what a subgraph threw was logged as it was masked. */
export const isUnexpected = ({ message, extensions }: GraphQLError): boolean => tell(message, extensions) === null;

/** A refusal of the whole request, for the HTTP layer; a thrown value that is no Fault becomes INTERNAL. */
export function refusalFor(error: unknown, log: Logger): { status: number; body: { errors: GraphQLFormattedError[] } } {
  const fault = error instanceof Fault ? error : new Fault('INTERNAL');
  if (!(error instanceof Fault)) log.error({ err: error }, 'unexpected error');
  const told = tell(fault.message, fault.extensions) ?? INTERNAL;
  return { status: fault.status === 200 ? 400 : fault.status, body: { errors: [told] } };
}
