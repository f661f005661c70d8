import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Fault } from '../../subgraphs/kit/fault.ts';
import { refusalFor } from '../format.ts';
import type { Observer } from '../observe.ts';

/** Bytes of a request's body; what a client may send at once is far less. */
export const BODY_LIMIT = 1024 * 1024;

/** What the HTTP server itself refuses, as a row of ours; anything else stays what it is. */
export function toFault(error: unknown): unknown {
  if (error instanceof Fault || !(error instanceof Error)) return error;
  const { statusCode = 500, code = '' } = error as { statusCode?: number; code?: string };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Fault('BODY_TOO_LARGE', { limit: BODY_LIMIT });
  // Their messages name what the server expected, never what the client sent.
  if (statusCode >= 400 && statusCode < 500) return new Fault('REQUEST_MALFORMED', { detail: error.message });
  return error;
}

interface Refused {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly observer: Observer;
}

/** Refuses a whole request: the status of its row, and a body that a GraphQL client can read. */
export function refuse(error: unknown, { request, reply, observer }: Refused): FastifyReply {
  const { status, body } = refusalFor(error, request.log as Logger);
  const reason = String(body.errors[0]?.extensions?.reason);
  observer.refusal(reason);
  if (reason.startsWith('TOKEN_')) reply.header('www-authenticate', 'Bearer error="invalid_token"');
  const { retryAfter } = body.errors[0]?.extensions ?? {};
  if (typeof retryAfter === 'string')
    reply.header('retry-after', String(Math.max(1, Math.ceil((Date.parse(retryAfter) - Date.now()) / 1000))));
  return reply.code(status).header('cache-control', 'no-store').type('application/json; charset=utf-8').send(body);
}
