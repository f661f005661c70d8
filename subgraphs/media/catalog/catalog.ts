import type { Knex } from 'knex';
import type { StickerCatalog } from '../../kit/stickers.ts';

export interface PackRow {
  readonly id: string;
  readonly title: string;
  readonly author: string | null;
  readonly published: boolean;
  readonly position: number;
}

export interface StickerRow {
  readonly id: string;
  readonly pack_id: string;
  readonly name: string;
  readonly keywords: readonly string[];
  readonly file: string;
  readonly mime_type: string;
  readonly size: number;
  readonly width: number;
  readonly height: number;
  readonly position: number;
}

/** Packs of stickers, as Postgres keeps them. */
export interface Catalog extends StickerCatalog {
  /** Published ones in their order, from a place on. */
  packs(after: { position: number; id: string } | null, most: number): Promise<readonly PackRow[]>;
  countPacks(): Promise<number>;
  packsByIDs(ids: readonly string[]): Promise<ReadonlyMap<string, PackRow>>;
  /** Also of packs that were withdrawn: a message that holds one still shows it. */
  stickersByIDs(ids: readonly string[]): Promise<ReadonlyMap<string, StickerRow>>;
  stickersOf(packIDs: readonly string[]): Promise<ReadonlyMap<string, readonly StickerRow[]>>;
}

export function createCatalog(db: Knex): Catalog {
  const packs = () => db.table('media.sticker_packs');
  const stickers = () => db.table('media.stickers');

  return {
    packs: (after, most) =>
      packs()
        .where({ published: true })
        .modify((query) => {
          if (after !== null) query.whereRaw('(position, id) > (?, ?)', [after.position, after.id]);
        })
        .orderBy(['position', 'id'])
        .limit(most)
        .select<PackRow[]>(),

    async countPacks() {
      const [row] = await packs().where({ published: true }).count<{ count: string }[]>({ count: '*' });
      return Number(row?.count ?? 0);
    },

    async packsByIDs(ids) {
      const rows = await packs().whereIn('id', ids).select<PackRow[]>();
      return new Map(rows.map((row) => [row.id, row]));
    },

    async stickersByIDs(ids) {
      const rows = await stickers().whereIn('id', ids).select<StickerRow[]>();
      return new Map(rows.map((row) => [row.id, row]));
    },

    async stickersOf(packIDs) {
      const rows = await stickers().whereIn('pack_id', packIDs).orderBy(['position', 'id']).select<StickerRow[]>();
      return Map.groupBy(rows, (row) => row.pack_id);
    },

    async find(id) {
      const row = await stickers()
        .join('media.sticker_packs', 'sticker_packs.id', 'stickers.pack_id')
        .where({ 'stickers.id': id, published: true })
        .first<{ id: string; name: string } | undefined>('stickers.id', 'stickers.name');
      return row ?? null;
    },
  };
}
