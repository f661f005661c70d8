import type { IncomingHttpHeaders } from 'node:http';
import type { Pool } from 'undici';
import { Unanswered } from './unanswered.ts';

export interface Letter {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A subgraph's own way, or a proxy's, of saying that it is not there. */
const AWAY: ReadonlySet<number> = new Set([502, 503, 504]);
const LATE: ReadonlySet<unknown> = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/** One request and its whole answer. Rejects with Unanswered. */
export async function exchange(pool: Pool, { path, headers, body, signal }: Letter): Promise<Reply> {
  let reply: Reply;
  try {
    const answer = await pool.request({ method: 'POST', path, headers, body, signal });
    reply = { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
  } catch (error) {
    throw new Unanswered(silenceOf(error, signal), error);
  }
  if (AWAY.has(reply.status)) throw new Unanswered('away');
  return reply;
}

function silenceOf(error: unknown, signal: AbortSignal): Unanswered['silence'] {
  if (signal.aborted) return signal.reason instanceof Error && signal.reason.name === 'TimeoutError' ? 'late' : 'left';
  const { code } = error as { code?: unknown };
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return 'rubbish';
  return LATE.has(code) ? 'late' : 'unreachable';
}
