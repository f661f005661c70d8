import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import type { LoadedWords } from './conditions/keywords.ts';
import type { LoadedDomains } from './conditions/links.ts';
import { compileDomainList, compileList } from './text/compile-list.ts';
import { readLists, readWords, type WordListRow } from './word-store.ts';

export type LoadedList = LoadedWords | LoadedDomains;

export const isOfWords = (list: LoadedList): list is LoadedWords => 'words' in list;
export const isOfDomains = (list: LoadedList): list is LoadedDomains => 'domains' in list;

/** Word lists in memory, each compiled once per version. */
export interface Lists {
  /** Those of these ids that there are, in the version of this moment; they are the ones that are kept. */
  load(ids: ReadonlySet<string>): Promise<ReadonlyMap<string, LoadedList>>;
  /** The same, for a rule that is only tried. */
  borrow(ids: ReadonlySet<string>): Promise<ReadonlyMap<string, LoadedList>>;
}

const PAGE = 20_000;
/** Lists of rules that are tried: whoever writes one tries it again and again. */
const MOST_BORROWED = 2;

export function createLists(db: Knex): Lists {
  let loaded: ReadonlyMap<string, LoadedList> = new Map();
  const borrowed = new LRUCache<string, LoadedList>({ max: MOST_BORROWED });

  const compile = async ({ id, version, kind, size, generation, source }: WordListRow): Promise<LoadedList> => {
    const known = [loaded.get(id), borrowed.get(id)].find((list) => list?.version === version);
    if (known !== undefined) return known;
    const list = { id, version, source: source && { ...source, generation } };
    return kind === 'WORDS'
      ? { ...list, words: await compileList(size, pagesOf(generation)) }
      : { ...list, domains: await compileDomainList(size, pagesOf(generation)) };
  };

  async function* pagesOf(generation: string): AsyncIterable<readonly string[]> {
    for (let after: string | null = null; ; ) {
      const page: string[] = await readWords(generation, { limit: PAGE, after }, db);
      yield page;
      after = page.at(-1) ?? null;
      if (page.length < PAGE) return;
    }
  }

  async function find(ids: ReadonlySet<string>): Promise<ReadonlyMap<string, LoadedList>> {
    const lists: LoadedList[] = [];
    if (ids.size > 0) for (const row of await readLists(db)) if (ids.has(row.id)) lists.push(await compile(row));
    return new Map(lists.map((list) => [list.id, list]));
  }

  return {
    async load(ids) {
      loaded = await find(ids);
      return loaded;
    },
    async borrow(ids) {
      const found = await find(ids);
      for (const [id, list] of found) if (loaded.get(id) !== list) borrowed.set(id, list);
      return found;
    },
  };
}
