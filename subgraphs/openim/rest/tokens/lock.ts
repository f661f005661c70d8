import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../../../kit/fault.ts';
import type { Store } from '../../../kit/store.ts';

/** What is done under a lock ends by then; a lock whose holder died goes after `LIFE_MS`. */
const WORK_MS = 8_000;
const LIFE_MS = 10_000;
const POLL_MS = 15;

type Work<Result> = (signal: AbortSignal) => Promise<Result>;

/** One at a time per name: in this process always, across nodes while the store answers. */
export interface Locks {
  /** The signal is the work's own: it begins with the lock, and outlives the request that asked. */
  hold<Result>(name: string, work: Work<Result>): Promise<Result>;
}

export function createLocks(store: Store): Locks {
  const queues = new Map<string, Promise<unknown>>();

  return {
    hold(name, work) {
      const turn = (queues.get(name) ?? Promise.resolve()).then(
        () => acrossNodes(store, name, work),
        () => acrossNodes(store, name, work),
      );
      queues.set(name, turn);
      const leave = (): void => {
        if (queues.get(name) === turn) queues.delete(name);
      };
      turn.then(leave, leave);
      return turn;
    },
  };
}

async function acrossNodes<Result>(store: Store, name: string, work: Work<Result>): Promise<Result> {
  const key = `im:lock:${name}`;
  const owner = randomUUID();
  const held = await take(store, key, owner);
  try {
    return await work(AbortSignal.timeout(WORK_MS));
  } finally {
    // A store that failed meanwhile lets go of it by itself.
    if (held) await store.deleteIf(key, owner).catch(() => false);
  }
}

/** False when there is no store to ask: better two nodes at once than nobody. */
async function take(store: Store, key: string, owner: string): Promise<boolean> {
  for (const end = Date.now() + LIFE_MS + WORK_MS; Date.now() < end; await sleep(POLL_MS * (1 + Math.random()))) {
    const taken = await store.set(key, owner, { ifAbsent: true, ttl: LIFE_MS }).catch(() => null);
    if (taken !== false) return taken === true;
  }
  throw new Fault('UPSTREAM_TIMEOUT');
}
