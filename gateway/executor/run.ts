import type { GraphQLError, GraphQLSchema } from 'graphql';
import type { GatewayContext } from '../scope.ts';
import type { Concrete, Data } from './objects.ts';
import type { Sources } from './source.ts';

/** One operation under way. */
export interface Run {
  /** What was fetched so far, with keys and types that nobody asked for. */
  readonly data: Data;
  readonly errors: GraphQLError[];
  readonly variables: Data;
  readonly context: GatewayContext;
  readonly sources: Sources;
}

/** What plans are compiled with. */
export interface World {
  /** With what clients may not see: plans speak of it. */
  readonly schema: GraphQLSchema;
  readonly concrete: Concrete;
}

export type Step = (run: Run) => Promise<void> | void;
