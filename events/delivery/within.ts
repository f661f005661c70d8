import { setTimeout as pause } from 'node:timers/promises';

/** Waits for work to end, and no longer than this. Whether it has; a failure is an end. */
export async function within(ms: number, work: PromiseLike<unknown>): Promise<boolean> {
  const enough = new AbortController();
  const late = pause(ms, false, { signal: enough.signal }).catch(() => false);
  const ended = Promise.resolve(work).then(
    () => true,
    () => true,
  );
  return Promise.race([ended, late]).finally(() => enough.abort());
}
