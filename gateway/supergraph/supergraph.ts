import { ApolloGateway } from '@apollo/gateway';
import type { GatewayExecutor, GatewayGraphQLRequestContext, GatewayInterface } from '@apollo/server-gateway-interface';
import { type DocumentNode, type GraphQLSchema, Kind } from 'graphql';
import type { Logger } from 'pino';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import type { CostOf } from '../cost/cost.ts';
import type { Asked } from '../executor/executor.ts';
import type { Execute } from '../executor/question.ts';
import type { Source, Sources } from '../executor/source.ts';
import type { Policy } from '../policy/policy.ts';
import type { VisibleSchema } from '../policy/visible.ts';
import type { GatewayContext } from '../scope.ts';
import { dataSourceOf } from './apollo.ts';
import { guardedExecutor } from './executor.ts';
import { type Ground, layGround, type SourcesOf, sourceOf } from './ground.ts';
import { warm } from './warm.ts';

/** Who runs the plans: our own executor, or Apollo's, which it is measured and compared with. */
export type ExecutorName = 'compiled' | 'apollo';

export interface SupergraphParts {
  /** The composed supergraph, with its auth directives. */
  readonly sdl: string;
  /** The same for each supergraph, or as it names them. */
  readonly sources: Sources | SourcesOf;
  /** Gives the API schema back what composition loses; in place. */
  readonly restore?: (api: GraphQLSchema) => GraphQLSchema;
  /** What the gateway adds to the API; absent, there are no subscriptions. */
  readonly subscriptions?: DocumentNode;
  readonly executor?: ExecutorName;
  readonly log: Logger;
}

export interface Supergraph extends GatewayInterface {
  /**
   * Takes another supergraph in its place, with the most used operations made ready; whatever is under way ends on the
   * old one. Throws, and nothing changes, when it cannot be served.
   */
  replace(sdl: string): Promise<void>;
  /** Answers an operation without Apollo; null where Apollo's executor does it. */
  readonly answer: Execute | null;
  /** The supergraph that is served. */
  sdl(): string;
  /** Of the subgraphs that it is made of, the names. */
  subgraphs(): readonly string[];
  /** The schema as this viewer may use it. */
  visibleTo(viewer: Viewer): VisibleSchema;
  /** Makes an operation ready before it is asked. Throws where it cannot be planned. */
  ready(asked: Asked): void;
  /** What holds now. */
  policy(): Policy;
  /** What operations cost on it. */
  costs(): CostOf;
}

const NOTHING: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] };

/**
 * The supergraph, for Apollo Server: ApolloGateway loads it, its planner plans, and around that stands what it leaves
 * out: auth directives, input scalars, one-of inputs. Throws when the supergraph has a subgraph that is not among the
 * sources, or a protection that nobody enforces.
 */
export function openSupergraph(parts: SupergraphParts): Supergraph {
  const { sdl, sources, restore = (api) => api, subscriptions = NOTHING, executor = 'compiled', log } = parts;
  const sourcesOf = typeof sources === 'function' ? sources : () => sources;
  const lay = (text: string): Ground => layGround(text, { sourcesOf, restore, subscriptions });
  let ground = lay(sdl);
  const bySchema = new WeakMap<GraphQLSchema, Ground>();
  // An operation runs on the ground that it was validated on.
  const groundOf = ({ schema }: { readonly schema: GraphQLSchema }): Ground => bySchema.get(schema) ?? ground;
  const answer: Execute = (question) => groundOf(question).answer(question);
  const inner = startApollo(ground, log, (name) => sourceOf(name, ground.sources));

  return {
    onSchemaLoadOrUpdate: (tell) =>
      inner.gateway.onSchemaLoadOrUpdate(({ coreSupergraphSdl }) => {
        bySchema.set(ground.schema, ground);
        tell({ coreSupergraphSdl, apiSchema: ground.schema });
      }),
    load: async (options) => {
      const { executor: stock } = await inner.gateway.load(options);
      const byApollo = guardedStock(stock);
      return {
        async executor(asked: GatewayGraphQLRequestContext) {
          const request = asked as Request;
          if (executor === 'apollo') return byApollo(groundOf(request), request);
          return request.context.answer ?? answer(request);
        },
      };
    },
    answer: executor === 'apollo' ? null : answer,
    async replace(text) {
      const next = lay(text);
      await warm(next, ground);
      const before = ground;
      ground = next;
      try {
        inner.update(next.bare);
      } catch (error) {
        ground = before;
        throw error;
      }
    },
    sdl: () => ground.sdl,
    subgraphs: () => [...ground.sources.keys()],
    stop: () => inner.gateway.stop(),
    visibleTo: (viewer) => ground.policy.visibleTo(viewer),
    ready: (asked) => ground.compiled.ready(asked),
    policy: () => ground.policy,
    costs: () => ground.costs,
  };
}

type Request = GatewayGraphQLRequestContext<GatewayContext>;

/** Apollo's executor behind the guard of each ground. */
function guardedStock(stock: GatewayExecutor): (on: Ground, request: Request) => ReturnType<GatewayExecutor> {
  const guarded = new WeakMap<Ground, Execute<Request>>();
  return (on, request) => {
    const execute = guarded.get(on) ?? guardedExecutor<Request>(stock, on.policy);
    guarded.set(on, execute);
    return execute(request);
  };
}

function startApollo({ bare }: Ground, log: Logger, source: (name: string) => Source) {
  // Otherwise the constructor starts an exporter to its vendor.
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  let apply: ((sdl: string) => void) | null = null;
  const gateway = new ApolloGateway({
    supergraphSdl: async ({ update }) => {
      apply = update;
      return { supergraphSdl: bare };
    },
    logger: log.child({ part: 'planner' }, { level: log.isLevelEnabled('debug') ? 'info' : 'warn' }),
    __exposeQueryPlanExperimental: false,
    queryPlannerConfig: { exposeDocumentNodeInFetchNode: true },
    buildService: ({ name }) => dataSourceOf(source(name)),
  });
  return { gateway, update: (sdl: string): void => apply?.(sdl) };
}
