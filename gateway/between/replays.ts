import { bounded } from '../../subgraphs/kit/bounded.ts';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { Store } from '../../subgraphs/kit/store.ts';

/** Seconds by which a question's time may differ from ours. */
export const WINDOW = 30;
/** ms; for as long as a question may be believed, from the earliest clock to the latest. */
const KEPT_MS = (2 * WINDOW + 5) * 1000;
const MOST_KEPT = 500_000;

/** No question is answered twice: by this process, nor by another of the same subgraph. */
export interface Replays {
  /** Throws REPLAYED; while the store is away, STORE_UNAVAILABLE for what changes something. */
  spend(nonce: string, writes: boolean): Promise<void>;
}

export function createReplays(store: Pick<Store, 'set'>): Replays {
  const here = bounded<string, true>(MOST_KEPT, KEPT_MS);
  return {
    async spend(nonce, writes) {
      if (here.has(nonce)) throw new Fault('REPLAYED');
      here.set(nonce, true);
      const first = await store
        .set(`subgraph:nonce:${nonce}`, '1', { ttl: KEPT_MS, ifAbsent: true })
        // To read twice what was read before harms less than that nothing can be read.
        .catch((error: unknown) => {
          if (writes) throw error;
          return true;
        });
      if (!first) throw new Fault('REPLAYED');
    },
  };
}
