import type { Knex } from 'knex';
import { v7 as sortableID } from 'uuid';
import { badInput, Fault } from '../../kit/fault.ts';
import { domainOf } from './conditions/links.ts';
import type { ListSource } from './conditions/subject.ts';
import type { Change } from './store.ts';
import { whyNot } from './text/word.ts';

export type WordListKind = 'WORDS' | 'DOMAINS';

/** A row of `moderation.word_lists`. */
export interface WordListRow {
  readonly id: string;
  readonly name: string;
  readonly kind: WordListKind;
  /** Whether it is published. */
  readonly shared: boolean;
  /** Which subscription fills it: then nobody else changes it. */
  readonly subscription_id: string | null;
  readonly source: ListSource | null;
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
  /** Null: the publisher of a list that is subscribed to. */
  readonly author: string | null;
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
const MOST_TOLD = 10;
const NAME = /^\S(.{0,98}\S)?$/u;

const lists = (on: Knex) => on.table('moderation.word_lists');
const words = (on: Knex) => on.table('moderation.words');

/** What stands in a list of this kind, as {@link wordsOf}; domains as they travel. */
export function entriesOf(
  kind: WordListKind,
  lines: readonly string[],
  { field, firstLine = 1 }: { readonly field: string; readonly firstLine?: number },
): string[] {
  const all = wordsOf(lines, field, firstLine);
  return kind === 'WORDS' ? all : [...new Set(all.map((line) => domainOf(line, `${field}, ${line}`)))];
}

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

type Made = Pick<WordListRow, 'name' | 'kind'> & Partial<Pick<WordListRow, 'subscription_id'>>;

export async function insertList(made: Made, change: Change, on: Knex): Promise<WordListRow> {
  if (!NAME.test(made.name)) throw badInput('name', '1 to 100 characters are expected');
  const row = { id: sortableID(), generation: sortableID(), ...made };
  const [list] = await lists(on).insert(row).onConflict('name').ignore().returning<WordListRow[]>('*');
  if (list === undefined) throw new Fault('ALREADY_THERE', { what: 'A list of this name' });
  await keepVersion(list, { added: 0, removed: 0, ...change }, on);
  return list;
}

/** Locked to the end of the transaction. */
export async function lockList(id: string, on: Knex.Transaction): Promise<WordListRow> {
  const row = await lists(on).where({ id }).forUpdate().first<WordListRow | undefined>();
  if (row === undefined) throw new Fault('NOT_FOUND', { what: 'The list' });
  return row;
}

/** The same, for somebody who changes it: LIST_SUBSCRIBED where only its publisher does. */
export async function lockOwnList(id: string, on: Knex.Transaction): Promise<WordListRow> {
  const row = await lockList(id, on);
  if (row.subscription_id !== null) throw new Fault('LIST_SUBSCRIBED');
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
  change: Pick<WordListVersionRow, 'author' | 'reason' | 'added' | 'removed'>,
  on: Knex,
): Promise<void> {
  const row = { list_id: id, version, created_at: updated_at, ...change };
  await on.table('moderation.word_list_versions').insert(row);
}

/** With why its publisher lists them. */
export async function insertListed(
  generation: string,
  all: readonly (readonly [string, string | null])[],
  on: Knex,
): Promise<void> {
  await on.raw(
    `insert into moderation.words (generation, word, reason)
     select ?, word, nullif(why, '') from unnest(?::text[], ?::text[]) each(word, why) on conflict do nothing`,
    [generation, all.map(([word]) => word), all.map(([, reason]) => reason ?? '')],
  );
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
