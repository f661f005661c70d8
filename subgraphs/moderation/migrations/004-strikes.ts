import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  const schema = () => knex.schema.withSchema('moderation');
  await schema().createTable('strikes', (table) => {
    table.text('id').primary();
    table.text('user_id').notNullable();
    table.text('case_id').notNullable().references('id').inTable('moderation.cases');
    table.text('action_id').notNullable().references('id').inTable('moderation.actions').unique();
    table.text('reason');
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('expires_at');
    table.timestamp('removed_at');
    table.index(['user_id', 'created_at']);
  });

  await schema().createTable('appeals', (table) => {
    table.text('id').primary();
    table.text('case_id').notNullable().references('id').inTable('moderation.cases');
    table.integer('round').notNullable();
    table.text('user_id').notNullable().index();
    table.text('text').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.boolean('granted');
    table.text('decided_by');
    table.timestamp('decided_at');
    // What the person is told.
    table.text('answer');
    table.unique(['case_id', 'round']);
  });

  await schema().createTable('appeal_tickets', (table) => {
    table.text('hash').primary();
    table.text('user_id').notNullable().index();
    table.text('action_id').notNullable();
    table.timestamp('expires_at').notNullable().index();
  });

  await schema().alterTable('actions', (table) => {
    table.boolean('strike').notNullable().defaultTo(false);
    table.index(['ban_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  const schema = () => knex.schema.withSchema('moderation');
  await schema().alterTable('actions', (table) => {
    table.dropIndex(['ban_id']);
    table.dropColumn('strike');
  });
  for (const table of ['appeal_tickets', 'appeals', 'strikes']) await schema().dropTable(table);
}
