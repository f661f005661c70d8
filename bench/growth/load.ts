import { Pool } from 'undici';
import { newNonce, sign } from '../../client/signature.ts';
import type { Member } from './sessions.ts';

/** Requests under way at a time. */
const CONNECTIONS = 16;

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Asks the gateway as clients do. */
export interface Load extends AsyncDisposable {
  /** `by` null: without a signature. */
  ask(body: string, by: Member | null): Promise<Answer>;
}

export function openLoad(url: string): Load {
  const pool = new Pool(url, { connections: CONNECTIONS });
  const target = new URL('/graphql', url);
  return {
    async ask(body, by) {
      const signed = by === null ? {} : await signatureOf(target, body, by);
      const headers = { 'content-type': 'application/json', 'apollo-require-preflight': 'true', ...signed };
      const answer = await pool.request({ method: 'POST', path: '/graphql', headers, body });
      return { status: answer.statusCode, text: await answer.body.text() };
    },
    [Symbol.asyncDispose]: () => pool.close(),
  };
}

async function signatureOf(url: URL, body: string, { key: raw, sessionID }: Member): Promise<Record<string, string>> {
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const proof = { key, sessionID, created: Math.floor(Date.now() / 1_000), nonce: newNonce() };
  return sign({ method: 'POST', url, body }, proof);
}

/** Does something so many times, as many at once as there are connections. */
export async function many(times: number, work: (nth: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < times) {
      const nth = next;
      next += 1;
      await work(nth);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
}
