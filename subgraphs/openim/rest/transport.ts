import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { Agent, type Dispatcher } from 'undici';

const CONNECT_MS = 3_000;
/** OpenIM on Go keeps idle connections for minutes; a proxy in between may not. */
const KEEP_ALIVE_MS = 20_000;
const REDIRECTS = 2;

export interface Letter {
  readonly route: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Nothing, or not all of an answer, came. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
  /** Whether OpenIM may have got the request: false is certain. */
  readonly sent: boolean;

  constructor(cause: unknown, sent: boolean) {
    super('OpenIM did not answer', { cause });
    this.sent = sent;
  }

  /** Node's or undici's name for what happened. */
  get code(): string {
    const { code, name } = (this.cause ?? {}) as { code?: unknown; name?: string };
    return typeof code === 'string' ? code : (name ?? 'unknown');
  }
}

/** A request that is none of our own: its path and query as they were written. */
interface Opening {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  readonly signal: AbortSignal;
}

interface Opened {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readable;
}

export interface Transport {
  send(letter: Letter): Promise<Answer>;
  /** Resolves when the answer begins; follows no redirect. Rejects with undici's errors, or the signal's reason. */
  open(opening: Opening): Promise<Opened>;
  stop(): Promise<void>;
}

export interface TransportOptions {
  /** May have a path before OpenIM's own. */
  readonly apiURL: URL;
  readonly connections: number;
  /** The most that OpenIM may take, whatever is left of a request. */
  readonly timeout: number;
  /** Bytes of one answer. */
  readonly answerLimit: number;
}

export function createTransport({ apiURL, connections, timeout, answerLimit }: TransportOptions): Transport {
  const prefix = apiURL.pathname.replace(/\/+$/, '');
  const targets = new Map<string, URL>();
  /** OpenIM's routes are few, and each is a text of ours. */
  const targetOf = (route: string): URL => {
    const target = targets.get(route) ?? new URL(prefix + route, apiURL);
    targets.set(route, target);
    return target;
  };
  const agent = new Agent({
    connections,
    connect: { timeout: CONNECT_MS },
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: timeout,
    bodyTimeout: timeout,
    maxResponseSize: answerLimit,
    // One request a connection: aborting one must not cost others theirs, and `sent` stays exact.
    allowH2: false,
  });
  return {
    async send(letter) {
      let target = targetOf(letter.route);
      for (let followed = 0; ; followed += 1) {
        const answer = await dispatch(agent, target, letter);
        const next = followed < REDIRECTS ? redirected(answer, target) : null;
        if (next === null) return answer;
        target = next;
      }
    },
    async open({ path, ...opening }) {
      const { statusCode, headers, body } = await agent.request({
        ...opening,
        origin: apiURL.origin,
        path: prefix + path,
      });
      return { status: statusCode, headers, body };
    },
    stop: () => agent.destroy(),
  };
}

/** Only what keeps method and body, and stays on the host: the letter carries a token. */
function redirected({ status, headers }: Answer, from: URL): URL | null {
  const { location } = headers;
  if ((status !== 307 && status !== 308) || location === undefined || !URL.canParse(location, from.href)) return null;
  const to = new URL(location, from);
  const downgraded = from.protocol === 'https:' && to.protocol !== 'https:';
  return to.hostname === from.hostname && !downgraded ? to : null;
}

function dispatch(agent: Agent, target: URL, { body, headers, signal }: Letter): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const reply = collect((answer) => {
      signal.removeEventListener('abort', abandon);
      if (answer instanceof Unanswered) reject(answer);
      else resolve(answer);
    });
    const abandon = (): void => reply.abandon(signal.reason);
    if (signal.aborted) return abandon();
    signal.addEventListener('abort', abandon, { once: true });
    agent.dispatch(
      { origin: target.origin, path: target.pathname + target.search, method: 'POST', headers: { ...headers }, body },
      reply.handler,
    );
  });
}

interface Reply {
  readonly handler: Dispatcher.DispatchHandler;
  abandon(reason: unknown): void;
}

/** undici's own `request` would do, did it tell whether a request that failed had left the queue. */
function collect(done: (answer: Answer | Unanswered) => void): Reply {
  const chunks: Buffer[] = [];
  let head: Pick<Answer, 'status' | 'headers'> = { status: 0, headers: {} };
  let controller: Dispatcher.DispatchController | null = null;
  let abandoned: Error | null = null;
  const fail = (cause: unknown): void => done(new Unanswered(cause, controller !== null));

  return {
    handler: {
      onRequestStart(started) {
        // Given up while it waited for a connection: it is never written.
        if (abandoned) return started.abort(abandoned);
        controller = started;
      },
      onResponseStart(_, status, headers) {
        head = { status, headers };
      },
      onResponseData(_, chunk) {
        chunks.push(chunk);
      },
      onResponseEnd: () => done({ ...head, text: Buffer.concat(chunks).toString('utf8') }),
      onResponseError: (_, error) => fail(error),
    },
    abandon(reason) {
      const late = reason instanceof Error && reason.name === 'TimeoutError';
      abandoned = late ? reason : new DOMException('The caller has gone', 'AbortError');
      fail(abandoned);
      controller?.abort(abandoned);
    },
  };
}
