import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { type Runner, type RunnerOptions, run, type WorkerEvents } from 'graphile-worker';
import type { Logger } from 'pino';
import { within } from './within.ts';

const RESTART_MS = 5_000;
/** What jobs under way get of a runner that has failed, and will not end by itself. */
const BROKEN_MS = 2_000;

export interface Watch {
  /** There are workers again, after the ones before had ended with jobs of theirs. */
  readonly restarted: () => Promise<void>;
  /** ms that a runner may take to end once it is ending. */
  readonly grace: number;
  readonly log: Logger;
}

/**
 * The runner gives up when the database stays away; then there is another. One that could not write what came of a job
 * begins to end and never does: past its grace it counts as ended.
 */
export async function keepRunning(
  options: RunnerOptions & { readonly events: WorkerEvents },
  { restarted, grace, log }: Watch,
): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController();
  const { signal } = stopping;

  let broken = false;
  options.events.on('pool:fatalError', () => {
    broken = true;
  });
  const patience = (): number => (broken ? BROKEN_MS : grace);

  const begin = async (): Promise<Started> => {
    broken = false;
    const ending = once(options.events, 'pool:gracefulShutdown', { signal }).catch(() => {});
    return { runner: await run(options), ending };
  };
  let { runner, ending } = await begin();

  async function ended(): Promise<void> {
    await Promise.race([runner.promise.catch(() => {}), ending]);
    if (signal.aborted || (await within(patience(), runner.promise))) return;
    log.warn('workers on events did not come to an end');
    // Its clock goes on otherwise.
    runner.stop().catch(() => {});
  }
  async function again(): Promise<void> {
    while (!signal.aborted)
      try {
        await pause(RESTART_MS, undefined, { signal });
        await restarted();
        ({ runner, ending } = await begin());
        return;
      } catch (error) {
        log.debug({ problem: Object(error).name }, 'workers on events could not be started');
      }
  }
  const watched = (async () => {
    for (await ended(); !signal.aborted; await ended()) {
      log.warn('workers on events have ended, and are started again');
      await again();
    }
  })();

  return {
    async stop() {
      stopping.abort();
      // What is being started now is stopped as well.
      await within(grace, watched);
      await within(patience(), runner.stop());
    },
  };
}

interface Started {
  readonly runner: Runner;
  /** It has begun to end. */
  readonly ending: Promise<unknown>;
}
