import type { Knex } from 'knex';

type Make = (name: string, build: (table: Knex.CreateTableBuilder) => void) => Knex.SchemaBuilder;

export async function up(knex: Knex): Promise<void> {
  const make: Make = (name, build) => knex.schema.withSchema('moderation').createTable(name, build);
  await make('rules', (table) => {
    table.text('id').primary();
    table.integer('version').notNullable();
    table.jsonb('definition').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('updated_at').notNullable().defaultTo(knex.fn.now());
  });
  // What a rule said, who wrote it and why: nothing here is ever changed.
  await make('rule_versions', (table) => {
    table.text('rule_id').notNullable().references('id').inTable('moderation.rules');
    table.integer('version').notNullable();
    table.jsonb('definition').notNullable();
    table.text('author').notNullable();
    table.text('reason').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.primary(['rule_id', 'version']);
  });
  await make('word_lists', (table) => {
    table.text('id').primary();
    table.text('name').notNullable().unique();
    table.integer('version').notNullable().defaultTo(1);
    table.text('generation').notNullable();
    table.integer('size').notNullable().defaultTo(0);
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('updated_at').notNullable().defaultTo(knex.fn.now());
  });
  await make('word_list_versions', (table) => {
    table.text('list_id').notNullable().references('id').inTable('moderation.word_lists');
    table.integer('version').notNullable();
    table.integer('added').notNullable();
    table.integer('removed').notNullable();
    table.text('author').notNullable();
    table.text('reason').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.primary(['list_id', 'version']);
  });
  // An import fills a generation of its own, which takes the place of the list's when it is whole.
  await make('words', (table) => {
    table.text('generation').notNullable();
    table.specificType('word', 'text collate "C"').notNullable();
    table.primary(['generation', 'word']);
  });
  await make('word_imports', (table) => {
    table.text('id').primary();
    table.text('list_id').notNullable().references('id').inTable('moderation.word_lists');
    table.text('author').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['word_imports', 'words', 'word_list_versions', 'word_lists', 'rule_versions', 'rules'])
    await knex.schema.withSchema('moderation').dropTable(table);
}
