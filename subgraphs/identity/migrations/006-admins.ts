import type { Knex } from 'knex';

/** Made anew for each statement: a builder that was awaited runs all of its statements again. */
type Schema = () => Knex.SchemaBuilder;

const schemaOf =
  (knex: Knex): Schema =>
  () =>
    knex.schema.withSchema('identity');

export async function up(knex: Knex): Promise<void> {
  const schema = schemaOf(knex);
  await createSignIns(knex, schema);
  await createFactors(knex, schema);
  await createKeys(knex, schema);
}

/** A sign-in is what its refresh tokens have in common, and what its access tokens are good with. */
async function createSignIns(knex: Knex, schema: Schema): Promise<void> {
  await schema().createTable('admin_sign_ins', (table) => {
    table.text('id').primary();
    table.text('admin_id').notNullable().references('id').inTable('identity.admins').onDelete('CASCADE').index();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('expires_at').notNullable().index();
    table.timestamp('ended_at');
  });
  // Those of before have no sign-in that an access token could name: their people sign in again.
  await knex.table('identity.admin_refresh_tokens').delete();
  await schema().alterTable('admin_refresh_tokens', (table) => {
    table.dropColumns('admin_id', 'expires_at', 'ended_at');
    table.foreign('family').references('id').inTable('identity.admin_sign_ins').onDelete('CASCADE');
  });

  // Networks that an admin has signed in from: a keyed hash of each.
  await schema().createTable('admin_networks', (table) => {
    table.text('admin_id').notNullable().references('id').inTable('identity.admins').onDelete('CASCADE');
    table.text('network_hash').notNullable();
    table.timestamp('last_used_at').notNullable().defaultTo(knex.fn.now()).index();
    table.primary(['admin_id', 'network_hash']);
  });
}

async function createFactors(knex: Knex, schema: Schema): Promise<void> {
  await schema().alterTable('admins', (table) => {
    // Nobody knows the password of an admin who has not accepted their invitation yet.
    table.setNullable('password_hash');
    table.text('invitation_hash').unique();
    table.timestamp('invitation_expires_at');
    table.timestamp('last_sign_in_at');
  });

  await schema().createTable('admin_totp', (table) => {
    table.text('admin_id').primary().references('id').inTable('identity.admins').onDelete('CASCADE');
    table.text('sealed_secret').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('confirmed_at');
    // Of the last code that was taken: neither it nor one before it is taken again.
    table.bigInteger('last_step').notNullable().defaultTo(0);
  });

  await schema().createTable('admin_recovery_codes', (table) => {
    table.text('code_hash').primary();
    table.text('admin_id').notNullable().references('id').inTable('identity.admins').onDelete('CASCADE').index();
    table.timestamp('used_at');
  });

  await schema().createTable('admin_passkeys', (table) => {
    // WebAuthn's credential id, base64url.
    table.text('id').primary();
    table.text('admin_id').notNullable().references('id').inTable('identity.admins').onDelete('CASCADE').index();
    table.text('name').notNullable();
    table.binary('public_key').notNullable();
    table.bigInteger('counter').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('last_used_at');
  });

  // A challenge that an authenticator is to sign; good once.
  await schema().createTable('admin_ceremonies', (table) => {
    table.text('id').primary();
    table.text('kind').notNullable();
    table.text('admin_id').references('id').inTable('identity.admins').onDelete('CASCADE');
    table.text('challenge').notNullable();
    table.timestamp('expires_at').notNullable().index();
  });
}

/** Keys of access tokens that a rotation made, and when those that it replaced are taken no longer. */
async function createKeys(knex: Knex, schema: Schema): Promise<void> {
  await schema().createTable('admin_keys', (table) => {
    table.text('kid').primary();
    // Null for a key of the settings, which is only retired here.
    table.text('sealed_key');
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('signs_from').notNullable();
    table.timestamp('retires_at');
  });
}

export async function down(knex: Knex): Promise<void> {
  const schema = schemaOf(knex);
  for (const table of ['admin_keys', 'admin_ceremonies', 'admin_passkeys', 'admin_recovery_codes', 'admin_totp'])
    await schema().dropTable(table);
  await schema().alterTable('admins', (table) => {
    table.dropColumns('invitation_hash', 'invitation_expires_at', 'last_sign_in_at');
  });
  await schema().dropTable('admin_networks');
  await schema().alterTable('admin_refresh_tokens', (table) => {
    table.dropForeign('family');
    table.text('admin_id');
    table.timestamp('expires_at');
    table.timestamp('ended_at');
  });
  await schema().dropTable('admin_sign_ins');
}
