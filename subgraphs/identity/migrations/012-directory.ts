import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  const schema = () => knex.schema.withSchema('identity');
  // A trusted extension: who may create schemas may create it. Looked up first, because asking for it needs the right.
  const found = await knex.raw(`select 1 from pg_extension where extname = 'pg_trgm'`);
  if (found.rows.length === 0) await knex.raw('create extension pg_trgm with schema public');

  // What OpenIM calls people, as far as we have seen; the account's own nickname is the one of its first day.
  await schema().createTable('directory', (table) => {
    table.text('user_id').primary();
    table.text('nickname').notNullable();
    // id and nickname in the spelling that is searched: one case, without accents.
    table.text('words').notNullable();
  });
  await knex.raw('create index directory_words on identity.directory using gin (words gin_trgm_ops)');
  await knex.raw(
    `create index accounts_addresses on identity.accounts
       using gin ((coalesce(phone, '') || ' ' || coalesce(email, '')) gin_trgm_ops)`,
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index identity.accounts_addresses');
  await knex.schema.withSchema('identity').dropTable('directory');
}
