import type { FastifyReply } from 'fastify';

/**
 * Ends when the client goes before its answer was sent, and after `deadline` ms: nobody waits for the rest. One signal
 * of our own: to combine two of Node's costs as much as reading the request.
 */
export function patienceWith(reply: FastifyReply, deadline: number): AbortSignal {
  const patience = new AbortController();
  const late = setTimeout(() => patience.abort(new DOMException('The deadline has passed', 'TimeoutError')), deadline);
  late.unref();
  reply.raw.once('close', () => {
    clearTimeout(late);
    if (!reply.raw.writableFinished) patience.abort();
  });
  return patience.signal;
}
