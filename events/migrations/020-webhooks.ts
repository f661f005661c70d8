import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  const schema = () => knex.schema.withSchema('events');

  await schema().createTable('webhook_endpoints', (table) => {
    table.text('id').primary();
    table.text('url').notNullable();
    table.text('description');
    table.specificType('kinds', 'text[]').notNullable();
    table.boolean('with_content').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('failing_since');
    table.timestamp('disabled_at');
    table.text('disabled_for');
  });

  await schema().createTable('webhook_secrets', (table) => {
    table.text('id').primary();
    table.text('endpoint_id').notNullable().references('id').inTable('events.webhook_endpoints').onDelete('cascade');
    table.text('sealed_secret').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('expires_at');
    table.index('endpoint_id');
  });

  // What is told is not here but in the inbox, and is written anew for each try.
  await schema().createTable('webhook_deliveries', (table) => {
    table.specificType('id', 'bigint generated always as identity').primary();
    table.text('endpoint_id').notNullable().references('id').inTable('events.webhook_endpoints').onDelete('cascade');
    // Null for a test.
    table.uuid('event_id');
    table.text('kind');
    table.text('state').notNullable().defaultTo('PENDING');
    table.smallint('attempts').notNullable().defaultTo(0);
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('next_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('settled_at');
    table.smallint('last_status');
    table.integer('last_ms');
    table.text('problem');
    // However often an event is told, it is one delivery.
    table.unique(['endpoint_id', 'event_id']);
    table.index(['endpoint_id', 'id']);
    table.index('created_at');
  });
  await knex.raw(`create index on events.webhook_deliveries (endpoint_id, next_at) where state = 'PENDING'`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema
    .withSchema('events')
    .dropTable('webhook_deliveries')
    .dropTable('webhook_secrets')
    .dropTable('webhook_endpoints');
}
