import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.withSchema('events').createTable('inbox', (table) => {
    // UUIDv7: within a transaction they rise in the order in which they were told.
    table.uuid('id').primary();
    // Ids are given before the commit, so that a smaller one may appear later; below the oldest transaction that is
    // still under way nothing appears any more. Readers go by (xid, id), up to there.
    table.specificType('xid', 'xid8').notNullable().defaultTo(knex.raw('pg_current_xact_id()'));
    table.text('key').notNullable().unique();
    table.text('stream').notNullable();
    // Of the stream: one shard's events are handled one after the other.
    table.smallint('shard').notNullable();
    table.text('kind').notNullable();
    table.text('source').notNullable();
    table.timestamp('at').notNullable();
    table.timestamp('kept_at').notNullable().defaultTo(knex.fn.now());
    // Not jsonb, which refuses NUL: what people write may hold one.
    table.json('fact').notNullable();
    table.index(['shard', 'xid', 'id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.withSchema('events').dropTable('inbox');
}
