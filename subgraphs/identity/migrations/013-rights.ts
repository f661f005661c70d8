import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  const schema = () => knex.schema.withSchema('identity');

  // A ticket for one download; its secret is in the address that was given out.
  await schema().createTable('exports', (table) => {
    table.text('secret_hash').primary();
    table.text('user_id').notNullable().index();
    table.timestamp('expires_at').notNullable().index();
  });

  await schema().createTable('erasures', (table) => {
    table.text('id').primary();
    table.text('user_id').notNullable().unique();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('finished_at');
  });

  await schema().createTable('erasure_steps', (table) => {
    table.text('erasure_id').notNullable().references('id').inTable('identity.erasures').onDelete('CASCADE');
    table.smallint('position').notNullable();
    table.text('subgraph').notNullable();
    table.integer('tries').notNullable().defaultTo(0);
    table.text('problem');
    table.jsonb('lines');
    table.timestamp('next_at').notNullable().defaultTo(knex.fn.now()).index();
    table.timestamp('done_at');
    table.primary(['erasure_id', 'position']);
  });

  await schema().alterTable('accounts', (table) => {
    table.timestamp('erased_at');
  });
}

export async function down(knex: Knex): Promise<void> {
  const schema = () => knex.schema.withSchema('identity');
  await schema().alterTable('accounts', (table) => table.dropColumn('erased_at'));
  for (const table of ['erasure_steps', 'erasures', 'exports']) await schema().dropTable(table);
}
