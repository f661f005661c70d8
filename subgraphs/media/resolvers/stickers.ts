import { Fault } from '../../kit/fault.ts';
import { connection, cursorOf, type PageArguments, positionOf, rowsAsked } from '../../kit/page.ts';
import type { QueryResolvers, StickerPackResolvers, StickerResolvers } from '../__generated__/resolvers.ts';
import type { PackPage, PackPlace } from '../catalog/catalog.ts';
import { pictureOf } from '../catalog/pictures/known.ts';
import { keywordsIn, nameIn } from '../catalog/words.ts';

export const stickerQueries = {
  stickerPacks: async (_, page, { catalog, circle, packByID }) => {
    const packs = await packPage('stickerPacks', page, async (place) =>
      catalog.packs('STICKERS', await circle(), place),
    );
    // Their stickers name them again.
    for (const pack of packs.nodes) packByID.prime(pack.id, pack);
    return packs;
  },
  allStickerPacks: (_, { kind = null, state = null, ...page }, { catalog }) =>
    packPage('allStickerPacks', page, (place) => catalog.allPacks({ kind, state }, place)),
  stickerPack: (_, { id }, { packByID }) => packByID.load(id),
} satisfies QueryResolvers;

async function packPage(
  list: string,
  { first, after }: PageArguments,
  read: (page: { after: PackPlace | null; most: number }) => Promise<PackPage>,
) {
  const rows = rowsAsked(first);
  const from = after == null ? null : placeIn(positionOf(list, after));
  const { rows: found, total } = await read({ after: from, most: rows + 1 });
  const page = found.slice(0, rows).map((node) => ({ cursor: cursorOf(list, `${node.position} ${node.id}`), node }));
  return connection(page, { next: found.length > rows, previous: from !== null, total });
}

function placeIn(text: string): PackPlace {
  const [, position, id] = /^(\d{1,9}) (.+)$/s.exec(text) ?? [];
  if (position === undefined || id === undefined) throw new Fault('CURSOR_INVALID', { field: 'after' });
  return { position: Number(position), id };
}

export const StickerPack: StickerPackResolvers = {
  cover: async ({ id }, _, { stickersByPack, filesURL }) => {
    const [first] = await stickersByPack.load(id);
    return first === undefined ? null : pictureOf(first, filesURL());
  },
  published: ({ state }) => state === 'PUBLISHED',
  stickers: ({ id }, _, { stickersByPack }) => stickersByPack.load(id),
  groupIDs: ({ group_ids }) => group_ids,
  uses: async ({ id }, _, { usesByPack }) => (await usesByPack.load(id)) ?? 0,
};

export const Sticker: StickerResolvers = {
  __resolveReference: async ({ id }, { stickerByID }) => {
    const row = await stickerByID.load(id);
    if (row === null) throw new Fault('NOT_FOUND', { what: 'The sticker' });
    return row;
  },
  pack: ({ pack_id }, _, { packByID }) => packByID.load(pack_id),
  name: (row, _, { scope }) => nameIn(row, scope.language),
  keywords: (row, _, { scope }) => keywordsIn(row, scope.language),
  image: (row, _, { filesURL }) => pictureOf(row, filesURL()),
  removed: ({ removed_at }) => removed_at !== null,
  words: ({ words }) =>
    Object.entries(words).map(([language, { name = null, keywords }]) => ({ language, name, keywords })),
  uses: ({ uses }) => Number(uses),
};
