import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  const schema = () => knex.schema.withSchema('events');

  await schema().createTable('figures', (table) => {
    table.date('day').notNullable();
    table.text('room').notNullable();
    table.text('what').notNullable();
    table.bigint('count').notNullable();
    table.primary(['day', 'room', 'what']);
  });

  // What is counted already, so that whatever is told again is not counted again. Conversations by a digest.
  await schema().createTable('figured', (table) => {
    table.text('digest').primary();
    table.specificType('messages', 'int8multirange').notNullable().defaultTo('{}');
    table.specificType('revoked', 'int8multirange').notNullable().defaultTo('{}');
    table.boolean('made').notNullable().defaultTo(false);
  });

  // Who wrote on a day, as marks that nobody can read without the day's secret. It is thrown away, and they with it.
  await schema().createTable('figure_secrets', (table) => {
    table.date('day').primary();
    table.binary('secret').notNullable();
  });
  await schema().createTable('figure_marks', (table) => {
    table.date('day').notNullable();
    table.binary('mark').notNullable();
    table.primary(['day', 'mark']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const name of ['figure_marks', 'figure_secrets', 'figured', 'figures'])
    await knex.schema.withSchema('events').dropTable(name);
}
