import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { POLICY } from './page.ts';
import type { Settings } from './panel/settings.ts';

/** A file of the page, made once and kept compressed. */
export interface ExplorerFile {
  readonly type: string;
  readonly gzipped: Uint8Array;
  /** Weak (RFC 9110 §8.8.1): the same for the compressed file and the plain one. */
  readonly etag: string;
}

export interface Explorer {
  /** The Content-Security-Policy that all of its files are served with. */
  readonly policy: string;
  /** By its path below `/explorer/`; the empty path is the page. Null where there is none. */
  file(path: string): Promise<ExplorerFile | null>;
}

type Files = ReadonlyMap<string, ExplorerFile>;

/** The explorer's files; nothing is read before somebody opens it. */
export function openExplorer(settings: Pick<Settings, 'people' | 'outbox'>): Explorer {
  let files: Promise<Files> | null = null;
  const made = (): Promise<Files> => {
    files ??= press(settings).catch((error: unknown) => {
      files = null;
      throw error;
    });
    return files;
  };
  return { policy: POLICY, file: async (path) => (await made()).get(path) ?? null };
}

/** In a thread of its own: nine megabytes are read and compressed, and the node's other requests go on meanwhile. */
async function press(settings: Pick<Settings, 'people' | 'outbox'>): Promise<Files> {
  const worker = new Worker(new URL('./press.ts', import.meta.url), {
    workerData: settings,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  try {
    const [files] = (await once(worker, 'message')) as [Files];
    return files;
  } finally {
    await worker.terminate();
  }
}
