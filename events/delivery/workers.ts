import { type JobHelpers, makeWorkerUtils, type TaskList, Logger as WorkerLogger, WorkerPreset } from 'graphile-worker';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { openPool } from '../../subgraphs/kit/database.ts';
import { Fault } from '../../subgraphs/kit/fault.ts';
import { keepRunning } from './keep-running.ts';
import { lifeLine } from './life-line.ts';
import { SCHEMA } from './schema.ts';
import { within } from './within.ts';

const CONCURRENCY = 4;
/** Workers are woken by the database; this is for what they are not woken for: a job whose back-off is over. */
const POLL_MS = 10_000;
/** What a batch may take after we are told to stop. */
const GRACE_MS = 10_000;
const END_MS = 5_000;

export interface Job {
  readonly task: string;
  readonly payload: Readonly<Record<string, string | number>>;
  /** One that waits is enough. */
  readonly key: string;
  /** Those of one queue run one after the other. */
  readonly queue: string;
}

/** By name; `ended` cuts off what has not finished long after we were told to stop. */
type Tasks = Readonly<Record<string, (payload: unknown, ended: AbortSignal) => Promise<void>>>;

export interface Workers {
  add(jobs: readonly Job[]): Promise<void>;
  /** Lets go of what nodes had that are no more. */
  releaseDead(): Promise<void>;
  /** Drops jobs that are over for good. */
  cleanUp(): Promise<void>;
  /** `restarted`: there are workers again, after the ones before had ended with jobs of theirs. */
  start(tasks: Tasks, crontab: string, restarted: () => Promise<void>): Promise<void>;
  /** Jobs under way are finished. */
  stop(): Promise<void>;
}

/** graphile-worker on this database: who does what, and when, on any number of nodes. */
export async function openWorkers(db: Knex, log: Logger): Promise<Workers> {
  const pool = openPool(db, { max: CONCURRENCY + 2, log });
  const shared = { pgPool: pool, schema: SCHEMA, logger: loggerOf(log) };
  const utils = await makeWorkerUtils(shared).catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  const line = lifeLine();
  let running: { stop(): Promise<void> } | null = null;

  return {
    async add(jobs) {
      await utils.addJobs(
        jobs.map(({ task, payload, key, queue }) => ({ identifier: task, payload, jobKey: key, queueName: queue })),
      );
    },
    releaseDead: () => line.releaseDead(db),
    cleanUp: () => utils.cleanup({ tasks: ['DELETE_PERMAFAILED_JOBS'] }),
    async start(tasks, crontab, restarted) {
      const options = {
        ...shared,
        taskList: taskList(tasks, log),
        crontab,
        events: line.events,
        noHandleSignals: true,
      };
      const runner = { ...options, preset: presetOf(line.plugin) };
      running = await keepRunning(runner, { restarted, grace: GRACE_MS + END_MS, log });
    },
    async stop() {
      line.stop();
      await running?.stop();
      await utils.release();
      // Of a runner that never ended, it never would.
      await within(END_MS, pool.end());
    },
  };
}

const presetOf = (plugin: ReturnType<typeof lifeLine>['plugin']): GraphileConfig.Preset => ({
  extends: [WorkerPreset],
  plugins: [plugin],
  worker: {
    concurrentJobs: CONCURRENCY,
    pollInterval: POLL_MS,
    gracefulShutdownAbortTimeout: GRACE_MS,
    // In batches, even of one: so that they are tried again while the database is gone, and waited for at the end.
    completeJobBatchDelay: 0,
    failJobBatchDelay: 0,
  },
});

/** The database keeps the text of what a job threw, which may name what people wrote: it is told apart here. */
const taskList = (tasks: Tasks, log: Logger): TaskList =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      (payload: unknown, { abortSignal }: JobHelpers) =>
        task(payload, abortSignal ?? new AbortController().signal).catch((error: unknown) => {
          const { name: problem, code } = Object(error) as { name?: string; code?: unknown };
          log.warn({ task: name, problem, code }, 'a task on events failed, and is tried again');
          throw error instanceof Fault ? error : new Fault('INTERNAL');
        }),
    ]),
  );

const LEVELS = { error: 'debug', warning: 'debug', info: 'trace', debug: 'trace' } as const;

/** Its lines say what it does; what goes wrong has a line of ours. */
const loggerOf = (log: Logger): WorkerLogger =>
  new WorkerLogger(() => (level, message) => log[LEVELS[level as keyof typeof LEVELS]]({ message }, 'graphile-worker'));
