import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type PolicyFault, PolicyRefusal } from './document.ts';
import type { KeysTrusted, Kind, LastGood, Listed, Opened } from './open-document.ts';

export interface Task {
  readonly jws: Uint8Array;
  readonly trusted: KeysTrusted;
  readonly last: LastGood | null;
  readonly now: number;
}

export type Head = Omit<Opened, Kind>;

export type Told =
  | { readonly kind: 'OPENED'; readonly head: Head }
  | { readonly kind: 'PAGE'; readonly entries: readonly Listed[] }
  | { readonly kind: 'REFUSED'; readonly fault: PolicyFault; readonly detail: string };

/** A document whose signature is good, read page by page. */
export interface Reading {
  readonly head: Head;
  pages(of: Kind): AsyncIterable<readonly Listed[]>;
}

/** MB of its own: enough for a million entries, and no more of the machine than that. */
const MEMORY = 1_024;

/** Opens it in a thread of its own: a million entries hold up nobody. Rejects with {@link PolicyRefusal}. */
export async function withDocument<Result>(task: Task, use: (reading: Reading) => Promise<Result>): Promise<Result> {
  const { jws } = task;
  const worker = new Worker(new URL('./open-worker.ts', import.meta.url), {
    workerData: task,
    // Where the memory is all its own, it is handed over instead of copied.
    transferList: jws.byteLength === jws.buffer.byteLength ? [jws.buffer as ArrayBuffer] : [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
  });
  const next = async (): Promise<Told> => ((await once(worker, 'message')) as [Told])[0];
  try {
    const opened = await next();
    if (opened.kind === 'REFUSED') throw new PolicyRefusal(opened.fault, opened.detail);
    if (opened.kind !== 'OPENED') throw new PolicyRefusal('MALFORMED', 'It could not be opened.');
    const { head } = opened;
    return await use({ head, pages: (of) => pagesOf(worker, of, next) });
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY')
      throw new PolicyRefusal('TOO_LARGE', 'It needs more memory than it may have.');
    throw error;
  } finally {
    await worker.terminate();
  }
}

async function* pagesOf(worker: Worker, of: Kind, next: () => Promise<Told>): AsyncIterable<readonly Listed[]> {
  for (let from = 0; ; ) {
    const answer = next();
    worker.postMessage({ of, from });
    const told = await answer;
    if (told.kind !== 'PAGE' || told.entries.length === 0) return;
    yield told.entries;
    from += told.entries.length;
  }
}
