import type { Knex } from 'knex';
import { Fault } from '../../kit/fault.ts';
import { type Circle, within } from './audience.ts';
import { type StickerRow, stickersWithPacks } from './rows.ts';

/** Stickers that one user may mark as favourites. */
const MOST_FAVOURITES = 200;

/** A favourite, with when it became one. */
export type Favourite = StickerRow & { readonly added_at: Date };

/** Last sent first; what the user may no longer send is left out. */
export const recentStickers = (circle: Circle & { readonly kind: 'USER' }, on: Knex): Promise<readonly StickerRow[]> =>
  stickersWithPacks(on)
    .join('media.recent_stickers as r', 'r.sticker_id', 's.id')
    .where('r.user_id', circle.userID)
    .modify(within(circle))
    .orderByRaw('r.used_at desc, s.id')
    .select<StickerRow[]>('s.*');

/** Last added first; what the user may no longer send is left out, and comes again when they may. */
export const favouriteStickers = (
  circle: Circle & { readonly kind: 'USER' },
  { after, most }: { readonly after: { readonly addedAt: Date; readonly id: string } | null; readonly most: number },
  on: Knex,
): Promise<readonly Favourite[]> =>
  stickersWithPacks(on)
    .join('media.favourite_stickers as f', 'f.sticker_id', 's.id')
    .where('f.user_id', circle.userID)
    .modify(within(circle))
    .modify((query) => {
      if (after !== null) query.whereRaw('(f.added_at, s.id) < (?, ?)', [after.addedAt, after.id]);
    })
    .orderByRaw('f.added_at desc, s.id desc')
    .limit(most)
    .select<Favourite[]>('s.*', 'f.added_at');

/** Added again, it stays where it is. */
export async function addFavourite(userID: string, stickerID: string, db: Knex): Promise<void> {
  await db.transaction(async (on) => {
    // Of two at once the second counts the first.
    await on.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`media:favourites:${userID}`]);
    const own = await on.table('media.favourite_stickers').where({ user_id: userID }).pluck<string[]>('sticker_id');
    if (own.includes(stickerID)) return;
    if (own.length >= MOST_FAVOURITES) throw new Fault('FAVOURITES_FULL', { most: MOST_FAVOURITES });
    // To the millisecond, as a cursor tells it.
    const row = { user_id: userID, sticker_id: stickerID, added_at: new Date() };
    await on.table('media.favourite_stickers').insert(row);
  });
}

export const removeFavourite = (userID: string, stickerID: string, on: Knex): Promise<number> =>
  on.table('media.favourite_stickers').where({ user_id: userID, sticker_id: stickerID }).delete();
