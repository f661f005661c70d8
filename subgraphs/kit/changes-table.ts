import type { Knex } from 'knex';
import { badInput } from './fault.ts';

/** That something became something else: which thing, and its version from then on. Never what it became. */
export interface Change {
  /** Where a reader goes on from; of one schema's changes, the later committed has the greater one. */
  readonly cursor: string;
  readonly key: string;
  readonly version: number;
}

const KEPT_DAYS = 7;

/** Keys that a reader may be behind by. Whoever is further behind reads anew what they show, which is cheaper. */
const MOST_KEYS = 1_000;

/**
 * For the owner's migration: `<schema>.changes`. A row gets its place in the order at the commit of its transaction,
 * one transaction after the other: no reader ever meets a place that is filled behind them. The turn is taken after
 * everything else that the transaction does, so that it waits for nobody who waits for it.
 */
export async function createChangesTable(knex: Knex, schema: string): Promise<void> {
  await knex.schema.withSchema(schema).createTable('changes', (table) => {
    table.specificType('id', 'bigint generated always as identity').primary();
    // Null until the commit, when nobody else sees it.
    table.bigInteger('place').unique();
    table.text('feed').notNullable();
    table.text('key').notNullable();
    table.integer('version').notNullable();
    table.timestamp('at').notNullable().defaultTo(knex.fn.now());
    table.index(['feed', 'key', 'place']);
    table.index('at');
  });
  await knex.raw('create sequence ??.change_places', [schema]);
  await knex.raw(
    `create function ??.place_change() returns trigger language plpgsql as $$
     begin
       perform pg_advisory_xact_lock(hashtext('openim-graphql'), hashtext('changes:' || tg_table_schema));
       execute format('update %I.changes set place = nextval(%L) where id = $1',
                      tg_table_schema, format('%I.change_places', tg_table_schema)) using new.id;
       return null;
     end $$`,
    [schema],
  );
  await knex.raw(
    `create constraint trigger place_change after insert on ??.changes
     deferrable initially deferred for each row execute function ??.place_change()`,
    [schema, schema],
  );
}

export async function dropChangesTable(knex: Knex, schema: string): Promise<void> {
  await knex.schema.withSchema(schema).dropTable('changes');
  await knex.raw('drop function ??.place_change', [schema]);
  await knex.raw('drop sequence ??.change_places', [schema]);
}

/** The newest row is never swept: without it nobody could tell an old cursor from one that has seen everything. */
export async function sweepChanges(db: Knex, schema: string): Promise<void> {
  await db.raw(
    `delete from ??.changes where at < now() - make_interval(days => ?) and place < (select max(place) from ??.changes)`,
    [schema, KEPT_DAYS, schema],
  );
}

export async function headOf(db: Knex, schema: string): Promise<string> {
  const { rows } = await db.raw('select coalesce(max(place), 0) as head from ??.changes', [schema]);
  return String(rows[0].head);
}

interface Asked {
  readonly feed: string;
  readonly cursor: string | null;
  readonly key: string | null;
}

interface Row {
  readonly oldest: string | null;
  readonly head: string | null;
  readonly key: string | null;
  readonly place: string;
  readonly version: number;
}

/** Whether what the first cursor names was committed after what the second one names. */
export const isLater = (cursor: string, than: string): boolean => BigInt(cursor) > BigInt(than);

const CURSOR = /^\d{1,18}$/;

/** One statement, so that what is kept and what is read of it are of one moment. */
export async function changesAfter(
  db: Knex,
  schema: string,
  { feed, cursor, key }: Asked,
): Promise<{ changes: Change[] } | 'GAP'> {
  if (cursor !== null && !CURSOR.test(cursor)) throw badInput('after', 'the cursor of an event');
  const { rows } = (await db.raw(
    `with kept as (select min(place) as oldest, max(place) as head from ??.changes),
     newest as (
       select distinct on (key) key, place, version from ??.changes
       where feed = ? and place > ? and (?::text is null or key = ?) order by key, place desc
     )
     select kept.*, newest.* from kept left join newest on true order by place limit ?`,
    [schema, schema, feed, cursor ?? '0', key, key, MOST_KEYS + 1],
  )) as { rows: Row[] };
  const { oldest, head } = rows[0] ?? { oldest: null, head: null };
  const from = BigInt(cursor ?? '0');
  const swept = cursor !== null && oldest !== null && from < BigInt(oldest) - 1n;
  if (swept || from > BigInt(head ?? '0') || rows.length > MOST_KEYS) return 'GAP';
  const changes = rows.flatMap(({ key, place, version }) =>
    key === null ? [] : [{ cursor: String(place), key, version }],
  );
  return { changes };
}
