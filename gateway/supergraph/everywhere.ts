import { type DocumentNode, GraphQLError, Kind } from 'graphql';
import type { Data } from '../executor/objects.ts';

interface Fetch {
  readonly document: DocumentNode;
  readonly variables: Data;
}

/** A fetch that failed as a whole fails at each field, or entity, that it was for. */
export function everywhere({ document, variables }: Fetch, thrown: unknown): GraphQLError[] {
  const error = thrown instanceof GraphQLError ? thrown : new GraphQLError('', { originalError: thrown as Error });
  return pathsOf(document, variables).map((path) => errorAt(path, error));
}

function pathsOf(document: DocumentNode, { representations }: Data): (string | number)[][] {
  if (Array.isArray(representations)) return representations.map((_, index) => ['_entities', index]);
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  return (operation?.selectionSet.selections ?? []).flatMap((node) =>
    node.kind === Kind.FIELD ? [[node.alias?.value ?? node.name.value]] : [],
  );
}

/** The same error at another place. */
const errorAt = (path: readonly (string | number)[], error: GraphQLError): GraphQLError =>
  new GraphQLError(error.message, { path, extensions: error.extensions, originalError: error.originalError ?? error });
