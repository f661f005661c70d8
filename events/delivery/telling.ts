import type { Logger } from 'pino';

/** Under load workers are told this often, not of each batch. */
const EVERY_MS = 50;
const AFTER_FAILURE_MS = 1_000;

/**
 * Tells workers which lanes have something to do: at once when it is quiet, and for many together when it is not. What
 * cannot be told now is told as soon as the database answers.
 */
export function createTelling(tell: (lanes: readonly string[]) => Promise<void>, log: Logger) {
  const lanes = new Set<string>();
  const alarms = new Set<NodeJS.Timeout>();
  let telling: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  async function send(): Promise<void> {
    const told = [...lanes];
    lanes.clear();
    let wait = EVERY_MS;
    try {
      await tell(told);
    } catch (error) {
      for (const lane of told) lanes.add(lane);
      log.warn({ problem: (error as { name?: string }).name }, 'workers could not be told of events');
      wait = AFTER_FAILURE_MS;
    }
    telling = null;
    if (!stopped) timer = setTimeout(soon, wait);
  }
  function soon(): void {
    timer = null;
    if (lanes.size > 0) telling ??= send();
  }

  function now(lane: string): void {
    lanes.add(lane);
    if (!stopped) timer ??= setTimeout(soon, 0);
  }
  return {
    now,
    at(lane: string, when: Date): void {
      if (stopped) return;
      const wait = Math.max(0, when.getTime() - Date.now());
      const alarm = setTimeout(() => {
        alarms.delete(alarm);
        now(lane);
      }, wait);
      alarms.add(alarm.unref());
    },
    async stop(): Promise<void> {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      for (const alarm of alarms) clearTimeout(alarm);
      await telling;
      soon();
      await telling;
    },
  };
}
