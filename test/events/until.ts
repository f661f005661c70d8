import { setTimeout as pause } from 'node:timers/promises';

/** Waits for what comes by itself. */
export async function until(there: () => boolean | Promise<boolean>, ms = 30_000): Promise<void> {
  const end = Date.now() + ms;
  while (!(await there())) {
    if (Date.now() > end) throw new Error('It did not come.');
    await pause(10);
  }
}
