import type { Knex } from 'knex';
import { HOUSE_LIST } from '../blocking/block-list.ts';

type Make = (name: string, build: (table: Knex.CreateTableBuilder) => void) => Knex.SchemaBuilder;

export async function up(knex: Knex): Promise<void> {
  const make: Make = (name, build) => knex.schema.withSchema('media').createTable(name, build);
  await prepareFiles(knex);
  await makeLists(knex, make);
  await makeFindings(knex, make);
  await knex.table('media.block_lists').insert({ ...HOUSE_LIST, blocks: true });
}

async function prepareFiles(knex: Knex): Promise<void> {
  // As bits, because bytes have no distance: bit_count(a # b), Postgres 14 and later.
  await knex.raw(
    `alter table media.files
       add column sha256 bytea,
       add column phash_bits bit(64) generated always as (('x' || encode(phash, 'hex'))::bit(64)) stored`,
  );
  await knex.raw('create index files_sha256 on media.files (sha256) where sha256 is not null');
  await knex.raw('create index files_blocked_by on media.files (blocked_by) where blocked_by is not null');
}

async function makeLists(knex: Knex, make: Make): Promise<void> {
  await make('block_lists', (table) => {
    table.text('id').primary();
    table.text('name').notNullable().unique();
    table.text('description');
    // Whether what matches is blocked; else it is only told to rules.
    table.boolean('blocks').notNullable();
    table.integer('version').notNullable().defaultTo(1);
    table.integer('size').notNullable().defaultTo(0);
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('updated_at').notNullable().defaultTo(knex.fn.now());
  });
  await make('block_entries', (table) => {
    table.text('id').primary();
    table.text('list_id').notNullable().references('id').inTable('media.block_lists').onDelete('CASCADE');
    table.text('kind').notNullable();
    // One of the three, by kind: PERCEPTUAL, SHA256, FILE.
    table.specificType('phash_bits', 'bit(64)');
    table.binary('sha256');
    table.text('file_id');
    table.integer('distance').notNullable().defaultTo(0);
    // The file that was blocked, where a moderator blocked one: its entries go together.
    table.text('of_file');
    table.text('reason').notNullable();
    table.text('provenance');
    table.text('added_by').notNullable();
    table.timestamp('added_at').notNullable().defaultTo(knex.fn.now());
    // The work of holding known files to it, while that is not done.
    table.text('sweep_id');
    table.index(['list_id', 'id']);
    table.index('of_file');
    table.index('sweep_id');
  });
  for (const column of ['phash_bits', 'sha256', 'file_id'])
    await knex.raw(
      `create unique index block_entries_${column} on media.block_entries (${column}, list_id) where ${column} is not null`,
    );
}

async function makeFindings(knex: Knex, make: Make): Promise<void> {
  await make('block_matches', (table) => {
    table.text('file_id').notNullable();
    table.text('list_id').notNullable();
    table.text('entry_id').notNullable().references('id').inTable('media.block_entries').onDelete('CASCADE').index();
    table.integer('distance').notNullable();
    table.timestamp('found_at').notNullable().defaultTo(knex.fn.now());
    table.primary(['file_id', 'entry_id']);
  });
  // Files that a moderator has found harmless, whatever list they are like.
  await make('block_exemptions', (table) => {
    table.text('file_id').primary();
    table.text('reason').notNullable();
    table.text('added_by').notNullable();
    table.timestamp('added_at').notNullable().defaultTo(knex.fn.now());
  });
  await make('block_sweeps', (table) => {
    table.text('id').primary();
    // Of the files in the order of their ids, the last one that was held to the entries.
    table.text('reached').notNullable().defaultTo('');
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['block_sweeps', 'block_exemptions', 'block_matches', 'block_entries', 'block_lists'])
    await knex.schema.withSchema('media').dropTable(table);
  await knex.schema.withSchema('media').alterTable('files', (table) => {
    table.dropColumn('phash_bits');
    table.dropColumn('sha256');
  });
}
