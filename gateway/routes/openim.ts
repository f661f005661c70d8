import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Admitted, Forward, ForwardAnswer } from '../../subgraphs/kit/forward.ts';
import { patienceWith } from '../http/patience.ts';
import { BODY_LIMIT } from '../http/refuse.ts';
import type { Observer } from '../observe.ts';

const PREFIX = '/openim';
const NO_BODY = new Uint8Array();

declare module 'fastify' {
  interface FastifyRequest {
    admitted: Admitted | null;
  }
}

export interface ForwardRoute {
  readonly forward: Forward;
  readonly corsOrigins: readonly string[];
  readonly observer: Observer;
  /** ms that a request may take. */
  readonly deadline: number;
}

/**
 * `/openim/*`, for official SDKs. What can be known from the head is checked before a byte of the body is read. Neither
 * headers of ours nor cookies go to OpenIM, and of its own only those that say how to read the answer come back.
 */
export function serveForward(app: FastifyInstance, { forward, corsOrigins, observer, deadline }: ForwardRoute): void {
  app.register(async (route) => {
    route.decorateRequest('admitted', null);
    route.removeAllContentTypeParsers();
    route.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

    const send = (answer: ForwardAnswer, reply: FastifyReply): FastifyReply => {
      observer.forwarded({ route: answer.route, outcome: answer.outcome, seconds: reply.elapsedTime / 1000 });
      // Answers hold what is somebody's own.
      reply.header('cache-control', 'no-store').headers(answer.headers);
      return reply.code(answer.status).send(answer.body);
    };

    route.addHook('onRequest', async (request, reply) => {
      allowBrowsers(corsOrigins, request, reply);
      // As OpenIM answers it.
      if (request.method === 'OPTIONS') return reply.type('application/json').send('"Options Request!"');
      const { method, target, ip } = request;
      const token = one(request, 'token');
      const operationID = one(request, 'operationid');
      const path = target.path.slice(PREFIX.length);
      const admitted = await forward.admit({ method, path, query: target.query, token, operationID, ip });
      if (admitted.kind === 'answer') return send(admitted, reply);
      request.admitted = admitted;
      return;
    });
    route.setErrorHandler((error: { code?: string }, _request, reply) => {
      if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return send(forward.tooLarge(BODY_LIMIT), reply);
      throw error;
    });

    route.all(`${PREFIX}/*`, { exposeHeadRoute: false }, async (request, reply) => {
      const { admitted, headers } = request;
      if (admitted === null) throw new TypeError('a request came past its admission');
      const answer = await admitted.finish({
        body: (request.body as Uint8Array | undefined) ?? NO_BODY,
        contentType: headers['content-type'] ?? '',
        acceptEncoding: String(headers['accept-encoding'] ?? ''),
        signal: patienceWith(reply, deadline),
        log: request.log as unknown as Logger,
      });
      return send(answer, reply);
    });
  });
}

/** Null also for a header that came twice: which one OpenIM would take is not to be guessed. */
function one({ headers, raw }: FastifyRequest, name: string): string | null {
  const value = headers[name];
  return typeof value === 'string' && raw.headersDistinct[name]?.length === 1 ? value : null;
}

/** OpenIM allows every origin: its token stands in a header that no browser sends by itself. */
function allowBrowsers(origins: readonly string[], { headers: { origin } }: FastifyRequest, reply: FastifyReply): void {
  const any = origins.length === 0;
  if (!any && (origin === undefined || !origins.includes(origin))) return;
  reply.headers({
    'access-control-allow-origin': any ? '*' : origin,
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'access-control-allow-headers': 'content-type, operationID, reqFuncName, token',
    'access-control-max-age': '7200',
  });
}
