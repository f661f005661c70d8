import { type DocumentNode, extendSchema, type GraphQLSchema, parse } from 'graphql';
import { type CostOf, createCosts } from '../cost/cost.ts';
import { type Compiled, createExecutor } from '../executor/executor.ts';
import { createPlanner, type Planner } from '../executor/planner.ts';
import type { Execute } from '../executor/question.ts';
import type { Source, Sources } from '../executor/source.ts';
import { authDirectives, guards, withoutAuthDirectives } from '../policy/directives.ts';
import { createPolicy, type Policy } from '../policy/policy.ts';
import type { DirectiveNames } from '../policy/requirement.ts';
import { guardedExecutor } from './executor.ts';

/** What follows from one supergraph, and never changes: operations under way stay on the one that they began on. */
export interface Ground {
  readonly sdl: string;
  /** What clients see, subscriptions included. */
  readonly schema: GraphQLSchema;
  /** As ApolloGateway takes it. */
  readonly bare: string;
  readonly sources: Sources;
  readonly policy: Policy;
  readonly costs: CostOf;
  readonly compiled: Compiled;
  /** What `compiled` answers of what the viewer may ask. */
  readonly answer: Execute;
}

/** Who answers for subgraphs, by name. */
export type SourcesOf = (subgraphs: Planner['subgraphs']) => Sources;

export interface GroundParts {
  readonly sourcesOf: SourcesOf;
  /** Gives the API schema back what composition loses; in place. */
  readonly restore: (api: GraphQLSchema) => GraphQLSchema;
  /** What the gateway adds to the API. */
  readonly subscriptions: DocumentNode;
}

/** As the subscriptions' own document spells them. */
const OWN_DIRECTIVES: DirectiveNames = new Map([
  ['authenticated', 'authenticated'],
  ['requiresScopes', 'scopes'],
]);

class MissingSubgraphError extends Error {
  constructor(name: string) {
    super(`The supergraph needs the subgraph "${name}", which was not started.`);
    this.name = 'MissingSubgraphError';
  }
}

/** Throws when nobody answers for it. */
export function sourceOf(name: string, sources: Sources): Source {
  const source = sources.get(name);
  if (source === undefined) throw new MissingSubgraphError(name);
  return source;
}

/** Throws when the supergraph cannot be planned on, or has a subgraph or a protection that nobody here gives. */
export function layGround(sdl: string, { sourcesOf, restore, subscriptions }: GroundParts): Ground {
  const supergraph = parse(sdl, { noLocation: true });
  const directives = authDirectives(supergraph);
  const bare = withoutAuthDirectives(supergraph, directives);
  const planner = createPlanner(bare);
  const api = restore(planner.api());
  const schema = extendSchema(api, subscriptions, { assumeValidSDL: true });
  const sources = sourcesOf(planner.subgraphs);
  for (const { name } of planner.subgraphs) sourceOf(name, sources);
  const enforced = new Map([...guards(supergraph, directives), ...guards(subscriptions, OWN_DIRECTIVES)]);
  const policy = createPolicy(schema, enforced);
  const compiled = createExecutor({ planner, api, sources });
  const answer = guardedExecutor(compiled.execute, policy);
  return { sdl, schema, bare, sources, policy, costs: createCosts(supergraph, schema), compiled, answer };
}
