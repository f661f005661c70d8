import { ApolloGateway } from '@apollo/gateway';
import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import { type DocumentNode, extendSchema, type GraphQLSchema, Kind, parse } from 'graphql';
import type { Logger } from 'pino';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import { type CostOf, createCosts } from '../cost/cost.ts';
import { createExecutor } from '../executor/executor.ts';
import { createPlanner } from '../executor/planner.ts';
import type { Source, Sources } from '../executor/source.ts';
import { authDirectives, guards, withoutAuthDirectives } from '../policy/directives.ts';
import { createPolicy, type Policy } from '../policy/policy.ts';
import type { DirectiveNames } from '../policy/requirement.ts';
import type { VisibleSchema } from '../policy/visible.ts';
import { dataSourceOf } from './apollo.ts';
import { guardedExecutor } from './executor.ts';

/** Who runs the plans: our own executor, or Apollo's, which it is measured and compared with. */
export type ExecutorName = 'compiled' | 'apollo';

export interface SupergraphParts {
  /** The composed supergraph, with its auth directives. */
  readonly sdl: string;
  readonly sources: Sources;
  /** Gives the API schema back what composition loses; in place. */
  readonly restore?: (api: GraphQLSchema) => GraphQLSchema;
  /** What the gateway adds to the API; absent, there are no subscriptions. */
  readonly subscriptions?: DocumentNode;
  readonly executor?: ExecutorName;
  readonly log: Logger;
}

export interface Supergraph extends GatewayInterface {
  /** The schema as this viewer may use it; null before it is loaded. */
  visibleTo(viewer: Viewer): VisibleSchema | null;
  /** What holds now; null before it is loaded. */
  policy(): Policy | null;
  /** What operations cost on it; null before it is loaded. */
  costs(): CostOf | null;
}

const NOTHING: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] };

/** As the subscriptions' own document spells them. */
const OWN_DIRECTIVES: DirectiveNames = new Map([
  ['authenticated', 'authenticated'],
  ['requiresScopes', 'scopes'],
]);

/**
 * The supergraph, for Apollo Server: ApolloGateway loads it, its planner plans, and around that stands what it leaves
 * out: auth directives, input scalars, one-of inputs. Throws when the supergraph has a subgraph that is not among the
 * sources, or a protection that nobody enforces.
 */
export function openSupergraph(parts: SupergraphParts): Supergraph {
  const { sdl, sources, restore = (api) => api, subscriptions = NOTHING, executor = 'compiled', log } = parts;
  const supergraph = parse(sdl);
  const directives = authDirectives(supergraph);
  const inner = startApollo(withoutAuthDirectives(supergraph, directives), sources, log);
  const enforced = new Map([...guards(supergraph, directives), ...guards(subscriptions, OWN_DIRECTIVES)]);
  let policy: Policy | null = null;
  let compiled: GatewayExecutor | null = null;
  let costs: CostOf | null = null;

  const adopt = (api: GraphQLSchema, coreSupergraphSdl: string): GraphQLSchema => {
    const whole = extendSchema(restore(api), subscriptions, { assumeValidSDL: true });
    policy = createPolicy(whole, enforced);
    costs = createCosts(supergraph, whole);
    if (executor === 'compiled') compiled = createExecutor({ planner: createPlanner(coreSupergraphSdl), api, sources });
    return whole;
  };

  return {
    onSchemaLoadOrUpdate: (tell) =>
      inner.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) =>
        tell({ coreSupergraphSdl, apiSchema: adopt(apiSchema, coreSupergraphSdl) }),
      ),
    load: async (options) => {
      const { executor: stock } = await inner.load(options);
      return {
        executor: guardedExecutor(
          (request) => (compiled ?? stock)(request),
          () => policy,
        ),
      };
    },
    stop: () => inner.stop(),
    visibleTo: (viewer) => policy?.visibleTo(viewer) ?? null,
    policy: () => policy,
    costs: () => costs,
  };
}

function startApollo(supergraphSdl: string, sources: Sources, log: Logger): ApolloGateway {
  // Otherwise the constructor starts an exporter to its vendor.
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  return new ApolloGateway({
    supergraphSdl,
    logger: log.child({ part: 'planner' }, { level: log.isLevelEnabled('debug') ? 'info' : 'warn' }),
    __exposeQueryPlanExperimental: false,
    queryPlannerConfig: { exposeDocumentNodeInFetchNode: true },
    buildService: ({ name }) => dataSourceOf(named(name, sources)),
  });
}

function named(name: string, sources: Sources): Source {
  const source = sources.get(name);
  if (source === undefined) throw new MissingSubgraphError(name);
  return source;
}

class MissingSubgraphError extends Error {
  constructor(name: string) {
    super(`The supergraph needs the subgraph "${name}", which was not started.`);
    this.name = 'MissingSubgraphError';
  }
}
