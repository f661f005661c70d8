import { parentPort, workerData } from 'node:worker_threads';
import { PolicyRefusal } from './document.ts';
import { type Kind, type Listed, openDocument } from './open-document.ts';
import type { Task, Told } from './opening.ts';

const PAGE = 2_000;

const tell = (told: Told): void => parentPort?.postMessage(told);

/** Pages are told when they are asked for: a million entries are never on their way at once. */
async function work({ jws, ...rest }: Task): Promise<void> {
  try {
    const { words, domains, hashes, ...head } = await openDocument(jws, rest);
    const all: Readonly<Record<Kind, readonly Listed[]>> = { words, domains, hashes };
    parentPort?.on('message', ({ of, from }: { readonly of: Kind; readonly from: number }) => {
      tell({ kind: 'PAGE', entries: all[of].slice(from, from + PAGE) });
    });
    tell({ kind: 'OPENED', head });
  } catch (error) {
    if (!(error instanceof PolicyRefusal)) throw error;
    tell({ kind: 'REFUSED', fault: error.fault, detail: error.message });
  }
}

await work(workerData as Task);
