import type { DocumentNode, GraphQLFormattedError } from 'graphql';
import type { GatewayContext } from '../scope.ts';
import type { Data } from './objects.ts';

/** One question to one subgraph. */
export interface Question {
  /** The same object each time that the plan asks: what is made of it can be kept by it. */
  readonly document: DocumentNode;
  /** Its text. */
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Data;
  readonly context: GatewayContext;
}

export interface SourceAnswer {
  /** The asker's own, to change as it likes. */
  readonly data: Data | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** A subgraph, wherever it runs. Rejects when it cannot be asked at all. */
export interface Source {
  ask(question: Question): Promise<SourceAnswer>;
}

export type Sources = ReadonlyMap<string, Source>;
