import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  const schema = () => knex.schema.withSchema('identity');

  await schema().alterTable('sessions', (table) => {
    // Where its sign-in came from.
    table.text('address');
  });
  await schema().alterTable('devices', (table) => {
    // Its owner gave it a name: what the client calls it does not count any more.
    table.boolean('renamed').notNullable().defaultTo(false);
  });

  // What the other devices of somebody who signs in are still to be told.
  await schema().createTable('sign_in_notices', (table) => {
    table.text('session_id').primary();
    table.text('user_id').notNullable().index();
    table.jsonb('notice').notNullable();
    table.timestamp('created_at').notNullable();
    table.timestamp('next_at').notNullable().index();
    table.integer('tries').notNullable().defaultTo(0);
  });
}

export async function down(knex: Knex): Promise<void> {
  const schema = () => knex.schema.withSchema('identity');
  await schema().dropTable('sign_in_notices');
  await schema().alterTable('devices', (table) => table.dropColumn('renamed'));
  await schema().alterTable('sessions', (table) => table.dropColumn('address'));
}
