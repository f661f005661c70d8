import type { Knex } from 'knex';

/** What waits is few, and looked for often; what was not seen for long is looked for once an hour. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`create index files_due on media.files (due_at) where state = 'PENDING'`);
  await knex.raw('create index files_seen on media.files (seen_at)');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index media.files_due');
  await knex.raw('drop index media.files_seen');
}
