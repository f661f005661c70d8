import type { Knex } from 'knex';
import { v7 as sortableID } from 'uuid';
import { Fault } from '../../kit/fault.ts';
import type { Change } from './store.ts';
import {
  entriesOf,
  insertWords,
  keepVersion,
  lockList,
  lockOwnList,
  MOST_WORDS,
  type WordImportRow,
  type WordListRow,
} from './word-store.ts';

const imports = (on: Knex) => on.table('moderation.word_imports');

export async function startImport(listID: string, author: string, on: Knex.Transaction): Promise<WordImportRow> {
  await lockOwnList(listID, on);
  const row = { id: sortableID(), list_id: listID };
  await imports(on).insert({ ...row, author });
  return row;
}

/** How many words the import holds then; the same piece sent again changes nothing. */
export async function continueImport(
  id: string,
  { lines, firstLine }: { readonly lines: readonly string[]; readonly firstLine: number },
  on: Knex.Transaction,
): Promise<WordImportRow> {
  const row = await lockImport(id, on);
  const { kind } = await lockList(row.list_id, on);
  await insertWords(id, entriesOf(kind, lines, { field: 'words', firstLine }), on);
  if ((await sizeOf(id, on)) > MOST_WORDS) throw new Fault('TOO_MANY', { what: 'words', most: MOST_WORDS });
  return row;
}

/** Its words take the place of the list's, as one new version. */
export async function finishImport(id: string, change: Change, on: Knex.Transaction): Promise<WordListRow> {
  const { list_id } = await lockImport(id, on);
  const before = await lockList(list_id, on);
  const size = await sizeOf(id, on);
  const [row] = await on
    .table('moderation.word_lists')
    .where({ id: list_id })
    .update({ generation: id, size, version: before.version + 1, updated_at: on.fn.now() })
    .returning<WordListRow[]>('*');
  await imports(on).where({ id }).delete();
  await keepVersion(row as WordListRow, { added: size, removed: before.size, ...change }, on);
  return row as WordListRow;
}

/** Resolves with the list, which stays as it was. */
export async function dropImport(id: string, on: Knex.Transaction): Promise<WordListRow> {
  const { list_id } = await lockImport(id, on);
  await imports(on).where({ id }).delete();
  return lockList(list_id, on);
}

async function lockImport(id: string, on: Knex.Transaction): Promise<WordImportRow> {
  const row = await imports(on).where({ id }).forUpdate().first<WordImportRow | undefined>();
  if (row === undefined) throw new Fault('NOT_FOUND', { what: 'The import' });
  return row;
}

async function sizeOf(generation: string, on: Knex): Promise<number> {
  const [counted] = await on.table('moderation.words').where({ generation }).count<{ count: string }[]>();
  return Number(counted?.count ?? 0);
}

export const importSizes = async (ids: readonly string[], on: Knex): Promise<ReadonlyMap<string, number>> => {
  const rows = await on
    .table('moderation.words')
    .whereIn('generation', ids)
    .groupBy('generation')
    .select<{ generation: string; count: string }[]>('generation', on.raw('count(*)'));
  return new Map(rows.map(({ generation, count }) => [generation, Number(count)]));
};

const DELETED_AT_ONCE = 20_000;
const FORGOTTEN = '1 day';

/** Words of no list and no import that is under way; an import that nobody finished in a day goes, too. */
export async function sweepWords(db: Knex): Promise<void> {
  await imports(db).whereRaw(`created_at < now() - ?::interval`, [FORGOTTEN]).delete();
  const held = `select generation from moderation.word_lists union all select id from moderation.word_imports`;
  // Generations, one look-up each: to tell them apart by reading every word would take seconds of a database.
  const { rows } = await db.raw<{ rows: { generation: string }[] }>(`
    with recursive each as (
      (select generation from moderation.words order by generation limit 1)
      union all
      select (select w.generation from moderation.words w where w.generation > each.generation order by 1 limit 1)
      from each where each.generation is not null
    )
    select generation from each where generation is not null and generation not in (${held})`);
  for (const { generation } of rows) while ((await deleteSome(generation, db)) > 0);
}

async function deleteSome(generation: string, db: Knex): Promise<number> {
  const some = db.table('moderation.words').where({ generation }).limit(DELETED_AT_ONCE).select('word');
  return db.table('moderation.words').where({ generation }).whereIn('word', some).delete();
}
