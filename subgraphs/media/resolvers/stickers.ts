import { Fault } from '../../kit/fault.ts';
import { mediaReference } from '../../kit/media-claim.ts';
import { type Connection, connection, cursorOf, type PageArguments, positionOf, rowsAsked } from '../../kit/page.ts';
import type { PackRow, StickerRow } from '../catalog/catalog.ts';
import type { MediaContext } from '../context.ts';

const LIST = 'stickerPacks';

export async function stickerPacks(
  _: unknown,
  { first, after }: PageArguments,
  { catalog }: MediaContext,
): Promise<Connection<PackRow>> {
  const rows = rowsAsked(first);
  const from = after == null ? null : placeIn(positionOf(LIST, after));
  const [found, total] = await Promise.all([catalog.packs(from, rows + 1), catalog.countPacks()]);
  const page = found.slice(0, rows).map((node) => ({ cursor: cursorOf(LIST, `${node.position} ${node.id}`), node }));
  return connection(page, { next: found.length > rows, previous: from !== null, total });
}

function placeIn(text: string): { position: number; id: string } {
  const [, position, id] = /^(\d{1,9}) (.+)$/s.exec(text) ?? [];
  if (position === undefined || id === undefined) throw new Fault('CURSOR_INVALID', { field: 'after' });
  return { position: Number(position), id };
}

const pictureOf = ({ file, mime_type, size, width, height }: StickerRow, { filesURL }: MediaContext) =>
  mediaReference({ kind: 'picture', url: `${filesURL()}/${file}`, mimeType: mime_type, size, width, height });

export const StickerPack = {
  cover: async ({ id }: PackRow, _: unknown, context: MediaContext) => {
    const [first] = await context.stickersByPack.load(id);
    return first === undefined ? null : pictureOf(first, context);
  },
  stickers: ({ id }: PackRow, _: unknown, { stickersByPack }: MediaContext) => stickersByPack.load(id),
};

export const Sticker = {
  __resolveReference: async ({ id }: { id: string }, { stickerByID }: MediaContext): Promise<StickerRow> => {
    const row = await stickerByID.load(id);
    if (row === null) throw new Fault('NOT_FOUND', { what: 'The sticker' });
    return row;
  },
  pack: ({ pack_id }: StickerRow, _: unknown, { packByID }: MediaContext) => packByID.load(pack_id),
  image: (row: StickerRow, _: unknown, context: MediaContext) => pictureOf(row, context),
};
