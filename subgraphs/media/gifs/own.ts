import type { Knex } from 'knex';
import { Fault } from '../../kit/fault.ts';
import { searchStickers } from '../catalog/search.ts';
import { nameIn } from '../catalog/words.ts';
import type { GifProvider } from './provider.ts';

/** The packs of our own catalog that hold GIFs, as far as they are for who asks: the source that always works. */
export const createOwnGifs = ({ db, filesURL }: { db: Knex; filesURL: () => string }): GifProvider => ({
  source: 'CATALOG',
  attribution: null,
  async page({ text, from, most, language }, { circle }) {
    const place = from === null ? null : placeIn(from);
    const search = { text, kind: 'GIFS', circle: await circle() } as const;
    const found = await searchStickers(search, { after: place, most: most + 1 }, db);
    const rows = found.slice(0, most);
    const last = found.length > most ? rows.at(-1) : undefined;
    const gifs = rows.map((row) => {
      const { id, file, mime_type: mimeType, width, height, size } = row;
      const picture = { url: `${filesURL()}/${file}`, mimeType, width, height, size };
      return { id, title: nameIn(row, language), picture, preview: null, pageURL: null };
    });
    const next = last === undefined ? null : `${last.score} ${last.pack_position} ${last.position} ${last.id}`;
    return { gifs, next };
  },
});

function placeIn(text: string) {
  const [, score, pack, position, id] = /^(\d{1,9}) (\d{1,9}) (\d{1,9}) (.+)$/s.exec(text) ?? [];
  if (id === undefined) throw new Fault('CURSOR_INVALID', { field: 'after' });
  return { score: Number(score), packPosition: Number(pack), position: Number(position), id };
}
