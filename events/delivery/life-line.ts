import { EventEmitter } from 'node:events';
import type { WorkerEvents, WorkerPool } from 'graphile-worker';
import type { Knex } from 'knex';
import { SCHEMA } from './schema.ts';

/** Within these, a job that is over has let go of its queue. */
const LET_GO_MS = [10, 100, 1_000];
const LOCK = `hashtext('${SCHEMA}')`;

function wake(workers: WorkerPool): void {
  try {
    workers.nudge(1);
  } catch {
    // It has ended, and another takes its place: that one looks by itself.
  }
}

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
  // Of this node, and over: what they had is let go of, though their connections may live on in the pool.
  const over = new Set<string>();
  events.on('pool:gracefulShutdown', ({ workerPool }) => over.add(workerPool.id));
  // A job that was told of while one of its queue ran is not seen until that has let go, which nobody is told of.
  const timers = new Set<NodeJS.Timeout>();
  let stopped = false;
  events.on('job:complete', ({ worker: { workerPool } }) => {
    for (const ms of LET_GO_MS) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        if (!stopped) wake(workerPool);
      }, ms);
      timers.add(timer.unref());
    }
  });

  return {
    events,
    /** No job is begun before the lock is held. */
    plugin: {
      name: 'LifeLinePlugin',
      version: '1.0.0',
      worker: { hooks: { startWorker: () => held } },
    },
    /** What those had whose lock is free, and those of this node that have ended. */
    async releaseDead(db: Knex): Promise<void> {
      await db.raw(
        `select ${SCHEMA}.force_unlock_workers(array_agg(locked_by))
           from (select distinct locked_by from ${SCHEMA}.jobs where locked_by is not null) worker
          where locked_by = any(?) or pg_try_advisory_xact_lock(${LOCK}, hashtext(locked_by))`,
        [[...over]],
      );
    },
    stop(): void {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      resolve();
    },
  };
}
