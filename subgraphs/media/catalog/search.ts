import type { Knex } from 'knex';
import { type Circle, within } from './audience.ts';
import { type PackKind, type StickerRow, stickersWithPacks } from './rows.ts';
import { folded } from './words.ts';

const EXACT = 3_000;
const PREFIX = 2_000;
const LONGEST_TEXT = 100;

export interface StickerSearch {
  /** As {@link searchable} gives it; null: all there are. */
  readonly text: string | null;
  readonly kind: PackKind;
  readonly circle: Circle;
}

/** A place in what was found: better ones first, then in the order of packs and stickers. */
export interface FoundPlace {
  readonly score: number;
  readonly packPosition: number;
  readonly position: number;
  readonly id: string;
}

export type FoundSticker = StickerRow & { readonly score: number; readonly pack_position: number };

/** Null for what nothing could be found by. */
export const searchable = (text: string): string | null => {
  const wanted = folded(text);
  return wanted === '' || wanted.length > LONGEST_TEXT || wanted.includes('\0') ? null : wanted;
};

/** By names and keywords in any language: the word itself, words that begin so, then words that look like it. */
export function searchStickers(
  { text, kind, circle }: StickerSearch,
  { after, most }: { readonly after: FoundPlace | null; readonly most: number },
  on: Knex,
): Promise<readonly FoundSticker[]> {
  return stickersWithPacks(on)
    .join(text === null ? unscored(on) : scored(text, on), 'w.sticker_id', 's.id')
    .where('p.kind', kind)
    .modify(within(circle))
    .modify((query) => {
      if (after === null) return;
      const { score, packPosition, position, id } = after;
      query.whereRaw('(-w.score, p.position, s.position, s.id) > (?, ?, ?, ?)', [-score, packPosition, position, id]);
    })
    .orderByRaw('-w.score, p.position, s.position, s.id')
    .limit(most)
    .select<FoundSticker[]>('s.*', 'w.score', 'p.position as pack_position');
}

const unscored = (on: Knex) => on.table('media.stickers').select('id as sticker_id', on.raw('0 as score')).as('w');

function scored(text: string, on: Knex) {
  const beginning = `${text.replace(/[\\%_]/g, '\\$&')}%`;
  return on
    .table('media.sticker_words')
    .whereRaw('word like ? or word % ?', [beginning, text])
    .groupBy('sticker_id')
    .select(
      'sticker_id',
      on.raw(
        `max(case when word = ? then ${EXACT} when word like ? then ${PREFIX}
          else round(similarity(word, ?) * 1000)::int end) as score`,
        [text, beginning, text],
      ),
    )
    .as('w');
}
