import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // What was uploaded is looked at at once: what waits is what was made of it.
  await knex.table('media.sticker_uploads').delete();
  await knex.schema.withSchema('media').alterTable('sticker_uploads', (table) => {
    table.dropColumn('bytes');
    table.jsonb('content').notNullable();
  });
  await knex.schema.withSchema('media').alterTable('sticker_files', (table) => {
    table.timestamp('kept_at', { useTz: true }).notNullable().defaultTo(knex.fn.now());
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.table('media.sticker_uploads').delete();
  await knex.schema.withSchema('media').alterTable('sticker_uploads', (table) => {
    table.dropColumn('content');
    table.binary('bytes').notNullable();
  });
  await knex.schema.withSchema('media').alterTable('sticker_files', (table) => table.dropColumn('kept_at'));
}
