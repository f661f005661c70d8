import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { compileWords, type WordList } from './word-list.ts';

/** So many are compiled in a few milliseconds; more would hold up everybody else, and are compiled in a thread. */
const SMALL = 1_000;

/** `pages`: the words, as they are read. */
export async function compileList(size: number, pages: AsyncIterable<readonly string[]>): Promise<WordList> {
  if (size <= SMALL) return compileWords(await allOf(pages));
  const worker = new Worker(new URL('./compile-worker.ts', import.meta.url));
  try {
    const compiled = once(worker, 'message');
    // What goes wrong while the pages are still read is told below.
    compiled.catch(() => undefined);
    for await (const page of pages) worker.postMessage(page);
    worker.postMessage(null);
    const [list] = await compiled;
    return list as WordList;
  } finally {
    await worker.terminate();
  }
}

async function allOf(pages: AsyncIterable<readonly string[]>): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}
