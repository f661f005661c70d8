import DataLoader from 'dataloader';
import type { Knex } from 'knex';
import type { AuditLog } from '../kit/audit.ts';
import { Fault } from '../kit/fault.ts';
import type { MediaLabel } from '../kit/media-findings.ts';
import type { RequestScope } from '../kit/request.ts';
import type { StickerCatalog } from '../kit/stickers.ts';
import type { UserViewer } from '../kit/viewer.ts';
import { asViewer, type Call } from '../openim/rest/call.ts';
import type { Objects } from '../openim/rest/objects.ts';
import { type BlockListRow, blockListsByID } from './blocking/block-list.ts';
import type { Blocking } from './blocking/blocking.ts';
import { type FileMatch, matchesOfFiles } from './blocking/matches.ts';
import type { Audience, Circle } from './catalog/audience.ts';
import type { Catalog } from './catalog/catalog.ts';
import type { PackRow, StickerRow } from './catalog/rows.ts';
import { labelsOf } from './classifier/classifications.ts';
import type { FindFiles } from './files/known-files.ts';
import type { Reading } from './files/reading.ts';
import type { Sighting } from './files/shelf.ts';
import type { FileRow } from './files/table.ts';
import type { Gifs } from './gifs/gifs.ts';
import type { Links } from './links/links.ts';
import type { PreviewRow } from './links/previews.ts';
import type { Renditions } from './renditions/renditions.ts';
import type { Uploads } from './uploads/uploads.ts';

/** What lives as long as the process. */
export interface MediaParts {
  readonly db: Knex;
  readonly blocking: Blocking;
  readonly catalog: Catalog;
  readonly audience: Audience;
  readonly gifs: Gifs;
  readonly sending: StickerCatalog;
  readonly audit: AuditLog;
  /** Where this gateway serves the catalog's pictures, without a slash at the end; known once the port is. */
  readonly filesURL: () => string;
  readonly uploads: Uploads;
  readonly objects: Objects;
  readonly links: Links;
  readonly renditions: Renditions;
  /** Null: this node reads no files. */
  readonly reading: Reading | null;
  /** What is known of files, by id; rejects soon where that cannot be told. */
  readonly findFiles: FindFiles;
}

/** What one request of one viewer adds to it. */
export interface MediaContext extends MediaParts {
  readonly scope: RequestScope;
  /** As the viewer. */
  readonly call: () => Call;
  readonly fileByID: DataLoader<string, FileRow | null>;
  /** Has files read behind the answer, those of a page together. */
  readonly sighted: DataLoader<Sighting, true, string>;
  readonly labelsByFile: DataLoader<string, readonly MediaLabel[] | null>;
  readonly matchesByFile: DataLoader<string, readonly FileMatch[] | null>;
  /** Records that the admin who asks saw a file as it is. */
  readonly looked: DataLoader<string, true>;
  readonly blockListByID: DataLoader<string, BlockListRow | null>;
  /** Which packs the viewer may use; looked up once. */
  readonly circle: () => Promise<Circle>;
  readonly stickerByID: DataLoader<string, StickerRow | null>;
  /** Null also where the pack is not for the viewer. */
  readonly packByID: DataLoader<string, PackRow | null>;
  readonly usesByPack: DataLoader<string, number | null>;
  readonly stickersByPack: DataLoader<string, readonly StickerRow[]>;
  readonly previewOf: (url: string) => Promise<PreviewRow | null>;
}

export function mediaContext(parts: MediaParts, scope: RequestScope): MediaContext {
  const { catalog, db, links } = parts;
  const byKey = <Row>(load: (ids: readonly string[]) => Promise<ReadonlyMap<string, Row>>) =>
    new DataLoader<string, Row | null>(async (ids) => {
      const rows = await load(ids);
      return ids.map((id) => rows.get(id) ?? null);
    });
  let asked: Promise<Circle> | null = null;
  const circle = () => {
    asked ??= parts.audience.circleOf(scope);
    return asked;
  };
  return {
    ...parts,
    scope,
    call: () => asViewer(scope.viewer, scope),
    fileByID: byKey(parts.findFiles),
    sighted: new DataLoader<Sighting, true, string>(
      async (sightings) => {
        parts.reading?.sighted(sightings);
        return sightings.map(() => true as const);
      },
      { cacheKeyFn: ({ id }) => id },
    ),
    labelsByFile: byKey((ids) => labelsOf(ids, db)),
    matchesByFile: byKey((ids) => matchesOfFiles(ids, db)),
    looked: new DataLoader(async (ids) => {
      const looks = ids.map((id) => ({ action: 'media.look', target: `media:${id}`, reason: null }));
      await parts.audit.record({ viewer: scope.viewer, from: scope.ip }, looks);
      return ids.map(() => true as const);
    }),
    blockListByID: byKey((ids) => blockListsByID(ids, db)),
    stickerByID: byKey((ids) => catalog.stickersByIDs(ids)),
    circle,
    packByID: byKey(async (ids) =>
      seesDrafts(scope) ? catalog.packsByIDs(ids) : catalog.packsFor(ids, await circle()),
    ),
    usesByPack: byKey((ids) => catalog.usesOf(ids)),
    previewOf: links.loader(),
    stickersByPack: new DataLoader(async (ids) => {
      const rows = await catalog.stickersOf(ids);
      return ids.map((id) => rows.get(id) ?? []);
    }),
  };
}

const seesDrafts = ({ viewer }: RequestScope): boolean => viewer.kind === 'admin' && viewer.scopes.has('stickers:read');

/** The user who asks; nobody else has files. */
export function userOf({ scope: { viewer } }: { readonly scope: RequestScope }): UserViewer {
  if (viewer.kind === 'user') return viewer;
  throw new Fault(viewer.kind === 'admin' ? 'USERS_ONLY' : 'SIGNATURE_MISSING');
}
