import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  const schema = () => knex.schema.withSchema('identity');
  await schema().createTable('daily_figures', (table) => {
    table.date('day').notNullable();
    table.text('figure').notNullable();
    table.smallint('shard').notNullable();
    table.bigint('count').notNullable();
    table.primary(['day', 'figure', 'shard']);
  });
  await schema().createTable('last_active', (table) => {
    table.text('user_id').primary();
    table.date('day').notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  const schema = () => knex.schema.withSchema('identity');
  await schema().dropTable('last_active');
  await schema().dropTable('daily_figures');
}
