import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { StickerDesk } from '../../kit/sticker-files.ts';
import type { StickerCatalog } from '../../kit/stickers.ts';
import type { Store } from '../../kit/store.ts';
import type { OpenIM } from '../../openim/rest/openim.ts';
import type { Pool } from '../workers/pool.ts';
import { type Audience, createAudience } from './audience.ts';
import { type Catalog, createCatalog } from './catalog.ts';
import { createFiles } from './files.ts';
import { createUploads } from './importing/desk.ts';
import { seedCatalog } from './seed.ts';
import { createSending } from './sending.ts';
import { createUses, type Uses } from './uses.ts';

/** Everything about stickers that lives as long as the process. */
export interface Stickers {
  readonly catalog: Catalog;
  readonly audience: Audience;
  readonly uses: Uses;
  readonly desk: StickerDesk;
  readonly sending: StickerCatalog;
}

export async function openStickers(parts: {
  db: Knex;
  store: Store;
  openim: OpenIM;
  pool: Pool;
  log: Logger;
}): Promise<Stickers> {
  const { db } = parts;
  await seedCatalog(db);
  const catalog = createCatalog(db);
  const audience = createAudience(parts);
  const uses = createUses(parts);
  return {
    catalog,
    audience,
    uses,
    desk: { ...createFiles(db), ...createUploads(parts) },
    sending: createSending({ catalog, audience, uses }),
  };
}
