import type { Knex } from 'knex';

/** Lists that others publish: who fills them, instead of admins. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.withSchema('media').alterTable('block_lists', (table) => void table.text('filled_by'));
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.withSchema('media').alterTable('block_lists', (table) => void table.dropColumn('filled_by'));
}
