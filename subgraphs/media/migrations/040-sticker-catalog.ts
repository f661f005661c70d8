import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // An extension belongs to the database, and is made once in it; a second `create` would need rights it does not have.
  const found = await knex.raw(`select 1 from pg_extension where extname = 'pg_trgm'`);
  if (found.rows.length === 0) await knex.raw('create extension pg_trgm with schema public');
  await growPacks(knex);
  await growStickers(knex);
  await makeTables(knex);
}

async function growPacks(knex: Knex): Promise<void> {
  await knex.schema.withSchema('media').alterTable('sticker_packs', (table) => {
    table.text('kind').notNullable().defaultTo('STICKERS');
    table.text('state').notNullable().defaultTo('DRAFT');
    // Nobody is told of a pack that never was published, and of what is in it.
    table.timestamp('published_at', { useTz: true });
    table.specificType('group_ids', 'text[]').notNullable().defaultTo('{}');
    table.text('entitlement');
    table.timestamp('created_at', { useTz: true }).notNullable().defaultTo(knex.fn.now());
  });
  await knex.raw(`update media.sticker_packs
    set state = case when published then 'PUBLISHED' else 'DRAFT' end, published_at = case when published then now() end`);
  await knex.schema.withSchema('media').alterTable('sticker_packs', (table) => {
    table.dropColumn('published');
    table.index(['state', 'kind', 'position', 'id']);
  });
}

async function growStickers(knex: Knex): Promise<void> {
  await knex.schema.withSchema('media').alterTable('stickers', (table) => {
    // By language (BCP 47): { name, keywords }; `und` where nobody said which.
    table.jsonb('words').notNullable().defaultTo('{}');
    table.boolean('animated').notNullable().defaultTo(false);
    table.binary('thumb_hash');
    table.integer('colour');
    // The row stays: messages hold its id.
    table.timestamp('removed_at', { useTz: true });
    table.bigInteger('uses').notNullable().defaultTo(0);
  });
  await knex.raw(
    `update media.stickers set words = jsonb_build_object('und', jsonb_build_object('keywords', keywords))`,
  );
  await knex.schema.withSchema('media').alterTable('stickers', (table) => table.dropColumn('keywords'));
}

async function makeTables(knex: Knex): Promise<void> {
  // Made anew for each: a builder that was awaited runs all of its statements again.
  const schema = () => knex.schema.withSchema('media');
  await schema().createTable('sticker_files', (table) => {
    table.text('name').primary();
    table.text('mime_type').notNullable();
    table.binary('bytes').notNullable();
  });
  await schema().createTable('sticker_uploads', (table) => {
    table.text('id').primary();
    table.text('admin_id').notNullable();
    table.binary('bytes').notNullable();
    table.timestamp('expires_at', { useTz: true }).notNullable().index();
  });
  await schema().createTable('sticker_words', (table) => {
    table.text('sticker_id').notNullable().references('id').inTable('media.stickers').onDelete('CASCADE');
    table.text('word').notNullable();
    table.primary(['sticker_id', 'word']);
  });
  await knex.raw('create index sticker_words_prefix on media.sticker_words (word text_pattern_ops)');
  await knex.raw('create index sticker_words_like on media.sticker_words using gin (word gin_trgm_ops)');
  for (const [name, time] of [
    ['recent_stickers', 'used_at'],
    ['favourite_stickers', 'added_at'],
  ] as const)
    await schema().createTable(name, (table) => {
      table.text('user_id').notNullable();
      table.text('sticker_id').notNullable().references('id').inTable('media.stickers').onDelete('CASCADE');
      table.timestamp(time, { useTz: true }).notNullable();
      table.primary(['user_id', 'sticker_id']);
      table.index(['user_id', time]);
    });
  await schema().createTable('sticker_entitlements', (table) => {
    table.text('name').notNullable();
    table.text('user_id').notNullable().index();
    table.timestamp('granted_at', { useTz: true }).notNullable();
    table.primary(['name', 'user_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const name of ['sticker_entitlements', 'favourite_stickers', 'recent_stickers', 'sticker_words'])
    await knex.schema.withSchema('media').dropTable(name);
  await knex.schema.withSchema('media').dropTable('sticker_uploads').dropTable('sticker_files');
  await knex.schema.withSchema('media').alterTable('stickers', (table) => {
    table.specificType('keywords', 'text[]').notNullable().defaultTo('{}');
    table.dropColumns('words', 'animated', 'thumb_hash', 'colour', 'removed_at', 'uses');
  });
  await knex.schema.withSchema('media').alterTable('sticker_packs', (table) => {
    table.boolean('published').notNullable().defaultTo(false);
    table.dropColumns('kind', 'state', 'published_at', 'group_ids', 'entitlement', 'created_at');
  });
}
