import type { FastifyInstance } from 'fastify';
import { Fault } from '../../subgraphs/kit/fault.ts';
import { type Checks, limit } from './credentials.ts';

export interface Batches extends Checks {
  /** Operations that one request may carry; below 2, there are no batches. */
  readonly mostInBatch: number;
}

/** A body that is a list is a batch: it is bounded, and each operation of it counts as a request. */
export function batching(route: FastifyInstance, { mostInBatch, rates }: Batches): void {
  route.addHook('preValidation', async ({ body, credential, ip }, reply) => {
    if (!Array.isArray(body)) return;
    if (mostInBatch < 2) throw new Fault('REQUEST_MALFORMED', { detail: 'batches are not answered here' });
    if (body.length === 0) throw new Fault('REQUEST_MALFORMED', { detail: 'the batch is empty' });
    if (body.length > mostInBatch) throw new Fault('BATCH_TOO_LARGE', { count: body.length, limit: mostInBatch });
    // The first one was counted with the request.
    const rooms = await Promise.all(body.slice(1).map(() => rates?.take(credential, ip) ?? null));
    const [tightest] = rooms.filter((room) => room !== null).sort((one, other) => one.left - other.left);
    if (tightest !== undefined) limit(tightest, reply);
  });
}
