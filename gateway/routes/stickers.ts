import type { FastifyInstance } from 'fastify';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { StickerFiles } from '../../subgraphs/kit/sticker-files.ts';

/** A year: a picture of the catalog never changes under its name. */
const CACHED = 'public, max-age=31536000, immutable';

/** `/stickers/<file>`: the pictures of our own catalog, whose names nobody can guess. */
export function serveStickers(app: FastifyInstance, files: StickerFiles): void {
  app.get<{ Params: { file: string } }>('/stickers/:file', async ({ params }, reply) => {
    const file = await files.read(params.file);
    if (file === null) throw new Fault('ROUTE_UNKNOWN');
    reply.header('cache-control', CACHED).header('x-content-type-options', 'nosniff');
    return reply.type(file.mimeType).send(file.bytes);
  });
}
