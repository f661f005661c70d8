import type { Knex } from 'knex';
import { createChangesTable, dropChangesTable } from '../../kit/changes-table.ts';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.withSchema('media').createTable('files', (table) => {
    table.text('id').primary();
    table.text('url').notNullable();
    table.text('kind');
    table.text('state').notNullable();
    table.text('reason');
    table.text('blocked_by');
    table.text('mime_type');
    table.bigInteger('size');
    table.integer('width');
    table.integer('height');
    table.double('duration');
    table.integer('rotation');
    table.boolean('animated');
    table.binary('thumb_hash');
    table.integer('colour');
    table.binary('phash');
    table.specificType('waveform', 'smallint[]');
    table.text('codec');
    table.integer('tries').notNullable().defaultTo(0);
    table.timestamp('due_at', { useTz: true });
    table.timestamp('leased_until', { useTz: true });
    table.timestamp('seen_at', { useTz: true });
    table.timestamp('read_at', { useTz: true });
    table.integer('version').notNullable().defaultTo(1);
  });
  await createChangesTable(knex, 'media');
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.withSchema('media').dropTable('files');
  await dropChangesTable(knex, 'media');
}
