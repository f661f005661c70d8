import { parentPort, workerData } from 'node:worker_threads';
import { compileDomains } from './domains.ts';
import { compileWords, memoryOf } from './word-list.ts';

const words: string[] = [];

parentPort?.on('message', (some: readonly string[] | null) => {
  if (some !== null) {
    for (const word of some) words.push(word);
    return;
  }
  if (workerData === 'DOMAINS') {
    const domains = compileDomains(words);
    parentPort?.postMessage(domains, [domains.buffer]);
    return;
  }
  const list = compileWords(words);
  parentPort?.postMessage(list, memoryOf(list));
});
