import type { FastifyInstance } from 'fastify';
import type { SharedLists } from '../../subgraphs/kit/shared-lists.ts';

const CACHED = 'public, max-age=300';

/** Lists that are shared with other services, each as a signed document; 404 for whatever is not. */
export function servePolicyLists(app: FastifyInstance, lists: SharedLists): void {
  app.get<{ Params: { id: string } }>('/.well-known/policy-lists/:id', async (request, reply) => {
    const document = await lists.read(request.params.id);
    if (document === null) return reply.callNotFound();
    reply.header('cache-control', CACHED).header('etag', document.etag);
    if (request.headers['if-none-match'] === document.etag) return reply.code(304).send();
    return reply.type('application/jose').send(document.jws);
  });
}
