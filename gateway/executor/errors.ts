import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Path } from './places.ts';

const CODE = 'DOWNSTREAM_SERVICE_ERROR';

/** What a subgraph said went wrong, at its place in the whole answer. */
export const toldBy = (serviceName: string, error: GraphQLFormattedError, path: Path | undefined): GraphQLError =>
  new GraphQLError(error.message || `Error while fetching subquery from service "${serviceName}"`, {
    ...(path === undefined ? {} : { path }),
    originalError: error as unknown as Error,
    extensions: { code: CODE, ...error.extensions, serviceName },
  });

/** A question that failed as a whole. */
export const failureOf = (serviceName: string, thrown: unknown): GraphQLError =>
  thrown instanceof GraphQLError
    ? thrown
    : new GraphQLError(thrown instanceof Error ? thrown.message : String(thrown), {
        originalError: thrown as Error,
        extensions: { code: CODE, serviceName },
      });

/** A subgraph that is not there, or that does not keep to the protocol of federation. */
export class SubgraphFailed extends Error {
  override readonly name = 'SubgraphFailed';
}
