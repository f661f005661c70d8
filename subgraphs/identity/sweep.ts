import type { Logger } from 'pino';
import { repeat } from '../kit/repeat.ts';

const EVERY_MS = 10 * 60_000;

/** Deletes, at the start and now and then, what has run out: nobody asks for it, and it is about people. */
export function startSweeping(shelves: readonly { sweep(): Promise<void> }[], log: Logger): { stop(): Promise<void> } {
  const failed = (error: unknown): void => log.warn({ err: error }, 'what has run out could not be deleted');
  const sweep = async (): Promise<void> => {
    await Promise.all(shelves.map((shelf) => shelf.sweep().catch(failed)));
  };
  const first = sweep();
  const rest = repeat(EVERY_MS, sweep, failed);
  return {
    stop: async () => {
      await Promise.all([first, rest.stop()]);
    },
  };
}
