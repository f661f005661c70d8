import type { FastifyInstance } from 'fastify';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { StickerUploads } from '../../subgraphs/kit/sticker-files.ts';
import { type Checks, checkCredentials } from './credentials.ts';

/** Bytes of an archive. */
const MOST_BYTES = 32 * 1024 * 1024;
const SCOPE = 'stickers:write';

/**
 * `POST /stickers/uploads`: an admin's picture, or archive of a pack, as the body. Answers what a mutation is to be given.
 * The scope is asked for before the body is read.
 */
export function takeStickers(app: FastifyInstance, uploads: StickerUploads, checks: Checks): void {
  app.register(async (route) => {
    checkCredentials(route, checks, (bytes) => bytes);
    route.addHook('onRequest', async ({ credential }) => {
      const viewer = credential.kind === 'settled' ? credential.viewer : null;
      if (viewer?.kind !== 'admin' || !viewer.scopes.has(SCOPE))
        throw new Fault('UPLOADS_FOR_ADMINS', { scope: SCOPE });
    });
    route.setErrorHandler((error: Error & { code?: string }) => {
      throw error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' ? new Fault('BODY_TOO_LARGE', { limit: MOST_BYTES }) : error;
    });
    route.post('/stickers/uploads', { bodyLimit: MOST_BYTES }, async ({ body, viewer }, reply) => {
      if (viewer.kind !== 'admin') throw new Fault('UPLOADS_FOR_ADMINS', { scope: SCOPE });
      const bytes = body as Uint8Array;
      if (bytes.byteLength === 0) throw new Fault('STICKER_UPLOAD_REFUSED', { detail: 'there is nothing in the body' });
      const taken = await uploads.take(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), viewer.id);
      return reply.code(201).send({ ...taken, expiresAt: taken.expiresAt.toISOString() });
    });
  });
}
