import type { DocumentNode, ExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { RequestScope } from '../../subgraphs/kit/request.ts';
import type { Subgraph } from '../../subgraphs/kit/subgraph.ts';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import type { Source } from '../executor/source.ts';
import { masked } from '../format.ts';
import { everywhere } from './everywhere.ts';
import { orAborted } from './or-aborted.ts';
import type { RunDocument } from './run-document.ts';

interface Fetch {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly scope: RequestScope;
}

/** A subgraph of this process: no HTTP, no second parse, and never past the deadline. */
export function inProcess(subgraph: Subgraph, run: RunDocument): Source {
  const contextOf = (scope: RequestScope): unknown => contextFor(subgraph, scope);
  return {
    async ask({ document, variables, context: { scope } }) {
      const result = await answer(run, contextOf, { document, variables, scope });
      return { data: result.data ?? null, ...(result.errors ? { errors: told(result.errors, scope) } : {}) };
    },
  };
}

const CONTEXTS = Symbol('contexts');

interface Keeping extends RequestScope {
  [CONTEXTS]?: Map<Subgraph, { readonly viewer: Viewer; readonly context: unknown }>;
}

/**
 * One context per request and viewer: after a fetch that signs somebody in, the next fetch is theirs. The request holds
 * them itself, and goes with them: nothing that outlives it has to be told.
 */
const contextFor = (subgraph: Subgraph, scope: Keeping): unknown => {
  const contexts = scope[CONTEXTS] ?? new Map();
  scope[CONTEXTS] = contexts;
  const known = contexts.get(subgraph);
  if (known?.viewer === scope.viewer) return known.context;
  const made = { viewer: scope.viewer, context: subgraph.contextFor(scope) };
  contexts.set(subgraph, made);
  return made.context;
};

async function answer(
  run: RunDocument,
  contextOf: (scope: RequestScope) => unknown,
  fetch: Fetch,
): Promise<ExecutionResult> {
  const { document, variables, scope } = fetch;
  try {
    scope.signal.throwIfAborted();
    return placed(await orAborted(scope.signal, run(document, variables, contextOf(scope))), fetch);
  } catch (error) {
    const fault = scope.signal.aborted ? new Fault('DEADLINE_PASSED') : error;
    return { data: null, errors: everywhere(fetch, fault) };
  }
}

/** An error that names no field, or no entity, of this fetch is one of all of them. */
function placed(result: ExecutionResult, fetch: Fetch): ExecutionResult {
  const errors = result.errors?.flatMap((error) => {
    const [field, ...rest] = error.path ?? [];
    const found = rest.length === 0 ? everywhere(fetch, error, field) : [];
    return found.length > 0 ? found : [error];
  });
  return { ...result, ...(errors ? { errors } : {}) };
}

/** As they may leave: what is not meant for clients is logged here, where the request is known, and once. */
function told(errors: readonly GraphQLError[], { log }: RequestScope): GraphQLFormattedError[] {
  const logged = new Set<unknown>();
  return errors.map((error) => {
    const { message, extensions } = masked(error, () => {
      const cause = error.originalError ?? error;
      if (!logged.has(cause)) log.error({ err: cause, path: error.path }, 'unexpected error in a subgraph');
      logged.add(cause);
    });
    return { message, ...(error.path ? { path: error.path } : {}), extensions };
  });
}
