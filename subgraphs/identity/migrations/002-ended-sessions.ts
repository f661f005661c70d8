import type { Knex } from 'knex';

/** What is looked through for sessions that ended long ago. */
export const up = (knex: Knex): Promise<void> =>
  knex.schema.withSchema('identity').alterTable('sessions', (table) => {
    table.index(['ended_at'], 'sessions_ended_at', { predicate: knex.whereNotNull('ended_at') });
  });

export const down = (knex: Knex): Promise<void> =>
  knex.schema.withSchema('identity').alterTable('sessions', (table) => {
    table.dropIndex(['ended_at'], 'sessions_ended_at');
  });
