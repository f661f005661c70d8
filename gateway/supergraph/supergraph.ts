import { ApolloGateway } from '@apollo/gateway';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { type GraphQLSchema, parse } from 'graphql';
import type { Logger } from 'pino';
import type { Subgraph } from '../../subgraphs/kit/subgraph.ts';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import { authDirectives, guards, withoutAuthDirectives } from '../policy/directives.ts';
import { createPolicy, type Policy } from '../policy/policy.ts';
import type { VisibleSchema } from '../policy/visible.ts';
import { restore } from './api-schema.ts';
import { guardedExecutor } from './executor.ts';
import { serviceOf } from './services.ts';

export interface SupergraphParts {
  /** The composed supergraph, with its auth directives. */
  readonly sdl: string;
  readonly subgraphs: readonly Subgraph[];
  readonly log: Logger;
}

export interface Supergraph extends GatewayInterface {
  /** The schema as this viewer may use it; null before it is loaded. */
  visibleTo(viewer: Viewer): VisibleSchema | null;
}

/**
 * The supergraph over subgraphs of this process, for Apollo Server: ApolloGateway plans and executes, and around it
 * stands what it leaves out: auth directives, input scalars, one-of inputs. Throws when the supergraph has a
 * subgraph that is not here, or a protection that nobody enforces.
 */
export function openSupergraph({ sdl, subgraphs, log }: SupergraphParts): Supergraph {
  const supergraph = parse(sdl);
  const directives = authDirectives(supergraph);
  const inner = startPlanner(withoutAuthDirectives(supergraph, directives), subgraphs, log);
  const enforced = guards(supergraph, directives);
  let policy: Policy | null = null;

  const adopt = (schema: GraphQLSchema): GraphQLSchema => {
    policy = createPolicy(restore(schema, subgraphs), enforced);
    return schema;
  };

  return {
    onSchemaLoadOrUpdate: (tell) =>
      inner.onSchemaLoadOrUpdate((loaded) => tell({ ...loaded, apiSchema: adopt(loaded.apiSchema) })),
    load: async (options) => {
      const { executor } = await inner.load(options);
      return { executor: guardedExecutor(executor, () => policy) };
    },
    stop: () => inner.stop(),
    visibleTo: (viewer) => policy?.visibleTo(viewer) ?? null,
  };
}

function startPlanner(supergraphSdl: string, subgraphs: readonly Subgraph[], log: Logger): ApolloGateway {
  // Otherwise the constructor starts an exporter to its vendor.
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  return new ApolloGateway({
    supergraphSdl,
    logger: log.child({ part: 'planner' }, { level: log.isLevelEnabled('debug') ? 'info' : 'warn' }),
    __exposeQueryPlanExperimental: false,
    queryPlannerConfig: { exposeDocumentNodeInFetchNode: true },
    buildService: ({ name }) => serviceOf(named(name, subgraphs)),
  });
}

function named(name: string, subgraphs: readonly Subgraph[]): Subgraph {
  const subgraph = subgraphs.find((each) => each.name === name);
  if (subgraph === undefined) throw new MissingSubgraphError(name);
  return subgraph;
}

class MissingSubgraphError extends Error {
  constructor(name: string) {
    super(`The supergraph needs the subgraph "${name}", which was not started.`);
    this.name = 'MissingSubgraphError';
  }
}
