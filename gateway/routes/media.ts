import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { RenditionDesk } from '../../subgraphs/kit/renditions.ts';
import { refusalFor } from '../format.ts';

/** A year: what is at an address never changes but for the better. */
const CACHED = 'public, max-age=31536000, immutable';
/** What only a moderator is to see is in no cache. */
const OWN = 'private, no-store';

interface Place {
  readonly id: string;
  readonly version: string;
  readonly rung: string;
  readonly mark: string;
}

/** `/media/…`: smaller copies of pictures. Whoever has the address may see them, and it was signed by us. */
export function serveMedia(app: FastifyInstance, desk: RenditionDesk): void {
  app.get<{ Params: Place }>('/media/:id/:version/:rung/:mark', async (request, reply) => {
    const { params, headers } = request;
    const { accept = '', 'if-none-match': ifNoneMatch = '' } = headers;
    const answer = await desk.answer({ ...params, accept, ifNoneMatch });
    protect(reply);
    if (answer.kind === 'none') return refuse(new Fault('PICTURE_UNKNOWN'), answer.seconds, { request, reply });
    if (answer.kind === 'later') {
      reply.header('retry-after', String(answer.seconds));
      return refuse(new Fault('PICTURE_LATER'), answer.seconds, { request, reply });
    }
    reply.headers({ etag: answer.etag, 'cache-control': answer.own ? OWN : CACHED });
    if (answer.kind === 'same') return reply.code(304).send();
    return reply.type(answer.type).header('content-disposition', 'inline').send(answer.bytes);
  });
}

/** Pages of other origins may show it, and nothing in it ever runs. */
function protect(reply: FastifyReply): void {
  const origin = reply.getHeader('vary');
  reply.headers({
    vary: origin === undefined ? 'Accept' : `${origin}, Accept`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'",
    'cross-origin-resource-policy': 'cross-origin',
  });
}

/** As every refusal, and kept for a while by who would ask again. */
function refuse(
  fault: Fault,
  seconds: number,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): FastifyReply {
  const { status, body } = refusalFor(fault, request.log as Logger);
  reply.header('cache-control', seconds === 0 ? 'no-store' : `public, max-age=${seconds}`);
  return reply.code(status).send(body);
}
