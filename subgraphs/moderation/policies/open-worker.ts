import { parentPort, workerData } from 'node:worker_threads';
import { PolicyRefusal } from './document.ts';
import { type Listed, openDocument } from './open-document.ts';
import type { Task, Told } from './opening.ts';

const PAGE = 2_000;

const tell = (told: Told): void => parentPort?.postMessage(told);

/** Pages are told when they are asked for: a million entries are never on their way at once. */
async function work({ jws, ...rest }: Task): Promise<void> {
  try {
    const { words, domains, ...head } = await openDocument(jws, rest);
    parentPort?.on('message', ({ of, from }: { readonly of: 'words' | 'domains'; readonly from: number }) => {
      const all: readonly Listed[] = of === 'words' ? words : domains;
      tell({ kind: 'PAGE', entries: all.slice(from, from + PAGE) });
    });
    tell({ kind: 'OPENED', head });
  } catch (error) {
    if (!(error instanceof PolicyRefusal)) throw error;
    tell({ kind: 'REFUSED', fault: error.fault, detail: error.message });
  }
}

await work(workerData as Task);
