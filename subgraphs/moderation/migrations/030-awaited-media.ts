import type { Knex } from 'knex';

/** Messages that rules look at again once their files were read. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.withSchema('moderation').createTable('awaited_media', (table) => {
    // The event's: the same message is awaited once.
    table.text('key').primary();
    table.text('user_id').notNullable().index();
    table.jsonb('message').notNullable();
    table.timestamp('at').notNullable();
    table.specificType('media_ids', 'text[]').notNullable();
    table.integer('tries').notNullable().defaultTo(0);
    table.timestamp('due_at').notNullable().defaultTo(knex.fn.now()).index();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
  });
}

export const down = (knex: Knex): Promise<void> => knex.schema.withSchema('moderation').dropTable('awaited_media');
