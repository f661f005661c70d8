import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // For how many days what messages say is kept in the archive; without a row, as long as OpenIM keeps them.
  await knex.schema.withSchema('openim').createTable('retention', (table) => {
    // Empty: for all conversations that have no row of their own.
    table.text('group_id').primary();
    table.integer('days').notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.withSchema('openim').dropTable('retention');
}
