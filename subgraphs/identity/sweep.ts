import type { Logger } from 'pino';

const EVERY_MS = 10 * 60_000;

/** Deletes, now and then, what has run out: nobody asks for it, and it is about people. */
export function startSweeping(shelves: readonly { sweep(): Promise<void> }[], log: Logger): { stop(): void } {
  const sweep = (): void => {
    for (const shelf of shelves)
      shelf.sweep().catch((error: unknown) => log.warn({ err: error }, 'what has run out could not be deleted'));
  };
  const timer = setInterval(sweep, EVERY_MS).unref();
  return { stop: () => clearInterval(timer) };
}
