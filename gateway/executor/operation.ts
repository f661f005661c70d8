import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { bounded } from '../../subgraphs/kit/bounded.ts';
import { renameFor } from './aliases.ts';
import { bitsOf, type Conditions, conditionsOf, conditionVariables } from './conditions.ts';
import type { Data } from './objects.ts';
import type { Planner } from './planner.ts';
import { compilePlan } from './program.ts';
import type { Step } from './run.ts';
import { compileShape, type Shaper } from './shape.ts';

/** An operation made ready: what to fetch, and what of it to answer. */
export interface Program {
  readonly fetch: Step | null;
  readonly shape: Shaper;
}

/** How an operation is answered, for these values of the variables that it branches on. */
export type Operation = (variables: Data) => Program;

/** Ways that one operation can branch in, kept at a time. */
const MOST_BRANCHES = 32;

export interface Schemas {
  readonly planner: Planner;
  /** What clients may see. */
  readonly api: GraphQLSchema;
}

/** Plans an operation once, and compiles it once for each way it can branch in. */
export function prepare(document: DocumentNode, operation: OperationDefinitionNode, schemas: Schemas): Operation {
  const { planner, api } = schemas;
  const { document: planned, fetchedAs } = renameFor(document, planner.added);
  const plan = planner.plan(planned, operation.name?.value);
  const root = api.getRootType(operation.operation);
  if (root === undefined || root === null) throw new TypeError(`there is no ${operation.operation}`);
  const names = conditionVariables(document);
  const fragments = fragmentsOf(document);
  const compile = (conditions: Conditions): Program => {
    const selecting = { schema: api, fragments, conditions, fetchedAs };
    const fetch = compilePlan(plan, { world: planner.world, conditions });
    return { fetch, shape: compileShape(root, operation.selectionSet, selecting) };
  };
  if (names.length === 0) {
    // There is but one way: what it was made from, the plan above all, need not be kept.
    const only = compile({ holds: () => false });
    return () => only;
  }
  const programs = bounded<string, Program>(MOST_BRANCHES);
  return (variables) => {
    const conditions = conditionsOf(operation, variables);
    const bits = bitsOf(names, conditions);
    const known = programs.get(bits);
    if (known !== undefined) return known;
    // Types are met later: what they are compiled for must not change with the next request.
    const settled = new Map(names.map((name) => [name, conditions.holds(name)]));
    const program = compile({ holds: (name) => settled.get(name) ?? conditions.holds(name) });
    programs.set(bits, program);
    return program;
  };
}

const fragmentsOf = ({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
  );
