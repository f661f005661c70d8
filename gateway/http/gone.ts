import type { FastifyReply } from 'fastify';

/** Ends when the client goes before its answer was sent: nobody waits for the rest. */
export function goneWith(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}
