import type { Knex } from 'knex';
import { CLASSIFIER_LIST } from '../blocking/block-list.ts';

/** What an outside classifier says of files. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.withSchema('media').createTable('classifications', (table) => {
    table.text('file_id').primary();
    // PENDING, DONE, or FAILED: the classifier did not want it, or was away for too long.
    table.text('state').notNullable().defaultTo('PENDING');
    // Name and score, 0 to 1.
    table.jsonb('labels').notNullable().defaultTo('[]');
    table.integer('tries').notNullable().defaultTo(0);
    table.timestamp('due_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('settled_at');
  });
  await knex.raw(`create index classifications_due on media.classifications (due_at) where state = 'PENDING'`);
  await knex.table('media.block_lists').insert({ ...CLASSIFIER_LIST, blocks: true });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.withSchema('media').dropTable('classifications');
  await knex.table('media.block_lists').where({ id: CLASSIFIER_LIST.id }).delete();
}
