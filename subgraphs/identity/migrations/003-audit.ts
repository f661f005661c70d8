import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  const schema = () => knex.schema.withSchema('identity');

  await schema().createTable('audit', (table) => {
    table.bigInteger('seq').primary();
    table.specificType('at', 'timestamptz(3)').notNullable();
    table.text('actor').notNullable();
    table.text('action').notNullable();
    table.text('target');
    // Of the details, salted; they may be erased, this stays.
    table.text('details_hash').notNullable();
    table.text('hash').notNullable();
    table.index(['target', 'seq']);
    table.index(['actor', 'seq']);
    table.index(['action', 'seq']);
  });

  await schema().createTable('audit_details', (table) => {
    table.bigInteger('seq').primary().references('seq').inTable('identity.audit');
    table.text('salt').notNullable();
    // Text and not jsonb: every byte of it is hashed.
    table.text('details').notNullable();
  });

  await schema().createTable('audit_head', (table) => {
    table.smallint('id').primary().defaultTo(1);
    table.bigInteger('seq').notNullable();
    table.text('hash').notNullable();
    table.check('id = 1');
  });
  await knex('identity.audit_head').insert({ seq: 0, hash: '' });
  await lock(knex);
}

/** Against mistakes and against whoever has our own password; who may drop a trigger is found out by `verify`. */
async function lock(knex: Knex): Promise<void> {
  await knex.raw(`
    create function identity.refuse_change() returns trigger language plpgsql as $$
    begin raise exception 'the audit log is only added to'; end $$`);
  for (const [table, deeds] of [
    ['audit', 'update or delete'],
    ['audit_details', 'update'],
    ['audit_head', 'delete'],
  ])
    await knex.raw(`create trigger refuse_change before ${deeds} on identity.${table}
                    for each row execute function identity.refuse_change()`);
  for (const table of ['audit', 'audit_details', 'audit_head'])
    await knex.raw(`create trigger refuse_truncate before truncate on identity.${table}
                    for each statement execute function identity.refuse_change()`);
}

export async function down(knex: Knex): Promise<void> {
  const schema = () => knex.schema.withSchema('identity');
  for (const table of ['audit_head', 'audit_details', 'audit']) await schema().dropTable(table);
  await knex.raw('drop function identity.refuse_change()');
}
