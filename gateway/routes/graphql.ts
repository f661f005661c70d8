import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { ANONYMOUS } from '../../subgraphs/kit/viewer.ts';
import { compressAnswers } from '../http/compression.ts';
import { languageOf } from '../http/language.ts';
import type { Languages } from '../http/languages.ts';
import { patienceWith } from '../http/patience.ts';
import { type GatewayContext, openScope } from '../scope.ts';
import { type Checks, checkCredentials } from './credentials.ts';

export interface GraphQLRoute extends Checks {
  readonly server: ApolloServer<GatewayContext>;
  readonly languages?: Languages;
  /** ms that a request may take; its upstream calls get what is left of it. */
  readonly deadline: number;
}

/** `/graphql`. */
export function serveGraphQL(app: FastifyInstance, parts: GraphQLRoute): void {
  const { server, languages, deadline } = parts;
  app.register(async (route) => {
    await compressAnswers(route);
    checkCredentials(route, parts);
    route.addHook('preValidation', async (request) => {
      const { viewer, headers } = request;
      if (viewer.kind === 'user') languages?.note(viewer.id, languageOf(headers['accept-language']));
      // A GET only ever reads, and no credential travels by itself: there is nothing to forge across sites.
      if (request.method === 'GET') headers['apollo-require-preflight'] ??= 'GET';
    });

    const context = async (request: FastifyRequest, reply: FastifyReply): Promise<GatewayContext> => ({
      scope: openScope({
        id: request.id,
        ip: request.ip,
        language: languageOf(request.headers['accept-language']),
        signal: patienceWith(reply, deadline),
        log: request.log as unknown as Logger,
        viewer: request.viewer ?? ANONYMOUS,
      }),
    });
    const handler = fastifyApolloHandler(server, { context });
    route.route({ method: ['GET', 'POST'], url: '/graphql', exposeHeadRoute: false, handler });
  });
}
