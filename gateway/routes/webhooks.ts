import type { FastifyInstance } from 'fastify';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { WebhookDoor } from '../../subgraphs/kit/webhook-door.ts';
import { BODY_LIMIT } from '../http/refuse.ts';
import type { Observer } from '../observe.ts';

interface Params {
  readonly secret: string;
  readonly command: string;
}

/** Far more than a callback has: OpenIM's user must not fail for what is only too long for us. */
const READ_LIMIT = 16 * BODY_LIMIT;
const JSON_TYPE = 'application/json; charset=utf-8';

declare module 'fastify' {
  interface FastifyRequest {
    arrived: number;
  }
}

/**
 * `POST /webhooks/openim/<secret>/<command>`: OpenIM's callbacks. Whoever does not know the secret finds nothing here;
 * whoever does is answered with 200 and JSON, because anything else fails what a user is doing.
 */
export function serveWebhooks(app: FastifyInstance, door: WebhookDoor, observer: Observer): void {
  app.register(async (route) => {
    route.decorateRequest('arrived', 0);
    route.removeAllContentTypeParsers();
    route.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

    route.addHook('onRequest', async (request) => {
      request.arrived = performance.now();
      const { secret } = request.params as Params;
      if (door.admits({ secret, authorization: request.headers.authorization, ip: request.ip })) return;
      request.log.warn('a webhook came with a wrong secret, or from elsewhere');
      observer.refusal('WEBHOOK_REFUSED');
      throw new Fault('ROUTE_UNKNOWN');
    });
    route.post<{ Params: Params }>(
      '/webhooks/openim/:secret/:command',
      { bodyLimit: READ_LIMIT },
      async (request, reply) => {
        const { status, body: answer } = await door.receive({
          command: request.params.command,
          operationID: String(request.headers.operationid ?? ''),
          bytes: (request.body as Uint8Array | undefined) ?? new Uint8Array(),
          arrived: request.arrived,
        });
        return reply.code(status).type(JSON_TYPE).send(answer);
      },
    );
  });
}
