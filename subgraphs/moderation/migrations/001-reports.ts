import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.withSchema('moderation').createTable('reports', (table) => {
    table.text('id').primary();
    table.text('reporter_id').notNullable();
    table.text('subject_kind').notNullable();
    table.text('subject_id').notNullable();
    table.text('reason').notNullable();
    table.text('comment');
    table.text('outcome').notNullable().defaultTo('PENDING');
    table.jsonb('evidence').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('updated_at').notNullable().defaultTo(knex.fn.now());
    // One report per person and thing: twenty taps on "report" are one voice.
    table.unique(['reporter_id', 'subject_kind', 'subject_id']);
    table.index(['subject_kind', 'subject_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.withSchema('moderation').dropTable('reports');
}
