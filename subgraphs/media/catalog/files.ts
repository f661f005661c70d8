import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import type { StickerFile, StickerFiles } from '../../kit/sticker-files.ts';

const KEPT_BYTES = 32 * 1024 * 1024;

/** The pictures of stickers: in Postgres, where every node finds them; what was asked for lately also in memory. */
export function createFiles(db: Knex): StickerFiles {
  const kept = new LRUCache<string, StickerFile>({ maxSize: KEPT_BYTES, sizeCalculation: ({ bytes }) => bytes.length });
  return {
    async read(name) {
      const known = kept.get(name);
      if (known !== undefined) return known;
      const row = await db
        .table('media.sticker_files')
        .where({ name })
        .first<{ mime_type: string; bytes: Buffer } | undefined>('mime_type', 'bytes');
      if (row === undefined) return null;
      const file = { mimeType: row.mime_type, bytes: row.bytes };
      kept.set(name, file);
      return file;
    },
  };
}
