import type { Knex } from 'knex';

/** How many seqs a set of ranges holds. */
const SEQS_IN = `
  create function events.seqs_in(int8multirange) returns bigint language sql immutable parallel safe return (
    select coalesce(sum(upper(part) - lower(part)), 0)::bigint from unnest($1) as part)`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(SEQS_IN);

  // Which seqs of a conversation are accounted for: told to consumers, read back, or gone from OpenIM.
  await knex.schema.withSchema('events').createTable('coverage', (table) => {
    // Ids are as long as whoever made them liked, and an index entry is not.
    table.specificType('digest', 'text generated always as (md5(conversation_id)) stored').primary();
    table.text('conversation_id').notNullable();
    table.specificType('seen', 'int8multirange').notNullable().defaultTo('{}');
    table.bigInteger('told').notNullable().defaultTo(0);
    table.bigInteger('found').notNullable().defaultTo(0);
    table.bigInteger('gone').notNullable().defaultTo(0);
    table.bigInteger('max_seq').notNullable().defaultTo(0);
    table.specificType('missing', 'bigint generated always as (max_seq - told - found - gone) stored');
    // When the newest of it was written, as far as OpenIM tells.
    table.timestamp('written_at');
    // When OpenIM was asked last how far it goes; null: never.
    table.timestamp('checked_at');
    table.integer('tries').notNullable().defaultTo(0);
    table.timestamp('due_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('claimed_until').notNullable().defaultTo('-infinity');
    table.index('due_at');
  });
  await knex.raw('create index coverage_missing on events.coverage (due_at) where missing > 0');

  // OpenIM tells messages to people only: with whose eyes a conversation can be read.
  await knex.schema.withSchema('events').createTable('coverage_readers', (table) => {
    table.text('conversation_id').notNullable();
    table.text('user_id').notNullable();
    table.specificType('digest', 'text generated always as (md5(conversation_id)) stored');
    table.specificType('user_digest', 'text generated always as (md5(user_id)) stored');
    table.primary(['digest', 'user_digest']);
    table.index('user_digest');
  });

  // Whose conversations were listed, and when that is to be done again.
  await knex.schema.withSchema('events').createTable('walked_users', (table) => {
    table.specificType('digest', 'text generated always as (md5(user_id)) stored').primary();
    table.text('user_id').notNullable();
    table.timestamp('walked_at');
    table.timestamp('due_at').notNullable().defaultTo(knex.fn.now());
    table.index('due_at');
  });

  // Long lists of OpenIM's, and how far they have been read.
  await knex.schema.withSchema('events').createTable('listings', (table) => {
    table.text('name').primary();
    table.integer('page').notNullable().defaultTo(1);
    table.timestamp('due_at').notNullable().defaultTo(knex.fn.now());
  });
  await knex.table('events.listings').insert([{ name: 'users' }, { name: 'groups' }]);
}

export async function down(knex: Knex): Promise<void> {
  const schema = () => knex.schema.withSchema('events');
  for (const name of ['listings', 'walked_users', 'coverage_readers', 'coverage']) await schema().dropTable(name);
  await knex.raw('drop function events.seqs_in(int8multirange)');
}
