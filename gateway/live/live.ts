import type { ApolloServer } from '@apollo/server';
import { type ExecutionArgs, type ExecutionResult, GraphQLError, type GraphQLFormattedError, subscribe } from 'graphql';
import type { Logger } from 'pino';
import type { ChangeFeed } from '../../subgraphs/kit/changes.ts';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { Documents } from '../documents/documents.ts';
import { formatError, isUnexpected } from '../format.ts';
import type { Observer } from '../observe.ts';
import type { GatewayContext } from '../scope.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import { resolveEvent } from './answer.ts';
import { createAsk } from './ask.ts';
import type { Caller } from './caller.ts';
import { createCrowd } from './crowd.ts';
import { type LiveParams, prepare } from './prepare.ts';
import { beginStream } from './source.ts';
import { createTail, type Tail } from './tail.ts';

/** An operation whose results can be pulled; libraries want to see its document, too. */
export interface Opened extends ExecutionArgs {
  readonly contextValue: AsyncIterableIterator<ExecutionResult>;
}

export interface Live {
  /** The stream, or why there is none. */
  open(params: LiveParams, caller: Caller): Promise<Opened | readonly GraphQLError[]>;
  /** As they may leave. */
  told(errors: readonly GraphQLError[], log: Logger): readonly GraphQLFormattedError[];
  stop(): void;
}

export interface LiveParts {
  readonly server: ApolloServer<GatewayContext>;
  readonly gateway: Supergraph;
  readonly documents: Documents;
  readonly feeds: ReadonlyMap<string, ChangeFeed>;
  readonly observer: Observer;
  /** ms for the query of one event. */
  readonly deadline: number;
  readonly log: Logger;
}

/** Subscriptions: each event is a change, and what it is about is asked as a query of its own. */
export function createLive({ server, gateway, documents, feeds, observer, deadline, log }: LiveParts): Live {
  const tails = new Map<string, Tail>();
  const crowd = createCrowd(observer);
  const ask = createAsk(server, deadline);

  function sourceOf(name: string): { feed: ChangeFeed; tail: Tail } {
    const feed = feeds.get(name);
    if (feed === undefined) throw new Fault('INTERNAL');
    const tail = tails.get(name) ?? createTail(feed, log);
    tails.set(name, tail);
    return { feed, tail };
  }

  return {
    async open(params, caller) {
      const policy = gateway.policy();
      try {
        if (policy === null) throw new Fault('INTERNAL');
        const viewer = await caller.standing();
        const prepared = prepare(documents.admit(params, viewer), { policy, viewer });
        if (Array.isArray(prepared)) return prepared;
        const { document, operationName, variables } = prepared;
        const leave = crowd.enter(viewer);
        const args = { schema: policy.schema, document, operationName, variableValues: variables };
        const result = await subscribe({
          ...args,
          subscribeFieldResolver: (_root, given, _context, info) =>
            beginStream({ given, info, policy, document, caller, sourceOf, ask, variables, leave }),
          fieldResolver: resolveEvent,
          typeResolver: (value) => (value as { __typename?: string }).__typename,
        }).catch((error: unknown) => {
          leave();
          throw error;
        });
        if (Symbol.asyncIterator in result) return { ...args, contextValue: result };
        leave();
        return result.errors ?? [new Fault('INTERNAL')];
      } catch (error) {
        if (error instanceof GraphQLError) return [error];
        caller.log.error({ err: error }, 'unexpected error');
        return [new Fault('INTERNAL')];
      }
    },
    told: (errors, to) =>
      errors.map((error) => {
        if (isUnexpected(error)) to.error({ err: error.originalError ?? error, path: error.path }, 'unexpected error');
        return formatError(error.toJSON());
      }),
    stop() {
      for (const tail of tails.values()) tail.stop();
    },
  };
}
