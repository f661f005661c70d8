import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLJSON } from 'graphql-scalars';
import type { Knex } from 'knex';
import type { AuditLog } from '../kit/audit.ts';
import { migrate } from '../kit/database.ts';
import { SCALARS } from '../kit/scalars.ts';
import { readSDL } from '../kit/sdl.ts';
import type { StickerCatalog } from '../kit/stickers.ts';
import type { Subgraph } from '../kit/subgraph.ts';
import type { Resolvers } from './__generated__/resolvers.ts';
import { createCatalog } from './catalog/catalog.ts';
import { readFiles, seedCatalog } from './catalog/seed.ts';
import { type MediaContext, mediaContext } from './context.ts';
import { Media } from './resolvers/media.ts';
import { Sticker, StickerPack, stickerPacks } from './resolvers/stickers.ts';

export interface MediaSubgraph {
  readonly subgraph: Subgraph<MediaContext>;
  /** For who sends a sticker. */
  readonly stickers: StickerCatalog;
  /** Pictures of our own catalog, by name, for the gateway to serve. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/** The media subgraph: what is known of a file beyond its address, and the stickers that can be sent. */
export async function createMedia({
  db,
  audit,
  filesURL,
}: {
  db: Knex;
  audit: AuditLog;
  filesURL: () => string;
}): Promise<MediaSubgraph> {
  await migrate(db, { schema: 'media', directory: join(import.meta.dirname, 'migrations') });
  const catalog = createCatalog(db);
  const files = readFiles();
  await seedCatalog(db, files);
  const typeDefs = readSDL('media');
  const resolvers = {
    Query: { stickerPacks },
    Media,
    Sticker,
    StickerPack,
    URL: SCALARS.URL,
    MediaClaim: GraphQLJSON,
  } satisfies Resolvers;
  const schema = buildSubgraphSchema([{ typeDefs, resolvers }]);
  const contextFor = (): MediaContext => mediaContext({ catalog, audit, filesURL });
  return { subgraph: { name: 'media', typeDefs, schema, contextFor, personal: null }, stickers: catalog, files };
}
