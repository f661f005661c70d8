import type { knex } from 'knex';
import PostgresClient from 'knex/lib/dialects/postgres/index.js';
import type { Logger } from 'pino';
import { Fault } from './fault.ts';

/**
 * SQLSTATEs of a server that cannot serve now: connection lost (08), out of resources or full (53), shutting down or
 * starting (57P), and a standby that was a primary before (25006).
 */
const DOWN = /^(08|53|57P|25006)/;

/** A lock or a statement that took too long: this request fails, and the server is well. */
const SLOW = /^(55P03|57014)/;

/** Errors that pg makes itself carry no SQLSTATE; those of the socket carry Node's code. */
const DISCONNECTED = /^E(?!RR_)[A-Z_]+$|connection|not queryable|timeout/i;

/** STORE_UNAVAILABLE for an error that says that Postgres does not answer now; null for any other error. */
function unavailable(error: unknown): Fault | null {
  if (error instanceof Fault) return error;
  const { code, severity, message } = error as { code?: string; severity?: string; message?: string };
  const lost =
    severity === undefined
      ? DISCONNECTED.test(code ?? '') || (code === undefined && DISCONNECTED.test(message ?? ''))
      : DOWN.test(code ?? '') || SLOW.test(code ?? '');
  return lost ? new Fault('STORE_UNAVAILABLE', {}, error) : null;
}

/** knex's client for Postgres, which tells failures of the database from failures of a statement. */
export function createPostgresClient(log: Logger): typeof knex.Client {
  let answering = true;
  const heard = (error: unknown): void => {
    if (answering === (error === null)) return;
    answering = error === null;
    // Once per outage: each refused request has its own line already.
    if (error === null) log.info('Postgres answers again');
    else log.warn({ err: error }, 'Postgres does not answer');
  };

  return class extends PostgresClient {
    override async acquireConnection(): Promise<unknown> {
      try {
        return await super.acquireConnection();
      } catch (error) {
        heard(error);
        throw new Fault('STORE_UNAVAILABLE', {}, error);
      }
    }

    override async query(connection: { __knex__disposed?: unknown }, query: unknown): Promise<unknown> {
      try {
        const result = await super.query(connection, query);
        heard(null);
        return result;
      } catch (error) {
        const fault = unavailable(error);
        if (fault === null) throw withoutValues(error);
        if (!SLOW.test((error as { code?: string }).code ?? '')) heard(error);
        // pg goes on waiting for a query that it has given up: the connection must not be handed out again.
        if ((error as { severity?: string }).severity === undefined) connection.__knex__disposed = error;
        throw fault;
      }
    }
  };
}

/** Postgres repeats values of the row in these ("Key (email)=(…) already exists."), and errors are logged. */
function withoutValues(error: unknown): unknown {
  if (error instanceof Error)
    for (const key of ['detail', 'where', 'hint', 'internalQuery']) Reflect.deleteProperty(error, key);
  return error;
}
