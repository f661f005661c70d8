import type { Knex } from 'knex';

/** What rules held for, and what was done: no text beyond the words that a list has, too. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.withSchema('moderation').createTable('rule_matches', (table) => {
    table.text('id').primary();
    table.text('rule_id').notNullable().references('id').inTable('moderation.rules');
    table.integer('rule_version').notNullable();
    // What it held for: the same for the same thing, however often it is told.
    table.text('key').notNullable();
    table.boolean('dry_run').notNullable();
    table.text('user_id');
    table.text('group_id');
    table.text('message_id');
    table.specificType('done', 'text[]').notNullable();
    table.jsonb('evidence').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.unique(['rule_id', 'key']);
    table.index(['rule_id', 'id']);
    table.index(['user_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.withSchema('moderation').dropTable('rule_matches');
}
