import { bounded } from '../../subgraphs/kit/bounded.ts';
import type { Holder } from '../../subgraphs/kit/personal-data.ts';
import type { Store } from '../../subgraphs/kit/store.ts';

const FALLBACK = 'en';
const REMEMBERED = 100_000;
const DAY = 86_400_000;
/** Of who does not come any more, nothing is kept for longer. */
const KEPT_MS = 30 * DAY;
/** The shared store is told again, so that it keeps what is still used. */
const TOLD_AGAIN_MS = DAY;
/** Whom no node knows is not asked about at each refusal. */
const UNKNOWN_MS = 60_000;
/** A sentence in English is better than a late one. */
const PATIENCE_MS = 50;

/** In which language people were last seen, on any node, for what is told to them when they do not ask. */
export interface Languages {
  note(userID: string, language: string): void;
  /** BCP 47; English for who was not seen, and where that cannot be told soon. */
  of(userID: string): Promise<string>;
}

export function createLanguages(store: Pick<Store, 'get' | 'set' | 'delete'>): Languages & Holder {
  const known = bounded<string, string>(REMEMBERED, TOLD_AGAIN_MS);
  const unknown = bounded<string, true>(REMEMBERED, UNKNOWN_MS);
  const keyOf = (userID: string): string => `language:${userID}`;

  async function fromStore(userID: string): Promise<string> {
    const language = await store.get(keyOf(userID)).catch(() => null);
    if (language === null) unknown.set(userID, true);
    // What another node has seen may change there: it is not believed for a day.
    else known.set(userID, language, { ttl: UNKNOWN_MS });
    return language ?? FALLBACK;
  }

  async function* kept(userID: string): AsyncIterable<unknown> {
    const language = await store.get(keyOf(userID));
    if (language !== null) yield { language };
  }

  return {
    name: 'gateway',
    personal: {
      tables: [],
      files: (userID) => [{ name: 'language.jsonl', rows: () => kept(userID) }],
      async erase(userID) {
        known.delete(userID);
        const there = await store.delete(keyOf(userID));
        return there ? [{ what: 'The language in which they were last seen', count: 1, kept: null }] : [];
      },
    },
    note(userID, language) {
      if (known.get(userID) === language) return;
      known.set(userID, language);
      void store.set(keyOf(userID), language, { ttl: KEPT_MS }).catch(() => known.delete(userID));
    },
    async of(userID) {
      const language = known.get(userID);
      if (language !== undefined) return language;
      return unknown.has(userID) ? FALLBACK : soon(fromStore(userID));
    },
  };
}

async function soon(language: Promise<string>): Promise<string> {
  const { promise: late, resolve } = Promise.withResolvers<string>();
  const timer = setTimeout(() => resolve(FALLBACK), PATIENCE_MS);
  return Promise.race([language, late]).finally(() => clearTimeout(timer));
}
