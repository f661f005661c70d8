import type { Knex } from 'knex';

/** Hashes of the files that evidence shows: what was seen can be told from anything else when the files are gone. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.withSchema('moderation').alterTable('evidence', (table) => {
    // Null until the files were read.
    table.jsonb('media');
    table.timestamp('media_due_at').notNullable().defaultTo(knex.fn.now());
  });
  await knex.raw('create index evidence_media_due on moderation.evidence (media_due_at) where media is null');
}

export const down = (knex: Knex): Promise<void> =>
  knex.schema.withSchema('moderation').alterTable('evidence', (table) => {
    table.dropColumn('media');
    table.dropColumn('media_due_at');
  });
