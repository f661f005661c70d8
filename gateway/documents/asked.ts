import { Fault } from '../../subgraphs/kit/fault.ts';

/** What a client says of the operation that it wants. */
export interface Asked {
  readonly query?: unknown;
  /** As the draft of GraphQL over HTTP, appendix "Persisted Documents", has it. */
  readonly documentId?: unknown;
  /** `persistedQuery`, as Apollo's clients have it. */
  readonly extensions?: unknown;
}

export const malformed = (detail: string): Fault => new Fault('REQUEST_MALFORMED', { detail });

/** Without what was said of its id. */
export function plain<Operation extends Asked>(asked: Operation): Operation {
  if ((asked.documentId ?? null) === null && hashOf(asked) === null) return asked;
  const { documentId: _id, extensions, ...rest } = asked;
  const { persistedQuery: _hash, ...others } = (extensions ?? {}) as Record<string, unknown>;
  return { ...rest, ...(Object.keys(others).length > 0 ? { extensions: others } : {}) } as Operation;
}

const SHA256 = /^[0-9a-f]{64}$/;

/** Of Apollo's extension, and whether all that is said of an id can be read; null where there is none. */
export function hashOf({ query, documentId, extensions }: Asked): string | null {
  const id = documentId ?? null;
  if (id !== null && (typeof id !== 'string' || id === '')) throw malformed('documentId is not a text');
  if (id !== null && (query ?? null) !== null)
    throw malformed('there is a query and a documentId, and one of them is enough');
  const { persistedQuery } = (extensions ?? {}) as { persistedQuery?: unknown };
  if (persistedQuery === undefined || persistedQuery === null) return null;
  const { version, sha256Hash } = persistedQuery as { version?: unknown; sha256Hash?: unknown };
  if (version === 1 && typeof sha256Hash === 'string' && SHA256.test(sha256Hash)) return sha256Hash;
  throw malformed('extensions.persistedQuery is not { version: 1, sha256Hash: 64 lower-case hexadecimal digits }');
}
