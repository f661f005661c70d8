import type { Knex } from 'knex';

export type PackKind = 'STICKERS' | 'GIFS';
export type PackState = 'DRAFT' | 'PUBLISHED' | 'WITHDRAWN';

/** A row of `media.sticker_packs`. */
export interface PackRow {
  readonly id: string;
  readonly kind: PackKind;
  readonly title: string;
  readonly author: string | null;
  readonly state: PackState;
  /** Null: nobody but admins has ever seen it. */
  readonly published_at: Date | null;
  readonly position: number;
  /** Whose members may use it, besides who has the entitlement. With neither, everybody may. */
  readonly group_ids: readonly string[];
  readonly entitlement: string | null;
}

/** What a sticker is called and found by in one language. */
export interface Words {
  readonly name?: string | null | undefined;
  readonly keywords: readonly string[];
}

/** A row of `media.stickers`. */
export interface StickerRow {
  readonly id: string;
  readonly pack_id: string;
  readonly name: string;
  /** By language (BCP 47); `und`: nobody said which. */
  readonly words: Readonly<Record<string, Words>>;
  readonly file: string;
  readonly mime_type: string;
  readonly size: number;
  readonly width: number;
  readonly height: number;
  readonly animated: boolean;
  readonly thumb_hash: Buffer | null;
  /** 0xRRGGBB */
  readonly colour: number | null;
  readonly position: number;
  readonly removed_at: Date | null;
  /** A bigint, as Postgres writes it. */
  readonly uses: string;
}

export const packs = (on: Knex) => on.table('media.sticker_packs as p');
export const stickers = (on: Knex) => on.table('media.stickers as s');

/** Of packs that hold them; removed ones are left out. */
export const stickersWithPacks = (on: Knex) =>
  stickers(on).join('media.sticker_packs as p', 'p.id', 's.pack_id').whereNull('s.removed_at');
