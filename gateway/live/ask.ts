import type { ApolloServer } from '@apollo/server';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import { type GatewayContext, openScope } from '../scope.ts';
import type { Answered } from './answer.ts';
import type { Caller } from './caller.ts';
import type { Question } from './question.ts';

/** Asks a question as this viewer, as if they had sent it to /graphql. */
export type Ask = (question: Question, variables: object, by: { caller: Caller; viewer: Viewer }) => Promise<Answered>;

/** `deadline`: ms. */
export const createAsk =
  (server: ApolloServer<GatewayContext>, deadline: number): Ask =>
  async ({ query, operationName }, variables, { caller: { id, ip, language, log }, viewer }) => {
    const scope = openScope({ id, ip, language, signal: AbortSignal.timeout(deadline), log, viewer });
    const request = { query, variables: { ...variables }, ...(operationName ? { operationName } : {}) };
    const { body } = await server.executeOperation(request, { contextValue: { scope } });
    if (body.kind !== 'single') throw new Fault('INTERNAL');
    return body.singleResult;
  };
