import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  const schema = () => knex.schema.withSchema('identity');

  // What admins have set; a name that is not there is as the program has it by itself.
  await schema().createTable('settings', (table) => {
    table.text('name').primary();
    table.jsonb('value').notNullable();
    table.timestamp('changed_at').notNullable().defaultTo(knex.fn.now());
  });

  await schema().createTable('invitations', (table) => {
    table.text('id').primary();
    table.text('code_hash').notNullable().unique();
    table.text('label').notNullable();
    table.integer('most_uses').notNullable();
    table.integer('uses').notNullable().defaultTo(0);
    table.text('created_by').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('expires_at');
    table.timestamp('revoked_at');
  });

  await schema().createTable('network_rules', (table) => {
    table.text('id').primary();
    table.specificType('network', 'cidr').notNullable();
    table.text('effect').notNullable();
    table.text('purpose').notNullable();
    table.text('note').notNullable();
    table.text('created_by').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('expires_at');
  });

  await schema().createTable('own_networks', (table) => {
    table.text('user_id').notNullable().references('user_id').inTable('identity.accounts').onDelete('CASCADE');
    table.specificType('network', 'cidr').notNullable();
    table.primary(['user_id', 'network']);
  });

  await schema().alterTable('accounts', (table) => {
    table.text('invitation_id').references('id').inTable('identity.invitations');
  });
  // What new people are still to be given in OpenIM.
  await schema().createTable('welcomes', (table) => {
    table.bigIncrements('id');
    table.text('user_id').notNullable().references('user_id').inTable('identity.accounts').onDelete('CASCADE').index();
    table.text('kind').notNullable();
    table.text('target').notNullable();
    table.integer('tries').notNullable().defaultTo(0);
    table.text('problem');
    table.timestamp('next_at').notNullable().index();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
  });
  await openAddresses(knex);
}

async function openAddresses(knex: Knex): Promise<void> {
  const schema = () => knex.schema.withSchema('identity');
  await schema().alterTable('challenges', (table) => {
    // A code that was asked for one thing is good for no other.
    table.text('purpose').notNullable().defaultTo('signIn');
  });

  await schema().createTable('address_changes', (table) => {
    table.text('id').primary();
    table.text('user_id').notNullable().references('user_id').inTable('identity.accounts').onDelete('CASCADE');
    table.text('new_challenge').notNullable();
    table.text('current_challenge').notNullable();
    table.timestamp('expires_at').notNullable().index();
  });
}

export async function down(knex: Knex): Promise<void> {
  const schema = () => knex.schema.withSchema('identity');
  await schema().dropTable('address_changes');
  await schema().alterTable('challenges', (table) => table.dropColumn('purpose'));
  await schema().alterTable('accounts', (table) => table.dropColumn('invitation_id'));
  for (const table of ['welcomes', 'own_networks', 'network_rules', 'invitations', 'settings'])
    await schema().dropTable(table);
}
