import { type ExecutionResult, GraphQLError } from 'graphql';

/**
 * The planner asks for one representation per place in the answer: fifty messages of five people are fifty people.
 * Each is asked for once, and the answer handed out to every place.
 */
export interface Distinct {
  readonly variables: Readonly<Record<string, unknown>>;
  spread(result: ExecutionResult): ExecutionResult;
}

export function distinct(variables: Readonly<Record<string, unknown>>): Distinct {
  const asked = variables.representations;
  if (!Array.isArray(asked)) return { variables, spread: (result) => result };
  const positions = new Map<string, number[]>();
  asked.forEach((representation, index) => {
    const key = JSON.stringify(representation);
    const places = positions.get(key);
    if (places === undefined) positions.set(key, [index]);
    else places.push(index);
  });
  if (positions.size === asked.length) return { variables, spread: (result) => result };
  const places = [...positions.values()];
  const representations = places.map(([first]) => asked[first ?? 0]);
  return { variables: { ...variables, representations }, spread: (result) => spread(result, places, asked.length) };
}

function spread(result: ExecutionResult, places: readonly (readonly number[])[], length: number): ExecutionResult {
  const errors = result.errors?.flatMap((error) => {
    const [root, index, ...rest] = error.path ?? [];
    if (root !== '_entities' || typeof index !== 'number') return [error];
    return (places[index] ?? []).map((place) => errorAt([root, place, ...rest], error));
  });
  const told = errors ? { ...result, errors } : result;
  const entities = result.data?._entities;
  if (!Array.isArray(entities)) return told;
  const all: unknown[] = new Array(length).fill(null);
  places.forEach((at, index) => {
    // Later fetches write into an entity where it stands, so no two places may share one.
    at.forEach((place, nth) => {
      all[place] = nth === 0 ? entities[index] : structuredClone(entities[index]);
    });
  });
  return { ...told, data: { ...result.data, _entities: all } };
}

/** The same error at another place. */
export const errorAt = (path: readonly (string | number)[], error: GraphQLError): GraphQLError =>
  new GraphQLError(error.message, { path, extensions: error.extensions, originalError: error.originalError ?? error });
