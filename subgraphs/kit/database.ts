import knex, { type Knex } from 'knex';
import pg from 'pg';
import type { Logger } from 'pino';
import { createPostgresClient } from './postgres-client.ts';

const CONNECTIONS = 16;
const CONNECT_MS = 3_000;
/** A free connection is waited for no longer: by then the request's own deadline is near. */
const ACQUIRE_MS = 5_000;
const STATEMENT_MS = 10_000;
const IDLE_IN_TRANSACTION_MS = 30_000;

/**
 * The connection pool that all subgraphs of this process share; nothing is connected before the first query.
 * A database that does not answer rejects with STORE_UNAVAILABLE; other errors of Postgres keep their SQLSTATE in
 * `code` and name no value of a row. Each subgraph names its schema in its queries (`identity.sessions`).
 */
export function openDatabase(url: string, log: Logger): Knex {
  return knex({
    client: createPostgresClient(log),
    connection: {
      connectionString: url,
      application_name: 'openim-graphql',
      connectionTimeoutMillis: CONNECT_MS,
      statement_timeout: STATEMENT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      // Ours, for when the server cannot keep its own: a network that swallows packets sends no error.
      query_timeout: STATEMENT_MS + 2_000,
      keepAlive: true,
    },
    pool: { min: 0, max: CONNECTIONS, idleTimeoutMillis: 60_000 },
    acquireConnectionTimeout: ACQUIRE_MS,
    // Errors hold the statement with its placeholders, never with the values: those are people's.
    compileSqlOnError: false,
    log: {
      warn: (message) => log.debug({ message }, 'knex'),
      error: (message) => log.error({ message }, 'knex'),
      deprecate: (method, instead) => log.debug({ method, instead }, 'knex: deprecated'),
      debug: () => {},
    },
  });
}

/** Connections of pg itself to the same database, for a library that speaks to it on its own. */
export function openPool(db: Knex, { max, log }: { max: number; log: Logger }): pg.Pool {
  const { connection } = db.client.config as { connection: pg.PoolConfig };
  const pool = new pg.Pool({ ...connection, max });
  const lost = (error: Error & { code?: string }): void => log.debug({ code: error.code }, 'a connection was lost');
  // Without a listener, a connection that ends would end the process.
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return pool;
}

/**
 * Brings a subgraph's schema up to date: makes it when it is not there, and runs the migrations of `directory` (its
 * TypeScript files, by name) that it has not seen, in one transaction unless one of them opts out. Unqualified names
 * in a migration are the schema's own. Any number of nodes may start at once: they take turns.
 */
export async function migrate(db: Knex, { schema, directory }: { schema: string; directory: string }): Promise<void> {
  const mover = openMover(db, schema);
  try {
    await mover.transaction(async (turn) => {
      await turn.raw('set local idle_in_transaction_session_timeout = 0');
      // One lock for all schemas: extensions belong to the database, and two nodes may ask for the same one.
      await turn.raw(`select pg_advisory_xact_lock(hashtext('openim-graphql'), hashtext('migrate'))`);
      await createSchema(mover, schema);
      await runMigrations(mover, { schema, directory });
    });
  } finally {
    await mover.destroy();
  }
}

/** A migration may take as long as it needs, so it runs on connections of its own, without the time limits. */
function openMover(db: Knex, schema: string): Knex {
  const { connection, ...rest } = db.client.config as Knex.Config & { connection: object };
  return knex({
    ...rest,
    connection: { ...connection, statement_timeout: 0, query_timeout: 0 },
    pool: { min: 0, max: 3 },
    searchPath: [schema, 'public'],
  });
}

/** Looked up first, because "if not exists" asks for the right to create even where there is nothing to create. */
async function createSchema(db: Knex, schema: string): Promise<void> {
  const found = await db.raw('select 1 from pg_namespace where nspname = ?', [schema]);
  if (found.rows.length === 0) await db.raw('create schema ??', [schema]);
}

async function runMigrations(db: Knex, { schema, directory }: { schema: string; directory: string }): Promise<void> {
  const config = { directory, schemaName: schema, tableName: 'migrations', loadExtensions: ['.ts'] };
  // knex keeps a lock of its own in a row, and a process that died left it there. Whoever has the turn is alone.
  await db.migrate.forceFreeMigrationsLock(config);
  // An older release may start on a database that a newer one has moved on already: nodes are replaced one by one.
  await db.migrate.latest({ ...config, disableMigrationsListValidation: true });
}
