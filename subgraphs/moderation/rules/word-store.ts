import type { Knex } from 'knex';
import { v7 as sortableID } from 'uuid';
import { badInput, Fault } from '../../kit/fault.ts';
import type { Change } from './store.ts';
import { fold } from './text/fold.ts';

/** A row of `moderation.word_lists`. */
export interface WordListRow {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  /** The words that hold stand under it. */
  readonly generation: string;
  readonly size: number;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** A row of `moderation.word_list_versions`. */
export interface WordListVersionRow {
  readonly list_id: string;
  readonly version: number;
  readonly added: number;
  readonly removed: number;
  readonly author: string;
  readonly reason: string;
  readonly created_at: Date;
}

/** A row of `moderation.word_imports`: its id is the generation that it fills. */
export interface WordImportRow {
  readonly id: string;
  readonly list_id: string;
}

export const MOST_WORDS = 1_000_000;
const MOST_AT_ONCE = 10_000;
const LONGEST_WORD = 200;
const MOST_TOLD = 10;
const NAME = /^\S(.{0,98}\S)?$/u;

const lists = (on: Knex) => on.table('moderation.word_lists');
const words = (on: Knex) => on.table('moderation.words');

/** Trimmed, without empty lines. INPUT_INVALID tells the lines that cannot be words; the first is `firstLine`. */
export function wordsOf(lines: readonly string[], field: string, firstLine = 1): string[] {
  if (lines.length > MOST_AT_ONCE) throw badInput(field, `at most ${MOST_AT_ONCE} words at once are expected`);
  const wrong = lines.flatMap((line, at) => {
    const why = whyNot(line);
    return why === null ? [] : [`line ${firstLine + at}: ${why}`];
  });
  if (wrong.length > 0)
    throw badInput(
      field,
      `${wrong.slice(0, MOST_TOLD).join('; ')}${wrong.length > MOST_TOLD ? `; and ${wrong.length - MOST_TOLD} more` : ''}`,
    );
  return [...new Set(lines.map((line) => line.trim()))].filter((word) => word !== '');
}

function whyNot(line: string): string | null {
  const word = line.trim();
  if (word === '') return null;
  if (word.length > LONGEST_WORD) return `at most ${LONGEST_WORD} characters are expected`;
  if (/[\r\n\0]/.test(word) || !word.isWellFormed()) return 'one line of whole characters is expected';
  const read = fold(word).units.some((unit) => unit !== 0x20);
  return read ? null : 'something that can be read is expected';
}

export async function insertList(name: string, change: Change, on: Knex): Promise<WordListRow> {
  if (!NAME.test(name)) throw badInput('name', '1 to 100 characters are expected');
  const row = { id: sortableID(), name, generation: sortableID() };
  const [made] = await lists(on).insert(row).onConflict('name').ignore().returning<WordListRow[]>('*');
  if (made === undefined) throw new Fault('ALREADY_THERE', { what: 'A list of this name' });
  await keepVersion(made, { added: 0, removed: 0, ...change }, on);
  return made;
}

/** Locked to the end of the transaction. */
export async function lockList(id: string, on: Knex.Transaction): Promise<WordListRow> {
  const row = await lists(on).where({ id }).forUpdate().first<WordListRow | undefined>();
  if (row === undefined) throw new Fault('NOT_FOUND', { what: 'The list' });
  return row;
}

/** A new version with other words; the same where nothing changes. */
export async function changeWords(
  list: WordListRow,
  { add, remove, ...change }: Change & { readonly add: readonly string[]; readonly remove: readonly string[] },
  on: Knex.Transaction,
): Promise<WordListRow> {
  const { generation } = list;
  const removed = await words(on).where({ generation }).whereIn('word', remove).delete();
  const added = await insertWords(generation, add, on);
  const size = list.size + added - removed;
  if (size > MOST_WORDS) throw new Fault('TOO_MANY', { what: 'words', most: MOST_WORDS });
  if (added + removed === 0) return list;
  const [row] = await lists(on)
    .where({ id: list.id })
    .update({ size, version: list.version + 1, updated_at: on.fn.now() })
    .returning<WordListRow[]>('*');
  await keepVersion(row as WordListRow, { added, removed, ...change }, on);
  return row as WordListRow;
}

/** How many of them were not there before. */
export async function insertWords(generation: string, all: readonly string[], on: Knex): Promise<number> {
  const { rowCount } = await on.raw(
    'insert into moderation.words (generation, word) select ?, unnest(?::text[]) on conflict do nothing',
    [generation, all as string[]],
  );
  return rowCount;
}

export async function keepVersion(
  { id, version, updated_at }: WordListRow,
  change: Change & { readonly added: number; readonly removed: number },
  on: Knex,
): Promise<void> {
  const row = { list_id: id, version, created_at: updated_at, ...change };
  await on.table('moderation.word_list_versions').insert(row);
}

export const readLists = (on: Knex): Promise<WordListRow[]> => lists(on).orderBy('name').select<WordListRow[]>();

export const listsByID = async (ids: readonly string[], on: Knex): Promise<ReadonlyMap<string, WordListRow>> => {
  const rows = await lists(on).whereIn('id', ids).select<WordListRow[]>();
  return new Map(rows.map((row) => [row.id, row]));
};

/** Newest first. */
export const readListVersions = (id: string, limit: number, on: Knex): Promise<WordListVersionRow[]> =>
  on
    .table('moderation.word_list_versions')
    .where({ list_id: id })
    .orderBy('version', 'desc')
    .limit(limit)
    .select<WordListVersionRow[]>();

/** In order, from the one after `after`. */
export async function readWords(
  generation: string,
  { limit, after }: { limit: number; after: string | null },
  on: Knex,
): Promise<string[]> {
  const query = words(on).where({ generation }).orderBy('word').limit(limit);
  return after === null ? query.pluck('word') : query.where('word', '>', after).pluck('word');
}
