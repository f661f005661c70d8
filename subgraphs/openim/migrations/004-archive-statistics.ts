import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // So that Postgres knows a rare word for one: else it looks for it among the newest messages, for most of a second.
  await knex.raw('alter table openim.message_index alter column terms set statistics 1000');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table openim.message_index alter column terms set statistics -1');
}
