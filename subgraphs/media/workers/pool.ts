import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';

/** What is done in workers, by the module whose default export does it. */
interface Tasks {
  readonly readPage: typeof import('../links/page/read.ts').default;
  readonly prepareSticker: typeof import('../catalog/pictures/prepare.ts').default;
  readonly read: typeof import('../files/read.ts').default;
  readonly shrink: typeof import('../renditions/shrink.ts').default;
}

const MODULES: Readonly<Record<keyof Tasks, URL>> = {
  readPage: new URL('../links/page/read.ts', import.meta.url),
  prepareSticker: new URL('../catalog/pictures/prepare.ts', import.meta.url),
  read: new URL('../files/read.ts', import.meta.url),
  shrink: new URL('../renditions/shrink.ts', import.meta.url),
};

/** Threads of their own for the bytes of strangers. */
export interface Pool {
  /** Rejects as the task does, and with an AbortError once `timeout` ms have passed: its thread is ended then. */
  run<Task extends keyof Tasks>(
    task: Task,
    input: Parameters<Tasks[Task]>[0],
    span: { readonly timeout: number; readonly signal?: AbortSignal },
  ): Promise<Awaited<ReturnType<Tasks[Task]>>>;
  stop(): Promise<void>;
}

/** One stays free for requests. */
const THREADS = Math.max(1, availableParallelism() - 1);
const IDLE_MS = 10_000;
/** Of JavaScript; what decoders take is bounded by the pixels that they are given. */
const HEAP_MB = 256;

export function openPool(): Pool {
  const pool = new Piscina({
    minThreads: 0,
    maxThreads: THREADS,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  return {
    run(task, input, { timeout, signal }) {
      const limit = AbortSignal.timeout(timeout);
      const until = signal === undefined ? limit : AbortSignal.any([limit, signal]);
      return pool.run(input, { filename: MODULES[task].href, signal: until });
    },
    stop: () => pool.destroy(),
  };
}
