import { badInput, Fault } from '../../kit/fault.ts';
import { type Connection, connection, cursorOf, type PageArguments, positionOf, rowsAsked } from '../../kit/page.ts';
import type { MutationResolvers, QueryResolvers } from '../__generated__/resolvers.ts';
import type { Circle } from '../catalog/audience.ts';
import { addFavourite, favouriteStickers, recentStickers, removeFavourite } from '../catalog/own.ts';
import type { StickerRow } from '../catalog/rows.ts';
import { type FoundPlace, searchable, searchStickers } from '../catalog/search.ts';
import { type MediaContext, userOf } from '../context.ts';

const FAVOURITES = 'favouriteStickers';
const FOUND = 'searchStickers';

export const stickerFinding = {
  recentStickers: async (_, __, context) => [...(await recentStickers(await ownCircle(context), context.db))],

  favouriteStickers: async (_, { first = null, after = null }, context) => {
    const place = after == null ? null : favouritePlace(positionOf(FAVOURITES, after));
    return pageOf({ first, after }, async (most) => {
      const rows = await favouriteStickers(await ownCircle(context), { after: place, most }, context.db);
      return rows.map((node) => ({ cursor: cursorOf(FAVOURITES, `${node.added_at.toISOString()} ${node.id}`), node }));
    });
  },

  searchStickers: async (_, { text, first = null, after = null }, { circle, db }) => {
    const wanted = searchable(text);
    if (wanted === null) throw badInput('text', '1 to 100 characters are expected');
    const place = after == null ? null : foundPlace(positionOf(FOUND, after));
    return pageOf({ first, after }, async (most) => {
      const search = { text: wanted, kind: 'STICKERS', circle: await circle() } as const;
      const rows = await searchStickers(search, { after: place, most }, db);
      return rows.map((node) => {
        const { score, pack_position, position, id } = node;
        return { cursor: cursorOf(FOUND, `${score} ${pack_position} ${position} ${id}`), node };
      });
    });
  },
} satisfies QueryResolvers;

export const favouriting = {
  addFavouriteSticker: async (_, { stickerID }, context) => {
    const { id } = userOf(context);
    // What may not be sent is no favourite either; what is wrong with it is told as a sender is told.
    if ((await context.sending.find(stickerID, context.scope)) === null) throw unknown();
    const sticker = await context.stickerByID.load(stickerID);
    if (sticker === null) throw unknown();
    await addFavourite(id, stickerID, context.db);
    return sticker;
  },
  removeFavouriteSticker: async (_, { stickerID }, context) => {
    await removeFavourite(userOf(context).id, stickerID, context.db);
    return context.stickerByID.load(stickerID);
  },
} satisfies MutationResolvers;

const unknown = (): Fault => badInput('stickerID', 'a sticker of a published pack is expected');

async function ownCircle(context: MediaContext): Promise<Circle & { readonly kind: 'USER' }> {
  userOf(context);
  const circle = await context.circle();
  if (circle.kind !== 'USER') throw new Fault('USERS_ONLY');
  return circle;
}

type Rows = readonly { readonly cursor: string; readonly node: StickerRow }[];

async function pageOf(
  { first, after }: PageArguments,
  read: (most: number) => Promise<Rows>,
): Promise<Connection<StickerRow>> {
  const asked = rowsAsked(first);
  const rows = await read(asked + 1);
  return connection(rows.slice(0, asked), { next: rows.length > asked, previous: after != null });
}

function favouritePlace(text: string): { addedAt: Date; id: string } {
  const [, time = '', id = ''] = /^(\S{24}) (.+)$/s.exec(text) ?? [];
  const addedAt = new Date(time);
  if (Number.isNaN(addedAt.getTime())) throw new Fault('CURSOR_INVALID', { field: 'after' });
  return { addedAt, id };
}

function foundPlace(text: string): FoundPlace {
  const [, score, pack, position, id] = /^(\d{1,9}) (\d{1,9}) (\d{1,9}) (.+)$/s.exec(text) ?? [];
  if (id === undefined) throw new Fault('CURSOR_INVALID', { field: 'after' });
  return { score: Number(score), packPosition: Number(pack), position: Number(position), id };
}
