import type { Knex } from 'knex';

/** Made anew for each statement: a builder that was awaited runs all of its statements again. */
type Schema = () => Knex.SchemaBuilder;

const schemaOf =
  (knex: Knex): Schema =>
  () =>
    knex.schema.withSchema('identity');

export async function up(knex: Knex): Promise<void> {
  const schema = schemaOf(knex);
  await createPeople(knex, schema);
  await createSessions(knex, schema);
  await createLedgers(knex, schema);
  await createAdmins(knex, schema);
}

async function createPeople(knex: Knex, schema: Schema): Promise<void> {
  await schema().createTable('accounts', (table) => {
    table.text('user_id').primary();
    table.text('phone').unique();
    table.text('email').unique();
    table.text('nickname').notNullable();
    // When OpenIM was last seen to have this user; null heals at the next sign-in.
    table.timestamp('registered_at');
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
  });

  await schema().createTable('challenges', (table) => {
    table.text('id').primary();
    table.text('channel').notNullable();
    table.text('address').notNullable();
    table.text('code_hash').notNullable();
    table.integer('tries_left').notNullable();
    table.timestamp('expires_at').notNullable().index();
    table.timestamp('used_at');
  });

  await schema().createTable('devices', (table) => {
    table.text('id').primary();
    table.text('user_id').notNullable().references('user_id').inTable('identity.accounts').onDelete('CASCADE').index();
    table.text('name').notNullable();
    table.smallint('platform').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('last_seen_at').notNullable().defaultTo(knex.fn.now());
  });
}

async function createSessions(knex: Knex, schema: Schema): Promise<void> {
  await schema().createTable('sessions', (table) => {
    table.text('id').primary();
    // All renewals of one sign-in.
    table.text('login_id').notNullable().index();
    table.text('user_id').notNullable().references('user_id').inTable('identity.accounts').onDelete('CASCADE').index();
    table.text('device_id').notNullable().references('id').inTable('identity.devices').onDelete('CASCADE');
    table.smallint('platform').notNullable();
    table.text('sealed_key').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('expires_at').notNullable();
    table.timestamp('last_seen_at').notNullable().defaultTo(knex.fn.now());
    // The first request that was signed with its key; until then its predecessor's key works, and may renew again.
    table.timestamp('confirmed_at');
    table.text('renewed_by').index();
    // Set when the session that renewed it was confirmed.
    table.timestamp('works_until');
    table.timestamp('ended_at');
    // What is looked through for sessions that have run out.
    const alive = { predicate: knex.whereNull('ended_at') };
    table.index(['expires_at'], 'sessions_alive_expires_at', alive);
    table.index(['last_seen_at'], 'sessions_alive_last_seen_at', alive);
  });
}

async function createLedgers(knex: Knex, schema: Schema): Promise<void> {
  // Only while the shared store does not answer: what it would otherwise remember.
  await schema().createTable('nonces', (table) => {
    table.text('session_id').notNullable();
    table.text('nonce').notNullable();
    table.timestamp('until').notNullable().index();
    table.primary(['session_id', 'nonce']);
  });

  await schema().createTable('pending_logouts', (table) => {
    table.bigIncrements('id');
    table.text('user_id').notNullable().index();
    table.smallint('platform').notNullable();
    table.specificType('session_ids', 'text[]').notNullable();
    table.timestamp('ended_at').notNullable();
    table.integer('tries').notNullable().defaultTo(0);
    table.timestamp('next_at').notNullable().defaultTo(knex.fn.now()).index();
  });
}

async function createAdmins(knex: Knex, schema: Schema): Promise<void> {
  await schema().createTable('admins', (table) => {
    table.text('id').primary();
    table.text('email').notNullable().unique();
    table.text('name').notNullable();
    table.text('password_hash').notNullable();
    table.specificType('roles', 'text[]').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('disabled_at');
  });

  await schema().createTable('admin_refresh_tokens', (table) => {
    table.text('token_hash').primary();
    table.text('family').notNullable().index();
    table.text('admin_id').notNullable().references('id').inTable('identity.admins').onDelete('CASCADE');
    table.timestamp('expires_at').notNullable().index();
    table.timestamp('used_at');
    table.timestamp('ended_at');
  });
}

export async function down(knex: Knex): Promise<void> {
  const schema = schemaOf(knex);
  for (const table of [
    'admin_refresh_tokens',
    'admins',
    'pending_logouts',
    'nonces',
    'sessions',
    'devices',
    'challenges',
    'accounts',
  ])
    await schema().dropTable(table);
}
