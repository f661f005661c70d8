import { isDeepStrictEqual } from 'node:util';
import type { Answered } from './load.ts';
import type { Operation } from './operations.ts';

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

/** Everybody's own. */
const OPAQUE = new Set(['cursor', 'startCursor']);

/** An answer without what is each contender's own, or each time another. */
function normal({ name, signedIn }: Operation, { status, text }: Answered): unknown {
  const { data = null, errors = [] } = JSON.parse(text) as Body;
  if (!signedIn) {
    const refused = status === 401 || errors.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED');
    return refused ? 'refused' : text;
  }
  if (status !== 200 || errors.length > 0) return text;
  return JSON.parse(JSON.stringify(data), (key, value: unknown) => {
    if (OPAQUE.has(key)) return undefined;
    if (name !== 'send') return value;
    if (key === 'sentAt') return undefined;
    return key === 'id' && typeof value === 'string' ? value.replace(/:.*/, '') : value;
  });
}

/** Null where they say the same. */
export function difference(
  operation: Operation,
  { seen, expected }: { seen: Answered; expected: Answered },
): string | null {
  const [ours, theirs] = [normal(operation, seen), normal(operation, expected)];
  if (isDeepStrictEqual(ours, theirs)) return null;
  return `${operation.name}:\n  ${JSON.stringify(ours).slice(0, 600)}\ninstead of\n  ${JSON.stringify(theirs).slice(0, 600)}`;
}
