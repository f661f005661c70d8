import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Data } from './objects.ts';
import { type Operation, prepare, type Schemas } from './operation.ts';
import type { Execute } from './question.ts';
import type { Run } from './run.ts';
import type { Breach } from './shaping.ts';
import type { Sources } from './source.ts';

/** Operations kept ready: what a service's clients ask, many times over. */
const MOST_OPERATIONS = 2_000;
/** Of all of them, the characters: ready, an operation takes a hundred times its length. */
const MOST_TEXT = 1_000_000;

/** No subgraph, and no way from one to another, leads to any of it. */
const UNPLANNED = 'The supergraph has no way to answer this operation.';

export interface ExecutorParts extends Schemas {
  readonly sources: Sources;
}

/** An operation as it was asked. */
export interface Asked {
  readonly document: DocumentNode;
  readonly queryHash: string;
  readonly operationName: string | undefined;
}

/** Operations that are kept ready, and what runs them. */
export interface Compiled {
  readonly execute: Execute;
  /** Those that were asked most often. */
  favourites(most: number): readonly Asked[];
  /** Makes one ready before it is asked. Throws where it cannot be planned. */
  ready(asked: Asked): void;
}

interface Kept extends Asked {
  readonly operation: Operation;
  times: number;
}

/** Executes what Apollo's planner plans: each operation is compiled once, and from then on only run. */
export function createExecutor({ sources, ...schemas }: ExecutorParts): Compiled {
  const operations = new LRUCache<string, Kept>({
    max: MOST_OPERATIONS,
    maxSize: MOST_TEXT,
    sizeCalculation: ({ document }) => document.loc?.end || 1,
  });

  function keep(asked: Asked): Kept {
    const { document, operationName } = asked;
    const kept = { ...asked, operation: prepare(document, operationOf(document, operationName), schemas), times: 0 };
    operations.set(keyOf(asked), kept);
    return kept;
  }

  const execute: Execute = async ({ document, queryHash, request, context }) => {
    const asked = { document, queryHash, operationName: request.operationName ?? undefined };
    const kept = operations.get(keyOf(asked)) ?? keep(asked);
    kept.times += 1;
    const variables: Data = request.variables ?? {};
    const { fetch, shape } = kept.operation(variables);
    if (fetch === null && shape.asks) return { data: null, errors: [new GraphQLError(UNPLANNED)] };
    const run: Run = { data: {}, errors: [], variables, context, sources };
    await fetch?.(run);
    const { data, breaches } = shape.shape(run.data);
    const errors = [...run.errors, ...unexplained(breaches, run.errors)];
    return errors.length === 0 ? { data } : { data, errors };
  };

  return {
    execute,
    favourites: (most) => [...operations.values()].sort((one, other) => other.times - one.times).slice(0, most),
    ready: (asked) => {
      // What it branches on is not known yet: the usual way is made ready.
      keep(asked).operation({});
    },
  };
}

const keyOf = ({ queryHash, operationName }: Asked): string => `${queryHash}:${operationName ?? ''}`;

function operationOf({ definitions }: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operation = definitions.find(
    (node): node is OperationDefinitionNode =>
      node.kind === Kind.OPERATION_DEFINITION && (!name || node.name?.value === name),
  );
  if (operation === undefined) throw new TypeError('the operation is not in its document');
  return operation;
}

/** What became null because something else failed, there or below it, is told by that. */
const unexplained = (breaches: readonly Breach[], errors: readonly GraphQLError[]): GraphQLError[] =>
  breaches
    .filter(({ path, reach }) => !errors.some((error) => related(error.path ?? [], path.slice(0, reach))))
    .map(({ message, path }) => new GraphQLError(message, { path }));

const related = (one: readonly (string | number)[], other: readonly (string | number)[]): boolean => {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  return shorter.every((step, index) => step === longer[index]);
};
