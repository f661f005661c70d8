import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  const schema = () => knex.schema.withSchema('identity');

  await schema().createTable('jobs', (table) => {
    table.text('id').primary();
    table.text('kind').notNullable();
    table.jsonb('details').notNullable();
    table.boolean('dry_run').notNullable();
    table.text('reason').notNullable();
    table.text('created_by').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('finished_at');
    table.timestamp('cancelled_at');
  });

  await schema().createTable('job_items', (table) => {
    table.text('job_id').notNullable().references('id').inTable('identity.jobs').onDelete('CASCADE');
    table.integer('position').notNullable();
    table.text('user_id').notNullable().index();
    table.text('state').notNullable().defaultTo('PENDING');
    table.text('problem');
    table.integer('tries').notNullable().defaultTo(0);
    table.timestamp('next_at').notNullable().defaultTo(knex.fn.now());
    table.primary(['job_id', 'position']);
    table.index(['next_at'], 'job_items_pending', { predicate: knex.whereRaw(`state = 'PENDING'`) });
  });
}

export async function down(knex: Knex): Promise<void> {
  const schema = () => knex.schema.withSchema('identity');
  await schema().dropTable('job_items');
  await schema().dropTable('jobs');
}
