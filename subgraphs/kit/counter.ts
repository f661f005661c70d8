import { bounded } from './bounded.ts';
import type { Store } from './store.ts';

/** How often something was done in its window, and in how many ms that ends. */
export interface Counted {
  readonly count: number;
  readonly resetsIn: number;
}

/** Counts over all nodes; on this one alone while the store is away, from what the store said last. */
export interface Counter {
  /** One more; never rejects. `window` in ms. */
  count(key: string, window: number): Promise<Counted>;
}

const MOST_KEYS = 50_000;

export function createCounter(store: Pick<Store, 'count'>): Counter {
  const own = bounded<string, { count: number; until: number }>(MOST_KEYS);

  const keep = (key: string, { count, resetsIn }: Counted): Counted => {
    own.set(key, { count, until: Date.now() + resetsIn }, { ttl: resetsIn });
    return { count, resetsIn };
  };
  const countHere = (key: string, window: number): Counted => {
    const known = own.get(key);
    const resetsIn = known === undefined ? window : Math.max(1, known.until - Date.now());
    return keep(key, { count: (known?.count ?? 0) + 1, resetsIn });
  };

  return {
    count: (key, window) =>
      store.count(key, window).then(
        (counted) => keep(key, counted),
        () => countHere(key, window),
      ),
  };
}
