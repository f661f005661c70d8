import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import Fastify, { type FastifyError, type FastifyInstance, LogController } from 'fastify';
import type { Logger } from 'pino';
import { readTarget, type Target } from '../authenticate/target.ts';
import type { Observer } from '../observe.ts';
import { allowOrigins } from './cors.ts';
import { BODY_LIMIT, refuse, toFault } from './refuse.ts';
import { STREAM_PATH } from './stream-path.ts';
import { answerUnknownRoutes } from './unknown.ts';

/** Longer than nginx keeps a connection to us (60 s), so that it never sends into one that we are closing. */
const KEEP_ALIVE_MS = 75_000;
/** A whole request has arrived by then. */
const REQUEST_MS = 30_000;
const REQUEST_ID = /^[A-Za-z0-9_.:-]{8,64}$/;

declare module 'fastify' {
  interface FastifyRequest {
    target: Target;
  }
}

export interface AppOptions {
  readonly log: Logger;
  /** Peers whose X-Forwarded-* are believed; empty: nobody's are. */
  readonly trustProxy: readonly string[];
  readonly corsOrigins: readonly string[];
  readonly observer: Observer;
}

/** Where WebSockets are opened. */
const isStream = (url = ''): boolean => url.split('?', 1)[0] === STREAM_PATH;

/** The HTTP server with what holds on every address; routes are added by `routes/`. */
export function createApp({ log, trustProxy, corsOrigins, observer }: AppOptions): FastifyInstance {
  const app: FastifyInstance = Fastify({
    // An offer of another protocol (h2c, which some clients make by themselves) is none that has to be taken.
    http: { shouldUpgradeCallback: ({ url, headers }) => isStream(url) && /^websocket$/i.test(headers.upgrade ?? '') },
    loggerInstance: log as FastifyInstance['log'],
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request' }),
    genReqId: requestID,
    trustProxy: trustProxy.length > 0 ? [...trustProxy] : false,
    bodyLimit: BODY_LIMIT,
    keepAliveTimeout: KEEP_ALIVE_MS,
    requestTimeout: REQUEST_MS,
    // A request that arrives on an open connection while we stop is still answered; the answer closes the connection.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    frameworkErrors: (error, request, reply) => refuse(toFault(error), { request, reply, observer }),
  });

  app.decorateRequest('target');
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    allowOrigins(corsOrigins, request, reply);
    request.target = readTarget(request.raw.url ?? '');
  });
  app.addHook('onResponse', async (request, reply) => {
    // Neither address nor query: both name people.
    const line = { method: request.method, route: request.routeOptions.url ?? null, status: reply.statusCode };
    request.log.info({ ...line, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
  app.setErrorHandler((error: FastifyError, request, reply) => refuse(toFault(error), { request, reply, observer }));
  answerUnknownRoutes(app);
  return app;
}

/** The caller's own id for its request, where it is one, so that its logs and ours meet. */
function requestID(raw: IncomingMessage): string {
  const given = raw.headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}
