import type { FastifyInstance } from 'fastify';
import { Fault } from '../../subgraphs/kit/fault.ts';

/** A day; a picture of the catalog never changes under its name. */
const CACHED = 'public, max-age=86400, immutable';

/** `/stickers/<file>`: the pictures of our own catalog, which are the same for everybody. */
export function serveStickers(app: FastifyInstance, files: ReadonlyMap<string, Uint8Array>): void {
  app.get<{ Params: { file: string } }>('/stickers/:file', async ({ params }, reply) => {
    const bytes = files.get(params.file);
    if (bytes === undefined) throw new Fault('ROUTE_UNKNOWN');
    reply.header('cache-control', CACHED).header('x-content-type-options', 'nosniff');
    return reply.type('image/png').send(bytes);
  });
}
