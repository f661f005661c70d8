import { createMemoryStore } from '../../embedded/memory-store.ts';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { Store } from '../../subgraphs/kit/store.ts';
import { log } from './silence.ts';

/** A store that all nodes of a world share, which can go away, come back, and lose what it held. */
export interface ShakyStore extends Store {
  /** False: nothing is answered, and nothing that was kept is lost. */
  up: boolean;
  lose(): Promise<void>;
  /** Every key and value that was ever written. */
  readonly written: readonly string[];
}

export function createShakyStore(): ShakyStore {
  const store = createMemoryStore(log);
  const written: string[] = [];
  let up = true;

  const calls = Object.entries(store).map(([name, call]: [string, (...given: never[]) => Promise<unknown>]) => [
    name,
    async (...given: never[]) => {
      if (!up && name !== 'close') throw new Fault('STORE_UNAVAILABLE');
      if (name === 'set' || name === 'hashSet' || name === 'count' || name === 'publish')
        written.push(JSON.stringify(given));
      return call(...given);
    },
  ]);
  return Object.defineProperties(Object.fromEntries(calls), {
    up: {
      get: () => up,
      set: (next: boolean) => {
        up = next;
      },
    },
    // The memory store forgets all of it when it is closed, and goes on.
    lose: { value: () => store.close() },
    written: { value: written },
  }) as ShakyStore;
}
