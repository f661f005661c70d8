import type { Dispatcher } from 'undici';
import { Pool } from 'undici';

/** One question, ready to go. */
export interface Question {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** What the answer is compared by. */
  readonly about: About;
}

export interface About {
  readonly person: number;
  readonly groupID: string;
  readonly last: number;
  readonly text: string;
}

export interface Answered {
  readonly status: number;
  readonly ms: number;
  /** Empty where nobody looks at it. */
  readonly text: string;
}

export interface Load {
  readonly connections: number;
  readonly seconds: number;
}

export interface Loaded {
  readonly seconds: number;
  readonly times: readonly number[];
  readonly samples: readonly { readonly question: Question; readonly answer: Answered }[];
  /** By status. */
  readonly statuses: Readonly<Record<number, number>>;
}

/** Of so many answers one is kept, and compared after the round. */
const SAMPLED = 101;

export function ask(pool: Pool, { about: _, ...options }: Question, look: boolean): Promise<Answered> {
  const { promise, resolve, reject } = Promise.withResolvers<Answered>();
  const began = performance.now();
  const chunks: Buffer[] = [];
  let status = 0;
  const handler: Dispatcher.DispatchHandler = {
    onRequestStart: () => undefined,
    onResponseStart: (_controller, statusCode) => {
      status = statusCode;
    },
    onResponseData: (_controller, chunk) => {
      if (look) chunks.push(chunk);
    },
    onResponseEnd: () => resolve({ status, ms: performance.now() - began, text: Buffer.concat(chunks).toString() }),
    onResponseError: (_controller, error) => reject(error),
  };
  pool.dispatch(options, handler);
  return promise;
}

/** As many as so many connections get answered, one after the other on each; `next` hands out the questions. */
export async function load(url: string, next: () => Question | Promise<Question>, bounds: Load): Promise<Loaded> {
  const { connections, seconds } = bounds;
  const pool = new Pool(url, { connections, pipelining: 1 });
  const times: number[] = [];
  const samples: { question: Question; answer: Answered }[] = [];
  const statuses: Record<number, number> = {};
  let asked = 0;
  const began = performance.now();
  const until = began + seconds * 1_000;
  const connection = async (): Promise<void> => {
    while (performance.now() < until) {
      const question = await next();
      const look = asked++ % SAMPLED === 0;
      const answer = await ask(pool, question, look);
      times.push(answer.ms);
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      if (look) samples.push({ question, answer });
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  const took = (performance.now() - began) / 1_000;
  await pool.close();
  return { seconds: took, times, samples, statuses };
}
