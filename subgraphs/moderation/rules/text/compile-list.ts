import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { compileDomains, type DomainList } from './domains.ts';
import { compileWords, type WordList } from './word-list.ts';

/** So many are compiled in a few milliseconds; more would hold up everybody else, and are compiled in a thread. */
const SMALL = 1_000;

type Pages = AsyncIterable<readonly string[]>;

/** `pages`: the words, as they are read. */
export const compileList = async (size: number, pages: Pages): Promise<WordList> =>
  size <= SMALL ? compileWords(await allOf(pages)) : (inThread('WORDS', pages) as Promise<WordList>);

/** The same for domains. */
export const compileDomainList = async (size: number, pages: Pages): Promise<DomainList> =>
  size <= SMALL ? compileDomains(await allOf(pages)) : (inThread('DOMAINS', pages) as Promise<DomainList>);

async function inThread(kind: 'WORDS' | 'DOMAINS', pages: Pages): Promise<unknown> {
  const worker = new Worker(new URL('./compile-worker.ts', import.meta.url), { workerData: kind });
  try {
    const compiled = once(worker, 'message');
    // What goes wrong while the pages are still read is told below.
    compiled.catch(() => undefined);
    for await (const page of pages) worker.postMessage(page);
    worker.postMessage(null);
    const [list] = await compiled;
    return list;
  } finally {
    await worker.terminate();
  }
}

async function allOf(pages: Pages): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}
