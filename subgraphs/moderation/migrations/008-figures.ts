import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw('create index reports_by_day on moderation.reports (created_at)');
  await knex.raw(`create index reports_waiting on moderation.reports (created_at) where outcome = 'PENDING'`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index moderation.reports_waiting, moderation.reports_by_day');
}
