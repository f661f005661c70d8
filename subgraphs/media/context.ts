import DataLoader from 'dataloader';
import type { AuditLog } from '../kit/audit.ts';
import type { Catalog, PackRow, StickerRow } from './catalog/catalog.ts';

/** What lives as long as the process. */
export interface MediaParts {
  readonly catalog: Catalog;
  readonly audit: AuditLog;
  /** Where this gateway serves the catalog's pictures, without a slash at the end; known once the port is. */
  readonly filesURL: () => string;
}

export interface MediaContext extends MediaParts {
  readonly stickerByID: DataLoader<string, StickerRow | null>;
  readonly packByID: DataLoader<string, PackRow | null>;
  readonly stickersByPack: DataLoader<string, readonly StickerRow[]>;
}

export function mediaContext(parts: MediaParts): MediaContext {
  const { catalog } = parts;
  const byKey = <Row>(load: (ids: readonly string[]) => Promise<ReadonlyMap<string, Row>>) =>
    new DataLoader<string, Row | null>(async (ids) => {
      const rows = await load(ids);
      return ids.map((id) => rows.get(id) ?? null);
    });
  return {
    ...parts,
    stickerByID: byKey((ids) => catalog.stickersByIDs(ids)),
    packByID: byKey((ids) => catalog.packsByIDs(ids)),
    stickersByPack: new DataLoader(async (ids) => {
      const rows = await catalog.stickersOf(ids);
      return ids.map((id) => rows.get(id) ?? []);
    }),
  };
}
