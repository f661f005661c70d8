import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../../subgraphs/kit/store.ts';

const WINDOW_MS = 1_000;
/** A call that takes longer says that OpenIM has enough to do. */
const SLOW_MS = 2_000;
const SHORTEST_REST_MS = 1_000;
const LONGEST_REST_MS = 60_000;
const CALLS = 'reconciler:calls';

/** How fast OpenIM is asked. */
export interface Pace {
  /** Asks when it is this call's turn; rejects when `signal` ends before that. */
  ask<Answer>(call: () => Promise<Answer>, signal: AbortSignal): Promise<Answer>;
}

/** So many calls a second, of all nodes together; and ever fewer while OpenIM is slow or fails. */
export function createPace(store: Pick<Store, 'count'>, callsPerSecond: number): Pace {
  let rest = 0;

  async function turn(signal: AbortSignal): Promise<void> {
    await pause(rest, null, { signal });
    for (;;) {
      const { count, resetsIn } = await store.count(CALLS, WINDOW_MS);
      if (count <= callsPerSecond) return;
      await pause(Math.max(1, resetsIn), null, { signal });
    }
  }

  return {
    async ask(call, signal) {
      await turn(signal);
      const begun = performance.now();
      let well = false;
      try {
        const answer = await call();
        well = performance.now() - begun < SLOW_MS;
        return answer;
      } finally {
        rest = well ? Math.floor(rest / 4) : Math.min(LONGEST_REST_MS, Math.max(SHORTEST_REST_MS, rest * 2));
      }
    },
  };
}
