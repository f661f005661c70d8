import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // Made anew for each: a builder that was awaited runs all of its statements again.
  const schema = () => knex.schema.withSchema('media');

  await schema().createTable('link_previews', (table) => {
    // A hash of the address.
    table.text('id').primary();
    // Only while it waits to be fetched: what people link to is theirs, and nobody looks it up here.
    table.text('url');
    table.text('host').notNullable();
    // The hosts on the way to the page, and all that they lie below: what a block may name.
    table.specificType('domains', 'text[]').notNullable();
    table.text('title');
    table.text('description');
    table.text('site_name');
    table.text('image_url');
    table.specificType('image_domains', 'text[]').notNullable().defaultTo('{}');
    table.text('problem');
    table.integer('failures').notNullable().defaultTo(0);
    table.timestamp('due_at', { useTz: true });
    table.timestamp('fetched_at', { useTz: true });
    table.timestamp('expires_at', { useTz: true });
    table.timestamp('seen_at', { useTz: true }).notNullable().index();
  });
  await knex.raw(
    'create index link_previews_due on media.link_previews (host, due_at) include (id) where due_at is not null',
  );

  await schema().createTable('link_hosts', (table) => {
    table.text('host').primary();
    table.timestamp('leased_until', { useTz: true });
    table.integer('failures').notNullable().defaultTo(0);
    table.timestamp('resting_until', { useTz: true });
  });
  await knex.raw('create index link_hosts_leased on media.link_hosts (leased_until) where leased_until is not null');

  await schema().createTable('blocked_link_domains', (table) => {
    table.text('domain').primary();
    table.text('reason').notNullable();
    table.text('created_by').notNullable();
    table.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.fn.now());
    table.index(['created_at', 'domain']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema
    .withSchema('media')
    .dropTable('blocked_link_domains')
    .dropTable('link_hosts')
    .dropTable('link_previews');
}
