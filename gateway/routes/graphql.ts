import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Fault } from '../../subgraphs/kit/fault.ts';
import { ANONYMOUS, type Viewer } from '../../subgraphs/kit/viewer.ts';
import { type Authorities, type Credential, confirm, readCredential } from '../authenticate/authenticate.ts';
import { goneWith } from '../http/gone.ts';
import { readJSON } from '../http/json-body.ts';
import { languageOf } from '../http/language.ts';
import { type GatewayContext, openScope } from '../scope.ts';

const NO_BODY = new Uint8Array();

declare module 'fastify' {
  interface FastifyRequest {
    credential: Credential;
    viewer: Viewer;
  }
}

export interface GraphQLRoute {
  readonly server: ApolloServer<GatewayContext>;
  readonly authorities: Authorities;
  /** ms that a request may take; its upstream calls get what is left of it. */
  readonly deadline: number;
}

/**
 * `/graphql`. The hooks stand in the order of SESSION.md §2: what can be known from the head is checked before a byte
 * of the body is read, the body's bytes before they are looked into, and the nonce is spent last.
 */
export function serveGraphQL(app: FastifyInstance, { server, authorities, deadline }: GraphQLRoute): void {
  app.register(async (route) => {
    route.decorateRequest('credential');
    route.decorateRequest('viewer');
    route.removeAllContentTypeParsers();
    route.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

    route.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'no-store');
      refuseOddBodies(request);
      const { raw, target, protocol } = request;
      request.credential = await readCredential({ raw, target, scheme: protocol }, request.ip, authorities);
    });
    route.addHook('preValidation', async (request) => {
      const bytes = (request.body as Uint8Array | undefined) ?? NO_BODY;
      request.viewer = await confirm(request.credential, bytes, authorities);
      request.body = readJSON(bytes, request.headers['content-type']);
      // A GET only ever reads, and no credential travels by itself: there is nothing to forge across sites.
      if (request.method === 'GET') request.headers['apollo-require-preflight'] ??= 'GET';
    });

    const context = async (request: FastifyRequest, reply: FastifyReply): Promise<GatewayContext> => ({
      scope: openScope({
        id: request.id,
        ip: request.ip,
        language: languageOf(request.headers['accept-language']),
        signal: AbortSignal.any([AbortSignal.timeout(deadline), goneWith(reply)]),
        log: request.log as unknown as Logger,
        viewer: request.viewer ?? ANONYMOUS,
      }),
    });
    const handler = fastifyApolloHandler(server, { context });
    route.route({ method: ['GET', 'POST'], url: '/graphql', exposeHeadRoute: false, handler });
  });
}

function refuseOddBodies({ method, headers }: FastifyRequest): void {
  if (headers['content-encoding'] !== undefined) throw new Fault('ENCODING_UNSUPPORTED');
  const announced = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (method === 'GET' && announced) throw new Fault('REQUEST_MALFORMED', { detail: 'a GET request carries no body' });
}
