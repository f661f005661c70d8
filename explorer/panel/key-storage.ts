import type { Kept, Storage } from '../../client/index.ts';

const STORE = 'people';

/** Where this browser keeps whom it has signed in as, by address. Keys are kept as CryptoKeys: used, never read. */
export interface KeyStorage {
  of(address: string): Storage;
  /** Addresses with a session. */
  signedIn(): Promise<string[]>;
}

export async function openKeyStorage(): Promise<KeyStorage> {
  const opening = indexedDB.open('openim-graphql explorer', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await outcomeOf(opening);
  const people = (mode: IDBTransactionMode): IDBObjectStore => database.transaction(STORE, mode).objectStore(STORE);

  const load = async (address: string): Promise<Kept> =>
    ((await outcomeOf(people('readonly').get(address))) as Kept | undefined) ?? {};

  return {
    of: (address) => ({
      load: () => load(address),
      // Without the gateway's keys: the page comes from that gateway, so they would guard nothing, and a developer's
      // fresh data directory, which has new ones, could not be signed in to again.
      save: async ({ pins: _, ...kept }) => void (await outcomeOf(people('readwrite').put(kept, address))),
    }),
    signedIn: async () => {
      const addresses = (await outcomeOf(people('readonly').getAllKeys())).map(String);
      const kept = await Promise.all(addresses.map(async (address) => ({ address, ...(await load(address)) })));
      return kept.filter(({ session }) => session !== undefined).map(({ address }) => address);
    },
  };
}

function outcomeOf<T>(request: IDBRequest<T>): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
  return promise;
}
