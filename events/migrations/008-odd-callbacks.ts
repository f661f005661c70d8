import type { Knex } from 'knex';

/** Callbacks that could not be read: for whoever looks into an OpenIM that speaks otherwise than it did. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.withSchema('events').createTable('odd_callbacks', (table) => {
    table.text('id').primary();
    table.text('command').notNullable();
    table.text('because').notNullable();
    table.text('operation_id').notNullable();
    // As it was sent: it may be no text at all.
    table.binary('body');
    table.timestamp('at').notNullable().index();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.withSchema('events').dropTable('odd_callbacks');
}
