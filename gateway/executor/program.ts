import type { PlanNode, QueryPlan, ResponsePath } from '@apollo/query-planner';
import type { Conditions } from './conditions.ts';
import { compileFetch } from './fetch.ts';
import { compileMerged, type EntityFetch } from './merged.ts';
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
      return atOnce(together(node.nodes, path, compiling));
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

/** Fetches of entities from one subgraph are one; the rest is as it is. */
function together(nodes: readonly PlanNode[], path: ResponsePath, compiling: Compiling): readonly Step[] {
  const rest: PlanNode[] = [];
  const fetches = new Map<string, EntityFetch[]>();
  for (const node of nodes) {
    const fetch = entityFetch(node, path, compiling);
    if (fetch === null) rest.push(node);
    else fetches.set(fetch.node.serviceName, [...(fetches.get(fetch.node.serviceName) ?? []), fetch]);
  }
  const merged = [...fetches.values()].flatMap((each) => compileMerged(each, compiling.world));
  return [...merged, ...steps(rest, path, compiling)];
}

/** What a node comes down to, where that is one fetch of entities. */
function entityFetch(node: PlanNode, path: ResponsePath, compiling: Compiling): EntityFetch | null {
  if (node.kind === 'Flatten') return entityFetch(node.node, [...path, ...node.path], compiling);
  if (node.kind === 'Fetch') return node.requires === undefined ? null : { node, path };
  if (node.kind !== 'Condition') return null;
  const chosen = compiling.conditions.holds(node.condition) ? node.ifClause : node.elseClause;
  return chosen === undefined ? null : entityFetch(chosen, path, compiling);
}

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
