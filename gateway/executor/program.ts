import type { PlanNode, QueryPlan, ResponsePath } from '@apollo/query-planner';
import type { Conditions } from './conditions.ts';
import { compileFetch } from './fetch.ts';
import type { Step, World } from './run.ts';

interface Compiling {
  readonly world: World;
  readonly conditions: Conditions;
}

/** A plan as one function; null: nothing is to be fetched. */
export function compilePlan({ node }: QueryPlan, compiling: Compiling): Step | null {
  if (node === undefined) return null;
  if (node.kind === 'Subscription') throw new TypeError('a subscription was planned as a query');
  return compileNode(node, [], compiling);
}

function compileNode(node: PlanNode, path: ResponsePath, compiling: Compiling): Step | null {
  switch (node.kind) {
    case 'Fetch':
      return compileFetch(node, path, compiling.world);
    case 'Flatten':
      return compileNode(node.node, [...path, ...node.path], compiling);
    case 'Sequence':
      return inTurn(steps(node.nodes, path, compiling));
    case 'Parallel':
      return atOnce(steps(node.nodes, path, compiling));
    case 'Condition': {
      const chosen = compiling.conditions.holds(node.condition) ? node.ifClause : node.elseClause;
      return chosen === undefined ? null : compileNode(chosen, path, compiling);
    }
    case 'Defer':
      throw new TypeError('a deferred part was planned, and none is offered');
  }
}

const steps = (nodes: readonly PlanNode[], path: ResponsePath, compiling: Compiling): readonly Step[] =>
  nodes.flatMap((node) => compileNode(node, path, compiling) ?? []);

function inTurn(all: readonly Step[]): Step | null {
  if (all.length < 2) return all[0] ?? null;
  return async (run) => {
    for (const step of all) await step(run);
  };
}

function atOnce(all: readonly Step[]): Step | null {
  if (all.length < 2) return all[0] ?? null;
  return async (run) => {
    await Promise.all(all.map((step) => step(run)));
  };
}
