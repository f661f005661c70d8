import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { GatewayGraphQLResponse } from '@apollo/server-gateway-interface';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  Kind,
  parse,
} from 'graphql';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { RequestScope } from '../../subgraphs/kit/request.ts';
import type { Subgraph } from '../../subgraphs/kit/subgraph.ts';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import { masked } from '../format.ts';
import type { GatewayContext } from '../scope.ts';
import { distinct } from './entities.ts';

interface Fetch {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly scope: RequestScope;
}

/** A subgraph of this process as the planner's data source: no HTTP, no second parse, and never past the deadline. */
export function serviceOf(subgraph: Subgraph): GraphQLDataSource {
  const contextOf = memoised(subgraph);
  return {
    async process(options: GraphQLDataSourceProcessOptions): Promise<GatewayGraphQLResponse> {
      const { scope } = options.context as GatewayContext;
      const { query, variables = {} } = options.request;
      const document = ('document' in options && options.document) || parse(query ?? '');
      const { variables: asked, spread } = distinct(variables);
      const result = spread(await answer(subgraph, contextOf, { document, variables: asked, scope }));
      return {
        data: result.data ?? null,
        ...(result.errors ? { errors: result.errors.map((error) => told(error, scope)) } : {}),
      };
    },
  };
}

/** One context per request and viewer: after a fetch that signs somebody in, the next fetch is theirs. */
function memoised(subgraph: Subgraph): (scope: RequestScope) => unknown {
  const contexts = new WeakMap<RequestScope, { viewer: Viewer; context: unknown }>();
  return (scope) => {
    const known = contexts.get(scope);
    if (known?.viewer === scope.viewer) return known.context;
    const made = { viewer: scope.viewer, context: subgraph.contextFor(scope) };
    contexts.set(scope, made);
    return made.context;
  };
}

async function answer(
  subgraph: Subgraph,
  contextOf: (scope: RequestScope) => unknown,
  fetch: Fetch,
): Promise<ExecutionResult> {
  const { document, variables, scope } = fetch;
  try {
    scope.signal.throwIfAborted();
    const contextValue = contextOf(scope);
    return await orAborted(
      scope.signal,
      execute({ schema: subgraph.schema, document, variableValues: variables, contextValue }),
    );
  } catch (error) {
    const fault = scope.signal.aborted ? new Fault('DEADLINE_PASSED') : error;
    return { data: null, errors: everywhere(fetch, fault) };
  }
}

function orAborted<T>(signal: AbortSignal, work: T | PromiseLike<T>): Promise<T> {
  const aborted = Promise.withResolvers<never>();
  const abort = (): void => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  return Promise.race([work, aborted.promise]).finally(() => signal.removeEventListener('abort', abort));
}

/** A fetch that failed as a whole fails at each field, or entity, that it was for. */
function everywhere({ document, variables }: Fetch, error: unknown): GraphQLError[] {
  const { message, extensions } = error instanceof GraphQLError ? error : new GraphQLError('');
  const originalError = error instanceof Error ? error : null;
  return pathsOf(document, variables).map((path) => new GraphQLError(message, { path, extensions, originalError }));
}

function pathsOf(
  document: DocumentNode,
  { representations }: Readonly<Record<string, unknown>>,
): (string | number)[][] {
  if (Array.isArray(representations)) return representations.map((_, index) => ['_entities', index]);
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  return (operation?.selectionSet.selections ?? []).flatMap((node) =>
    node.kind === Kind.FIELD ? [[node.alias?.value ?? node.name.value]] : [],
  );
}

/** As it may leave: what is not meant for clients is logged here, where the subgraph and the request are known. */
function told(error: GraphQLError, scope: RequestScope): GraphQLFormattedError {
  const { message, extensions } = masked(error, scope.log);
  return { message, ...(error.path ? { path: error.path } : {}), extensions };
}
