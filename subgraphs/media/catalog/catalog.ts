import type { Knex } from 'knex';
import { type Circle, within } from './audience.ts';
import { type PackKind, type PackRow, type PackState, packs, type StickerRow, stickers } from './rows.ts';

/** A place in the order of packs. */
export interface PackPlace {
  readonly position: number;
  readonly id: string;
}

interface Listing {
  readonly after: PackPlace | null;
  readonly most: number;
}

/** Packs of stickers, as Postgres keeps them. */
export interface Catalog {
  /** Published ones in their order that are for this circle, and how many there are in all. */
  packs(kind: PackKind, circle: Circle, page: Listing): Promise<PackPage>;
  /** Of all there are. */
  allPacks(
    filter: { readonly kind: PackKind | null; readonly state: PackState | null },
    page: Listing,
  ): Promise<PackPage>;
  /** Those of these that are for this circle. */
  packsFor(ids: readonly string[], circle: Circle): Promise<ReadonlyMap<string, PackRow>>;
  packsByIDs(ids: readonly string[]): Promise<ReadonlyMap<string, PackRow>>;
  /** Also removed ones, and of packs that were withdrawn: a message that holds one still shows it. None of a draft. */
  stickersByIDs(ids: readonly string[]): Promise<ReadonlyMap<string, StickerRow>>;
  /** Without removed ones, in their order. */
  stickersOf(packIDs: readonly string[]): Promise<ReadonlyMap<string, readonly StickerRow[]>>;
  usesOf(packIDs: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

export interface PackPage {
  readonly rows: readonly PackRow[];
  readonly total: number;
}

export function createCatalog(db: Knex): Catalog {
  async function pageOf(filter: (query: Knex.QueryBuilder) => void, { after, most }: Listing): Promise<PackPage> {
    const [rows, [counted]] = await Promise.all([
      packs(db)
        .modify(filter)
        .modify((query) => {
          if (after !== null) query.whereRaw('(p.position, p.id) > (?, ?)', [after.position, after.id]);
        })
        .orderBy(['p.position', 'p.id'])
        .limit(most)
        .select<PackRow[]>('p.*'),
      packs(db).modify(filter).count<{ count: string }[]>({ count: '*' }),
    ]);
    return { rows, total: Number(counted?.count ?? 0) };
  }

  return {
    packs: (kind, circle, page) => pageOf((query) => query.where('p.kind', kind).modify(within(circle)), page),

    allPacks: ({ kind, state }, page) =>
      pageOf((query) => {
        if (kind !== null) query.where('p.kind', kind);
        if (state !== null) query.where('p.state', state);
      }, page),

    async packsFor(ids, circle) {
      return byID(await packs(db).whereIn('p.id', ids).modify(within(circle)).select<PackRow[]>('p.*'));
    },

    async packsByIDs(ids) {
      return byID(await packs(db).whereIn('p.id', ids).select<PackRow[]>('p.*'));
    },

    async stickersByIDs(ids) {
      const published = stickers(db)
        .join('media.sticker_packs as p', 'p.id', 's.pack_id')
        .whereNotNull('p.published_at');
      return byID(await published.whereIn('s.id', ids).select<StickerRow[]>('s.*'));
    },

    async stickersOf(packIDs) {
      const rows = await stickers(db)
        .whereIn('s.pack_id', packIDs)
        .whereNull('s.removed_at')
        .orderBy(['s.position', 's.id'])
        .select<StickerRow[]>('s.*');
      return Map.groupBy(rows, (row) => row.pack_id);
    },

    async usesOf(packIDs) {
      const rows = await stickers(db)
        .whereIn('s.pack_id', packIDs)
        .groupBy('s.pack_id')
        .select<{ pack_id: string; uses: string }[]>('s.pack_id', db.raw('sum(s.uses) as uses'));
      return new Map(rows.map(({ pack_id, uses }) => [pack_id, Number(uses)]));
    },
  };
}

const byID = <Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));
