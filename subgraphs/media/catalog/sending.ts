import { Fault } from '../../kit/fault.ts';
import type { StickerCatalog } from '../../kit/stickers.ts';
import { type Audience, isForEverybody } from './audience.ts';
import type { Catalog } from './catalog.ts';
import type { PackRow, StickerRow } from './rows.ts';
import type { Uses } from './uses.ts';

/** Who may send which sticker; asked before one is sent, and told after. */
export const createSending = (parts: { catalog: Catalog; audience: Audience; uses: Uses }): StickerCatalog => ({
  async find(id, scope) {
    const { catalog, audience } = parts;
    const row = (await catalog.stickersByIDs([id])).get(id);
    const pack = row && (await catalog.packsByIDs([row.pack_id])).get(row.pack_id);
    if (row === undefined || pack === undefined) return null;
    refuseGone(row, pack);
    if (!isForEverybody(pack)) {
      const circle = await audience.circleOf(scope);
      if (!(await catalog.packsFor([pack.id], circle)).has(pack.id)) throw new Fault('STICKER_NOT_FOR_YOU');
    }
    return { id, name: row.name };
  },
  sent: (use) => parts.uses.count(use),
});

function refuseGone(row: StickerRow, pack: PackRow): void {
  if (pack.state !== 'PUBLISHED') throw new Fault('STICKER_WITHDRAWN');
  if (row.removed_at !== null) throw new Fault('STICKER_REMOVED');
}
