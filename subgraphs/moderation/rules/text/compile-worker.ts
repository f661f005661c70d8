import { parentPort } from 'node:worker_threads';
import { compileWords, memoryOf } from './word-list.ts';

const words: string[] = [];

parentPort?.on('message', (some: readonly string[] | null) => {
  if (some !== null) {
    for (const word of some) words.push(word);
    return;
  }
  const list = compileWords(words);
  parentPort?.postMessage(list, memoryOf(list));
});
