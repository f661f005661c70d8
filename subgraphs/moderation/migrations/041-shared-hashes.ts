import type { Knex } from 'knex';

/** Of what others publish, the list of hashes, which is media's; null for what was subscribed to before. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema
    .withSchema('moderation')
    .alterTable('policy_subscriptions', (table) => void table.text('files_list_id'));
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema
    .withSchema('moderation')
    .alterTable('policy_subscriptions', (table) => void table.dropColumn('files_list_id'));
}
