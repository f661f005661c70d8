import type { Knex } from 'knex';
import { v7 as sortableID } from 'uuid';
import { badInput, Fault } from '../../../kit/fault.ts';
import type { StickerWordsInput, UpdateStickerInput } from '../../__generated__/resolvers.ts';
import type { UploadedSticker } from '../importing/desk.ts';
import { MOST_STICKERS, readLine, wrongWords } from '../limits.ts';
import { knowPictures } from '../pictures/known.ts';
import type { StickerRow, Words } from '../rows.ts';
import { findableBy } from '../words.ts';
import { arranged, writeOrder } from './packs.ts';

export function readWords(given: readonly StickerWordsInput[], field: string): Readonly<Record<string, Words>> {
  const words = Object.fromEntries(
    given.map(({ language, name = null, keywords }) => [language, { name, keywords: keywords ?? [] }]),
  );
  const wrong = Object.keys(words).length < given.length ? 'each language once is expected' : wrongWords(words);
  if (wrong !== null) throw badInput(field, wrong);
  return words;
}

/** At the end of their pack, which is locked, with pictures that are known at once. */
export async function insertStickers(
  packID: string,
  given: readonly UploadedSticker[],
  { on, filesURL }: { readonly on: Knex.Transaction; readonly filesURL: string },
): Promise<readonly StickerRow[]> {
  const there = await inPack(packID, on);
  if (there.length + given.length > MOST_STICKERS) throw new Fault('STICKER_PACK_FULL', { most: MOST_STICKERS });
  const last = Math.max(0, ...there.map(({ position }) => position));
  const rows = await on
    .table('media.stickers')
    .insert(
      given.map(({ name, words, picture }, nth) => ({
        ...{ id: sortableID(), pack_id: packID, name, words: JSON.stringify(words), position: last + nth + 1 },
        ...picture,
        thumb_hash: Buffer.from(picture.thumb_hash, 'base64'),
      })),
    )
    .returning<StickerRow[]>('*');
  await indexWords(rows, on);
  await knowPictures(rows, filesURL, on);
  return rows.sort((a, b) => a.position - b.position);
}

async function indexWords(rows: readonly StickerRow[], on: Knex.Transaction): Promise<void> {
  const ids = rows.map(({ id }) => id);
  await on.table('media.sticker_words').whereIn('sticker_id', ids).delete();
  const words = rows.flatMap((row) => findableBy(row).map((word) => ({ sticker_id: row.id, word })));
  await on.batchInsert('media.sticker_words', words, 1_000);
}

/** Of a pack that is locked: without removed ones, in their order. */
const inPack = (packID: string, on: Knex.Transaction) =>
  on
    .table('media.stickers')
    .where({ pack_id: packID, removed_at: null })
    .orderBy(['position', 'id'])
    .select<{ id: string; position: number }[]>('id', 'position');

export async function lockSticker(id: string, on: Knex.Transaction): Promise<StickerRow> {
  const row = await on.table('media.stickers').where({ id }).forUpdate().first<StickerRow | undefined>();
  if (row === undefined) throw new Fault('NOT_FOUND', { what: 'The sticker' });
  return row;
}

/** Absent leaves as it is; words are given whole. */
export async function changeSticker(id: string, input: UpdateStickerInput, on: Knex.Transaction): Promise<StickerRow> {
  const { name, words } = input;
  if (name === null || words === null) throw badInput('input', 'a name and words are expected; neither can be cleared');
  if (name === undefined && words === undefined) throw badInput('input', 'something to change is expected');
  const [row] = await on
    .table('media.stickers')
    .where({ id })
    .update({
      ...(name === undefined ? {} : { name: readLine(name, 'input.name') }),
      ...(words === undefined ? {} : { words: JSON.stringify(readWords(words, 'input.words')) }),
    })
    .returning<StickerRow[]>('*');
  await indexWords([row as StickerRow], on);
  return row as StickerRow;
}

/** Its row stays: messages show it. Removed again, nothing changes. */
export async function removeSticker(before: StickerRow, on: Knex.Transaction): Promise<StickerRow> {
  if (before.removed_at !== null) return before;
  const [row] = await on
    .table('media.stickers')
    .where({ id: before.id })
    .update({ removed_at: new Date() })
    .returning<StickerRow[]>('*');
  return row as StickerRow;
}

/** These first, in this order; all others of the pack, which is locked, behind them in theirs. */
export async function reorderStickers(packID: string, ids: readonly string[], on: Knex.Transaction): Promise<void> {
  const order = (await inPack(packID, on)).map(({ id }) => id);
  await writeOrder('media.stickers', arranged(ids, order), on);
}
