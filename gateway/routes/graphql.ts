import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { ANONYMOUS } from '../../subgraphs/kit/viewer.ts';
import type { Documents } from '../documents/documents.ts';
import { answerOperations } from '../http/answer.ts';
import { compressAnswers } from '../http/compression.ts';
import { tagAnswers } from '../http/etag.ts';
import { languageOf } from '../http/language.ts';
import type { Languages } from '../http/languages.ts';
import { patienceWith } from '../http/patience.ts';
import { type GatewayContext, openScope } from '../scope.ts';
import { batching } from './batch.ts';
import { type Checks, checkCredentials } from './credentials.ts';
import { admitting } from './persisted.ts';

export interface GraphQLRoute extends Checks {
  readonly server: ApolloServer<GatewayContext>;
  readonly documents: Documents;
  /** Operations that one request may carry; below 2, there are no batches. */
  readonly mostInBatch: number;
  readonly languages?: Languages;
  /** ms that a request may take; its upstream calls get what is left of it. */
  readonly deadline: number;
}

/** `/graphql`. */
export function serveGraphQL(app: FastifyInstance, parts: GraphQLRoute): void {
  const { server, languages, deadline } = parts;
  app.register(async (route) => {
    tagAnswers(route);
    await compressAnswers(route);
    checkCredentials(route, parts);
    route.addHook('preValidation', async (request) => {
      const { viewer, headers } = request;
      if (viewer.kind === 'user') languages?.note(viewer.id, languageOf(headers['accept-language']));
      // A GET only ever reads, and no credential travels by itself: there is nothing to forge across sites.
      if (request.method === 'GET') headers['apollo-require-preflight'] ??= 'GET';
    });
    batching(route, parts);
    admitting(route, parts.documents);

    const context = (request: FastifyRequest, reply: FastifyReply) => {
      const signal = patienceWith(reply, deadline);
      const bill = { spent: 0 };
      return async (): Promise<GatewayContext> => ({
        bill,
        scope: openScope({
          id: request.id,
          ip: request.ip,
          language: languageOf(request.headers['accept-language']),
          signal,
          log: request.log as unknown as Logger,
          viewer: request.viewer ?? ANONYMOUS,
        }),
      });
    };
    const handler = (request: FastifyRequest, reply: FastifyReply): Promise<string> =>
      answerOperations(server, { request, reply, context: context(request, reply) });
    route.route({ method: ['GET', 'POST'], url: '/graphql', exposeHeadRoute: false, handler });
  });
}
