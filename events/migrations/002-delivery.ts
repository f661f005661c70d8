import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // Made anew for each: a builder that was awaited runs all of its statements again.
  const schema = () => knex.schema.withSchema('events');

  // Up to where a consumer has been told, in each shard: everything up to (xid, id) is handled or set aside.
  await schema().createTable('cursors', (table) => {
    table.text('consumer').notNullable();
    table.smallint('shard').notNullable();
    table.specificType('kinds', 'text[]').notNullable();
    table.specificType('xid', 'xid8').notNullable();
    table.uuid('id').notNullable();
    table.timestamp('handled_at');
    // When a node last knew this consumer: one that is gone holds nothing back.
    table.timestamp('seen_at').notNullable().defaultTo(knex.fn.now());
    table.primary(['consumer', 'shard']);
  });

  // What a consumer has yet to handle, out of the inbox's own course: events that failed, those of the same stream
  // behind them, and those that are to be told again. Dead ones wait for an admin.
  await schema().createTable('set_aside', (table) => {
    table.text('consumer').notNullable();
    table.uuid('event_id').notNullable().references('id').inTable('events.inbox');
    table.text('stream').notNullable();
    table.smallint('shard').notNullable();
    table.specificType('xid', 'xid8').notNullable();
    table.smallint('attempts').notNullable().defaultTo(0);
    // The class of the last error; never its text, which may hold what people wrote.
    table.text('problem');
    table.timestamp('next_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('dead_at');
    table.primary(['consumer', 'event_id']);
    table.index('event_id');
  });
  await knex.raw('create index on events.set_aside (consumer, shard, xid, event_id) where dead_at is null');
  await knex.raw('create index on events.set_aside (consumer, stream) where dead_at is null');
  await knex.raw('create index on events.set_aside (consumer, event_id) where dead_at is not null');
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.withSchema('events').dropTable('set_aside').dropTable('cursors');
}
