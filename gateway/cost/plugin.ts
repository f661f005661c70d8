import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { Observer } from '../observe.ts';
import type { GatewayContext } from '../scope.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import { type CostLimits, limitOf } from './limits.ts';

/** `measure`: costs are counted, and nobody is refused for them. */
export type CostMode = 'enforce' | 'measure' | 'off';

export interface CostParts {
  readonly mode: CostMode;
  readonly limits: CostLimits;
}

/** Of so many answers one is reckoned up. */
const SAMPLED = 8;

/**
 * Refuses an operation that may cost more than its viewer has (QUERY_COST), before anything of it runs; in a batch, with
 * what came before it.
 */
export function bounding(
  { mode, limits }: CostParts,
  supergraph: Supergraph,
  observer: Observer,
): ApolloServerPlugin<GatewayContext> {
  let asked = 0;
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operation, request, contextValue }) => {
        if (operation === undefined) return;
        const cost =
          supergraph
            .costs()?.(document, operation)
            .estimate(request.variables ?? {}) ?? 0;
        observer.cost('estimated', cost);
        const limit = limitOf(contextValue.scope.viewer, limits);
        const total = cost + (contextValue.bill?.spent ?? 0);
        if (contextValue.bill !== undefined) contextValue.bill.spent = total;
        if (mode === 'enforce' && total > limit) throw refused(new Fault('QUERY_COST', { cost: total, limit }));
      },
      willSendResponse: async ({ document, operation, response: { body } }) => {
        if (document === undefined || operation === undefined || body.kind !== 'single') return;
        const { data } = body.singleResult;
        const costOf = supergraph.costs();
        if (!data || costOf === null || asked++ % SAMPLED > 0) return;
        observer.cost('actual', costOf(document, operation).actual(data));
      },
    }),
  };
}

/** Apollo takes the status of an operation that it does not run from the error. */
const refused = ({ message, extensions }: Fault): GraphQLError =>
  new GraphQLError(message, { extensions: { ...extensions, http: { status: 400 } } });
