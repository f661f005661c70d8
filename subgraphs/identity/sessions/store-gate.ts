import { Fault } from '../../kit/fault.ts';
import { repeat } from '../../kit/repeat.ts';
import type { Store } from '../../kit/store.ts';

/** How often the store is asked whether it is there, so that a node without requests knows it, too. */
const BEAT_MS = 500;

/** What identity asks of the shared store. */
export type Keys = Pick<Store, 'get' | 'set' | 'claim' | 'delete' | 'count'>;

/**
 * The shared store, as far as it may be believed. From the first answer that does not come, everything rejects at once
 * with STORE_UNAVAILABLE, and Postgres is asked instead; when it is back, it is first told what it has missed.
 */
export interface StoreGate extends Keys {
  /**
   * Until when it may have answered, if not us then another node: when the first call was asked, and not given up, that
   * got no answer. ms since the epoch.
   */
  readonly answeredAt: number;
  stop(): Promise<void>;
}

/** `catchUp` brings a store that is back up to date, before anybody believes it. */
export function openStoreGate(store: Keys, catchUp: () => Promise<void>): StoreGate {
  let away = false;
  let answeredAt = Date.now();

  async function through<Result>(ask: () => Promise<Result>): Promise<Result> {
    if (away) throw new Fault('STORE_UNAVAILABLE');
    const asked = Date.now();
    try {
      const result = await ask();
      answeredAt = Math.max(answeredAt, asked);
      return result;
    } catch (error) {
      if (!away) answeredAt = Math.max(answeredAt, asked);
      away = true;
      throw error;
    }
  }

  async function beat(): Promise<void> {
    if (!away) return void (await through(() => store.get('identity:beat')));
    await catchUp();
    away = false;
  }
  // Each request that meets the outage tells of it.
  const beating = repeat(BEAT_MS, beat, () => undefined);

  return {
    get answeredAt() {
      return answeredAt;
    },
    get: (key) => through(() => store.get(key)),
    set: (key, value, options) => through(() => store.set(key, value, options)),
    claim: (key, ttl, others) => through(() => store.claim(key, ttl, others)),
    delete: (key) => through(() => store.delete(key)),
    count: (key, window) => through(() => store.count(key, window)),
    stop: beating.stop,
  };
}
