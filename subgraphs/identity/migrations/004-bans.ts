import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  const schema = () => knex.schema.withSchema('identity');

  await schema().createTable('bans', (table) => {
    table.text('id').primary();
    // No account is needed: people whom only OpenIM knows can be banned, too.
    table.text('user_id').notNullable();
    table.text('reason').notNullable();
    table.jsonb('evidence');
    table.timestamp('until');
    table.text('banned_by');
    table.timestamp('created_at').notNullable();
    // Also once `until` has passed, by the sweep; until then the clock tells.
    table.timestamp('lifted_at');
    table.text('lifted_by');
    table.index(['user_id', 'created_at']);
    table.index(['created_at', 'id']);
    const standing = knex.whereNull('lifted_at');
    table.unique(['user_id'], { indexName: 'bans_standing', predicate: standing });
    table.index(['until'], 'bans_standing_until', { predicate: standing });
  });

  await schema().createTable('forced_logouts', (table) => {
    table.text('id').primary();
    table.text('user_id').notNullable().index();
    table.smallint('platform');
    table.text('reason').notNullable();
    table.text('ordered_by');
    table.timestamp('created_at').notNullable();
  });

  // What a ban or a forced logout has to close, and when it was closed. `surface`: a platformID, or 0 for our sessions.
  await schema().createTable('receipts', (table) => {
    table.text('order_id').notNullable();
    table.smallint('surface').notNullable();
    table.timestamp('closed_at');
    table.primary(['order_id', 'surface']);
  });

  await schema().alterTable('pending_logouts', (table) => {
    // The ban or the forced logout that this is for.
    table.text('order_id').index();
    // Null: only the marks of its sessions.
    table.setNullable('platform');
  });
}

export async function down(knex: Knex): Promise<void> {
  const schema = () => knex.schema.withSchema('identity');
  await knex('identity.pending_logouts').whereNull('platform').delete();
  await schema().alterTable('pending_logouts', (table) => {
    table.dropColumn('order_id');
    table.dropNullable('platform');
  });
  for (const table of ['receipts', 'forced_logouts', 'bans']) await schema().dropTable(table);
}
