import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  const schema = () => knex.schema.withSchema('moderation');
  await schema().createTable('actions', (table) => {
    table.text('id').primary();
    table.text('case_id').notNullable().references('id').inTable('moderation.cases');
    table.integer('round').notNullable();
    table.text('kind').notNullable();
    // PROPOSED, DECLINED, OWED, DONE, FAILED, REVERSED.
    table.text('state').notNullable();
    // The admin; null: a rule of the service.
    table.text('decided_by');
    table.text('note');
    // What the person is told.
    table.text('explanation');
    table.timestamp('until');
    table.text('user_id');
    table.text('group_id');
    table.text('ban_id');
    table.text('opinion_by');
    table.timestamp('opinion_at');
    table.text('opinion_note');
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('done_at');
    table.text('problem');
    table.integer('tries').notNullable().defaultTo(0);
    // Set while it is owed: when it is tried next.
    table.timestamp('next_at');
    table.index(['case_id', 'created_at']);
    table.index(['user_id']);
    table.index(['decided_by', 'created_at']);
  });
  await knex.raw('create index actions_owed on moderation.actions (next_at) where next_at is not null');
  // One opinion is asked for at a time.
  await knex.raw(`create unique index actions_proposed on moderation.actions (case_id) where state = 'PROPOSED'`);

  await schema().createTable('canned_notes', (table) => {
    table.text('id').primary();
    table.text('title').notNullable().unique();
    table.text('text').notNullable();
    table.timestamp('updated_at').notNullable().defaultTo(knex.fn.now());
  });

  await schema().createTable('settings', (table) => {
    table.text('name').primary();
    table.jsonb('value').notNullable();
    table.timestamp('updated_at').notNullable().defaultTo(knex.fn.now());
  });

  await schema().createTable('notices', (table) => {
    table.text('id').primary();
    table.text('user_id').notNullable();
    table.text('key').notNullable();
    table.specificType('data', 'json').notNullable();
    table.integer('tries').notNullable().defaultTo(0);
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('next_at').notNullable().index();
    table.index(['user_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['notices', 'settings', 'canned_notes', 'actions'])
    await knex.schema.withSchema('moderation').dropTable(table);
}
