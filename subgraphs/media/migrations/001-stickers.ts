import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // Made anew for each: a builder that was awaited runs all of its statements again.
  const schema = () => knex.schema.withSchema('media');

  await schema().createTable('sticker_packs', (table) => {
    table.text('id').primary();
    table.text('title').notNullable();
    table.text('author');
    table.boolean('published').notNullable();
    table.integer('position').notNullable();
  });

  await schema().createTable('stickers', (table) => {
    table.text('id').primary();
    table.text('pack_id').notNullable().references('id').inTable('media.sticker_packs').onDelete('CASCADE').index();
    table.text('name').notNullable();
    table.specificType('keywords', 'text[]').notNullable();
    table.text('file').notNullable();
    table.text('mime_type').notNullable();
    table.integer('size').notNullable();
    table.integer('width').notNullable();
    table.integer('height').notNullable();
    table.integer('position').notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.withSchema('media').dropTable('stickers').dropTable('sticker_packs');
}
