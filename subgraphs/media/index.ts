import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLJSON } from 'graphql-scalars';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { AuditLog } from '../kit/audit.ts';
import { type ChangeFeed, createChanges } from '../kit/changes.ts';
import { migrate } from '../kit/database.ts';
import { createGuardedFetch } from '../kit/guarded-fetch.ts';
import { createGuardedGet } from '../kit/guarded-get.ts';
import type { LinkSightings } from '../kit/link-sightings.ts';
import type { MediaFindings } from '../kit/media-findings.ts';
import type { MediaSightings } from '../kit/media-sightings.ts';
import type { PersonalData } from '../kit/personal-data.ts';
import type { RenditionDesk } from '../kit/renditions.ts';
import { SCALARS } from '../kit/scalars.ts';
import { readSDL } from '../kit/sdl.ts';
import type { Signer } from '../kit/seal.ts';
import type { SharedHashes } from '../kit/shared-hashes.ts';
import type { StickerDesk } from '../kit/sticker-files.ts';
import type { StickerCatalog } from '../kit/stickers.ts';
import type { Store } from '../kit/store.ts';
import type { Subgraph } from '../kit/subgraph.ts';
import type { OpenIM } from '../openim/rest/openim.ts';
import type { Resolvers } from './__generated__/resolvers.ts';
import { openBlocking } from './blocking/blocking.ts';
import { createFindings } from './blocking/findings.ts';
import { createSharedHashes } from './blocking/shared.ts';
import { sweepUploads } from './catalog/importing/desk.ts';
import { openStickers } from './catalog/open.ts';
import { knowCatalog } from './catalog/pictures/known.ts';
import type { ClassifierSettings } from './classifier/ask.ts';
import { type MediaContext, type MediaParts, mediaContext } from './context.ts';
import { createKnownFiles } from './files/known-files.ts';
import { startReading } from './files/reading.ts';
import { createFileShelf } from './files/shelf.ts';
import { settledFiles } from './files/table.ts';
import { type GifSettings, openGifs } from './gifs/open.ts';
import { type LinkPreviews, startLinks } from './links/links.ts';
import { createOriginals, type Originals } from './originals/originals.ts';
import { mediaPersonal } from './personal.ts';
import { type MediaCache, openRenditions } from './renditions/open.ts';
import {
  blockListing,
  blockListQueries,
  MediaBlockEntry,
  MediaBlockList,
  MediaMatch,
} from './resolvers/block-lists.ts';
import { blockingMutations } from './resolvers/blocking.ts';
import { sightingOf } from './resolvers/file-of.ts';
import { Gif, gifQueries } from './resolvers/gifs.ts';
import { known } from './resolvers/known.ts';
import { BlockedLinkDomain, Link, LinkPreview, linkMutations, linkQueries } from './resolvers/links.ts';
import { Media } from './resolvers/media.ts';
import { favouriting, stickerFinding } from './resolvers/own-stickers.ts';
import {
  entitlementQueries,
  entitling,
  packChanges,
  StickerEntitlement,
  stickerChanges,
} from './resolvers/sticker-changes.ts';
import { Sticker, StickerPack, stickerQueries } from './resolvers/stickers.ts';
import {
  completeUpload,
  createUpload,
  signUploadParts,
  Upload,
  UploadLimits,
  uploadLimits,
} from './resolvers/uploads.ts';
import type { UploadLimits as Limits } from './uploads/limits.ts';
import { createUploads } from './uploads/uploads.ts';
import { openPool } from './workers/pool.ts';

export interface MediaOptions {
  readonly db: Knex;
  readonly store: Store;
  readonly audit: AuditLog;
  readonly openim: OpenIM;
  readonly log: Logger;
  /** Where this gateway serves the catalog's pictures, without a slash at the end; known once the port is. */
  readonly filesURL: () => string;
  /** Where clients reach OpenIM's files. */
  readonly apiURL: () => string;
  /** OpenIM's own address, which clients name that go past us. */
  readonly openimURL: string;
  readonly uploadLimits: Limits;
  readonly linkPreviews: LinkPreviews;
  /** Who is asked what files show; null: nobody. */
  readonly classifier: ClassifierSettings | null;
  /** Whether this node reads what people send. */
  readonly reading: boolean;
  /** Null: GIFs come from our own catalog alone. */
  readonly gifs: GifSettings | null;
  /** Where smaller copies of pictures are kept. */
  readonly cache: MediaCache;
  /** Where it is counted, for Prometheus. */
  readonly register: Registry;
  /** Of the addresses of copies. */
  readonly signer: Signer;
  /** Where clients reach us, without a slash at the end. */
  readonly url: () => string;
}

export interface MediaSubgraph {
  readonly subgraph: Subgraph<MediaContext>;
  /** For who is told of messages as they come. */
  readonly links: LinkSightings;
  readonly sightings: MediaSightings;
  /** For who sends a sticker. */
  readonly stickers: StickerCatalog;
  /** For who judges what carries a file. */
  readonly findings: MediaFindings;
  /** For who subscribes to lists of hashes. */
  readonly sharedHashes: SharedHashes;
  /** What becomes of files, for live updates. */
  readonly changed: ChangeFeed;
  /** Our own catalog's pictures, for the gateway to serve and to take. */
  readonly files: StickerDesk;
  /** To be told once clients reach us: the catalog's pictures are known at their addresses from then on. */
  listening(): Promise<void>;
  /** Smaller copies of pictures, for the gateway to serve. */
  readonly renditions: RenditionDesk;
  stop(): Promise<void>;
}

const SWEEP_MS = 3_600_000;
/** Bytes of a picture that copies are made of. */
const MOST_ORIGINAL = 64 * 1024 * 1024;

/** The media subgraph: what is known of a file beyond its address, uploads, and the stickers that can be sent. */
export async function createMedia(options: MediaOptions): Promise<MediaSubgraph> {
  const { db, store, audit, openim, log, filesURL, apiURL, uploadLimits: limits } = options;
  await migrate(db, { schema: 'media', directory: join(import.meta.dirname, 'migrations') });
  const { objects } = openim;
  const changes = createChanges({ db, store, schema: 'media', log });
  const uploads = createUploads({ db, store, objects, limits, apiURL });
  const pool = openPool();
  const stickers = await openStickers({ ...options, pool });
  const gifs = openGifs(options);
  const web = createGuardedGet({ allowPrivate: options.linkPreviews === 'private' });
  const links = startLinks({ db, log, mode: options.linkPreviews, web, pool });
  const originals = createOriginals({
    ...{ objects, web, filesURL, files: stickers.desk, log },
    apiURLs: () => [apiURL(), options.openimURL],
  });
  const blocking = openBlocking({ db, changes, classifier: classifierOf(options, originals), log });
  const shelf = createFileShelf(db, { changes, blocking });
  const reading = options.reading ? startReading({ shelf, originals, pool, log }) : null;
  const findFiles = createKnownFiles(db, log);
  const renditions = await openRenditions({
    ...{ ...options, objects, pool },
    originals,
    mostBytes: MOST_ORIGINAL,
  });
  const sweep = () =>
    Promise.all([uploads.sweep(), sweepUploads(db)]).then(
      () => undefined,
      (error: unknown) => log.warn({ err: error }, 'expired uploads could not be forgotten'),
    );
  let swept = sweep();
  const sweeping = setInterval(() => {
    swept = swept.then(sweep);
  }, SWEEP_MS).unref();
  return {
    subgraph: subgraphOf(
      { ...stickers, gifs, db, blocking, audit, filesURL, uploads, objects, links, renditions, reading, findFiles },
      mediaPersonal(db),
    ),
    links,
    sightings: { sighted: async (files) => reading?.note(files.flatMap((file) => sightingOf(file) ?? [])) },
    stickers: stickers.sending,
    findings: createFindings(db),
    sharedHashes: createSharedHashes(blocking.sweep),
    changed: { ...changes.feed('media'), settled: (ids) => settledFiles(ids, db) },
    files: stickers.desk,
    listening: () => knowCatalog(filesURL(), db),
    renditions: renditions.desk,
    stop: async () => {
      clearInterval(sweeping);
      await Promise.all([swept, reading?.stop(), blocking.stop(), links.stop(), changes.stop(), stickers.uses.stop()]);
      await Promise.all([gifs.stop(), pool.stop(), web.close()]);
    },
  };
}

/** The operator names it, so it may be in their own network. */
const classifierOf = ({ classifier: settings }: MediaOptions, originals: Originals) =>
  settings && { settings, originals, fetch: createGuardedFetch({ allowPrivate: true }) };

function subgraphOf(parts: MediaParts, personal: PersonalData): Subgraph<MediaContext> {
  const typeDefs = readSDL('media');
  const resolvers = {
    Query: {
      ...stickerQueries,
      ...stickerFinding,
      ...gifQueries,
      ...entitlementQueries,
      uploadLimits,
      ...known,
      ...blockListQueries,
      ...linkQueries,
    },
    Mutation: {
      createUpload,
      signUploadParts,
      completeUpload,
      ...favouriting,
      ...packChanges,
      ...stickerChanges,
      ...entitling,
      ...blockingMutations,
      ...blockListing,
      ...linkMutations,
    },
    Media,
    MediaBlockList,
    MediaBlockEntry,
    MediaMatch,
    Gif,
    Sticker,
    StickerEntitlement,
    StickerPack,
    Upload,
    UploadLimits,
    Link,
    LinkPreview,
    BlockedLinkDomain,
    URL: SCALARS.URL,
    DateTime: SCALARS.DateTime,
    MediaClaim: GraphQLJSON,
  } satisfies Resolvers;
  const schema = buildSubgraphSchema([{ typeDefs, resolvers }]);
  return { name: 'media', typeDefs, schema, contextFor: (scope) => mediaContext(parts, scope), personal };
}
