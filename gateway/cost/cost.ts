import {
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { bounded } from '../../subgraphs/kit/bounded.ts';
import type { Fragments } from './fields.ts';
import { createTree, type Selected } from './tree.ts';
import type { Values } from './values.ts';
import { readWeights } from './weights.ts';

/** Of a mutation, whatever it does. */
const MUTATION = 10;
/** Reckonings of one operation: with the same numbers and conditions it costs the same. */
const MOST_RECKONINGS = 64;

/** Operations whose tree is kept: it takes seventy times the operation's length, and is made in a tenth of a millisecond. */
const MOST_TREES = 200;

/** What one operation costs. */
export interface OperationCost {
  /** The most that it may be, before it runs. */
  estimate(variables: Values): number;
  /** What was answered. */
  actual(data: Readonly<Record<string, unknown>>): number;
}

export type CostOf = (document: DocumentNode, operation: OperationDefinitionNode) => OperationCost;

/** Costs of operations on this supergraph, compiled once for each. */
export function createCosts(supergraph: DocumentNode, schema: GraphQLSchema): CostOf {
  const weights = readWeights(supergraph);
  const byOperation = new WeakMap<OperationDefinitionNode, OperationCost>();
  const trees = bounded<OperationDefinitionNode, Selected>(MOST_TREES);
  return (document, operation) => {
    const known = byOperation.get(operation);
    if (known !== undefined) return known;
    const root = schema.getRootType(operation.operation);
    const plant = (type: GraphQLObjectType): Selected => {
      const kept = trees.get(operation);
      if (kept !== undefined) return kept;
      const fragments = fragmentsOf(document);
      const tree = createTree({ schema, weights, fragments })(type, [operation.selectionSet]);
      trees.set(operation, tree);
      return tree;
    };
    const cost = root ? costOf(() => plant(root), operation) : FREE;
    byOperation.set(operation, cost);
    return cost;
  };
}

const fragmentsOf = ({ definitions }: DocumentNode): Fragments =>
  new Map(definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])));

const FREE: OperationCost = { estimate: () => 0, actual: () => 0 };

function costOf(tree: () => Selected, { operation, variableDefinitions = [] }: OperationDefinitionNode): OperationCost {
  const base = operation === OperationTypeNode.MUTATION ? MUTATION : 0;
  const names = variableDefinitions.map(({ variable }) => variable.name.value);
  const defaults: Values = Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.INT || defaultValue?.kind === Kind.BOOLEAN
        ? [[variable.name.value, defaultValue.kind === Kind.INT ? Number(defaultValue.value) : defaultValue.value]]
        : [],
    ),
  );
  const reckoned = bounded<string, number>(MOST_RECKONINGS);
  return {
    estimate(given) {
      const variables = { ...defaults, ...given };
      // Texts and objects change nothing.
      const telling = names.map((name) => variables[name]).map((value) => (typeof value === 'string' ? '' : value));
      const key = telling.map((value) => (typeof value === 'object' ? '' : String(value))).join();
      const known = reckoned.get(key);
      if (known !== undefined) return known;
      const cost = base + tree().estimate({ variables, known: new Map() }, null);
      reckoned.set(key, cost);
      return cost;
    },
    actual: (data) => base + tree().actual(data),
  };
}
