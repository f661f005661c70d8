import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.withSchema('media').createTable('uploads', (table) => {
    table.text('id').primary();
    table.text('owner').notNullable();
    // What OpenIM calls it: below the owner's userID, and below a random part that nobody can guess.
    table.text('object_name').notNullable();
    table.text('name').notNullable();
    table.bigInteger('size').notNullable();
    table.text('mime_type').notNullable();
    table.text('hash').notNullable();
    table.specificType('part_md5s', 'text[]').notNullable();
    table.bigInteger('part_size').notNullable();
    table.specificType('stored_parts', 'integer[]').notNullable().defaultTo('{}');
    table.text('way').notNullable();
    // OpenIM's own id of the upload, which is unsigned: it never leaves this table but to OpenIM.
    table.text('ticket');
    table.text('state').notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.timestamp('created_at', { useTz: true }).notNullable();
    table.timestamp('expires_at', { useTz: true }).notNullable();
    table.index(['owner', 'created_at']);
    table.index(['owner', 'hash']);
  });
  await knex.raw(`create index uploads_open on media.uploads (expires_at) where state = 'OPEN'`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.withSchema('media').dropTable('uploads');
}
