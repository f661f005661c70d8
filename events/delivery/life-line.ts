import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import type { Knex } from 'knex';
import { SCHEMA } from './schema.ts';

const LOCK = `hashtext('${SCHEMA}')`;

/**
 * How nodes know which of them are alive: each holds a lock of its own on the connection that it listens on, and
 * Postgres lets go of it when that ends, however it ends. graphile-worker itself waits four hours for a job whose
 * worker was killed. A node that lost its connection and lives may so have a job taken from it: cursors bear that.
 */
export function lifeLine() {
  const events: WorkerEvents = new EventEmitter();
  const { promise: held, resolve } = Promise.withResolvers<void>();
  events.on('pool:listen:success', ({ client, workerPool }) => {
    // When it fails the connection has: the next one that is made holds it. It listens first, and is free then.
    client.once('drain', () => {
      client.query(`select pg_advisory_lock(${LOCK}, hashtext($1))`, [workerPool.id]).then(
        () => resolve(),
        () => {},
      );
    });
  });

  return {
    events,
    /** No job is begun before the lock is held. */
    plugin: {
      name: 'LifeLinePlugin',
      version: '1.0.0',
      worker: { hooks: { startWorker: () => held } },
    },
    /** What those had whose lock is free. */
    async releaseDead(db: Knex): Promise<void> {
      await db.raw(
        `select ${SCHEMA}.force_unlock_workers(array_agg(locked_by))
           from (select distinct locked_by from ${SCHEMA}.jobs where locked_by is not null) worker
          where pg_try_advisory_xact_lock(${LOCK}, hashtext(locked_by))`,
      );
    },
    stop: () => resolve(),
  };
}
