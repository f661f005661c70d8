import { Fault } from '../../subgraphs/kit/fault.ts';

/** The request target as it stood on the request line; nothing of it is decoded. */
export interface Target {
  readonly path: string;
  /** What follows the `?`; null when there is none. */
  readonly query: string | null;
}

/** Slashes and dots that some proxy or router would read in another way than the signer wrote them. */
const AMBIGUOUS = /\/\/|\\|%2f|%2e|\/\.{1,2}(\/|$)/i;

/**
 * The raw target, split. Refuses a path that is not normalised (TARGET_MALFORMED): it is signed as it was received,
 * so everything between signer and verifier has to agree on what it names. A query is data, and may hold anything.
 */
export function readTarget(url: string): Target {
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  if (!path.startsWith('/') || AMBIGUOUS.test(path)) throw new Fault('TARGET_MALFORMED');
  return { path, query: mark < 0 ? null : url.slice(mark + 1) };
}
