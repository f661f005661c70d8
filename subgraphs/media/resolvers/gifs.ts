import { badInput, Fault } from '../../kit/fault.ts';
import { mediaReference } from '../../kit/media-claim.ts';
import { connection, cursorOf, type PageArguments, positionOf, rowsAsked } from '../../kit/page.ts';
import type { GifResolvers, QueryResolvers } from '../__generated__/resolvers.ts';
import { searchable } from '../catalog/search.ts';
import type { MediaContext } from '../context.ts';
import type { GifPlace } from '../gifs/gifs.ts';
import { type GifPicture, type GifSource, MOST_GIFS } from '../gifs/provider.ts';

export const gifQueries = {
  searchGifs: (_, { text, first = null, after = null }, context) => {
    const wanted = searchable(text);
    if (wanted === null) throw badInput('text', '1 to 100 characters are expected');
    return found({ list: 'searchGifs', text: wanted, page: { first, after } }, context);
  },
  trendingGifs: (_, { first = null, after = null }, context) =>
    found({ list: 'trendingGifs', text: null, page: { first, after } }, context),
} satisfies QueryResolvers;

interface Asked {
  readonly list: string;
  readonly text: string | null;
  readonly page: PageArguments;
}

async function found({ list, text, page: { first, after } }: Asked, { gifs, circle, scope }: MediaContext) {
  const most = rowsAsked(first, 'first', MOST_GIFS);
  const place = after == null ? null : placeIn(positionOf(list, after));
  const question = { text, most, language: scope.language };
  const { rows, more } =
    most === 0 ? { rows: [], more: false } : await gifs.find(question, place, { signal: scope.signal, circle });
  const edges = rows.map(({ gif: node, place: { source, from, skip } }) => ({
    cursor: cursorOf(list, `${source} ${skip} ${from ?? ''}`),
    node,
  }));
  return connection(edges.slice(0, most), { next: more || edges.length > most, previous: place !== null });
}

const SOURCES: readonly GifSource[] = ['CATALOG', 'TENOR', 'GIPHY'];

function placeIn(text: string): GifPlace {
  const [, named, skip, from] = /^([A-Z]+) (\d{1,2}) (.{0,500})$/s.exec(text) ?? [];
  const source = SOURCES.find((each) => each === named);
  if (source === undefined) throw new Fault('CURSOR_INVALID', { field: 'after' });
  return { source, skip: Number(skip), from: from || null };
}

/** Ours is known; those of others are read once somebody sends them. */
const mediaOf = (picture: GifPicture, source: GifSource) =>
  mediaReference({ kind: 'picture', ...picture, ...(source === 'CATALOG' ? {} : { offered: true }) });

export const Gif: GifResolvers = {
  id: ({ source, id }) => `${source}:${id}`,
  media: ({ picture, source }) => mediaOf(picture, source),
  preview: ({ preview, source }) => preview && mediaOf(preview, source),
};
