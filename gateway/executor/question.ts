import type { GatewayExecutionResult } from '@apollo/server-gateway-interface';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { GatewayContext } from '../scope.ts';

/** An operation that was parsed, validated and let through, with what it was asked with. */
export interface Question {
  readonly request: {
    readonly variables?: Readonly<Record<string, unknown>> | undefined;
    readonly operationName?: string | undefined;
  };
  /** The one that it was validated against. */
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation?: OperationDefinitionNode;
  readonly queryHash: string;
  readonly context: GatewayContext;
}

/** What answers it. */
export type Execute<Asked extends Question = Question> = (question: Asked) => Promise<GatewayExecutionResult>;
