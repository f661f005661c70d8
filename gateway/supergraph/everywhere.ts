import { type DocumentNode, type FieldNode, GraphQLError, Kind } from 'graphql';
import type { Data } from '../executor/objects.ts';

interface Fetch {
  readonly document: DocumentNode;
  readonly variables: Data;
}

/** A fetch that failed as a whole fails at each field, or entity, that it was for; `field`: one of its fields did. */
export function everywhere(fetch: Fetch, thrown: unknown, field?: string | number): GraphQLError[] {
  const error = thrown instanceof GraphQLError ? thrown : new GraphQLError('', { originalError: thrown as Error });
  return pathsOf(fetch)
    .filter(([name]) => field === undefined || name === field)
    .map((path) => errorAt(path, error));
}

function pathsOf({ document, variables }: Fetch): (string | number)[][] {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  return (operation?.selectionSet.selections ?? []).flatMap((node) => {
    if (node.kind !== Kind.FIELD) return [];
    const name = node.alias?.value ?? node.name.value;
    const asked = node.name.value === '_entities' ? representationsOf(node, variables) : null;
    return asked?.map((_, index) => [name, index]) ?? [[name]];
  });
}

function representationsOf({ arguments: given = [] }: FieldNode, variables: Data): readonly unknown[] | null {
  const value = given.find(({ name }) => name.value === 'representations')?.value;
  const list = value?.kind === Kind.VARIABLE ? variables[value.name.value] : null;
  return Array.isArray(list) ? list : null;
}

/** The same error at another place. */
const errorAt = (path: readonly (string | number)[], error: GraphQLError): GraphQLError =>
  new GraphQLError(error.message, { path, extensions: error.extensions, originalError: error.originalError ?? error });
