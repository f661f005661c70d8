import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { gunzipSync } from 'node:zlib';

export interface Letter {
  url: URL;
  operationID: string;
  text: string;
  /** How long an answer may take: as the callback is set up, or as long as the HTTP client itself waits. */
  timeoutMs: number | 'client';
}

/** What the answer says; throws an UnansweredPost when there is none. */
export type Post = (letter: Letter) => Promise<string>;

const CLIENT_TIMEOUT_MS = 15_000;
const MOST_CONNECTIONS = 100;
const MOST_REDIRECTS = 10;

/** No answer came; `reason` is how Go tells it. */
export class UnansweredPost extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

const reasonOf = (thrown: unknown, { url: { hostname, port }, timeoutMs }: Letter): string => {
  const { code, message, address = hostname } = thrown as NodeJS.ErrnoException & { address?: string };
  const whose = timeoutMs === 'client' ? ' (Client.Timeout exceeded while awaiting headers)' : '';
  if (code === 'ABORT_ERR') return `context deadline exceeded${whose}`;
  if (code === 'ECONNREFUSED') return `dial tcp ${address}:${port || '80'}: connect: connection refused`;
  if (code === 'ENOTFOUND') return `dial tcp: lookup ${hostname}: no such host`;
  return code === 'ECONNRESET' || code === 'EPIPE' ? 'EOF' : message;
};

const readText = async (response: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  return String(response.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes);
};

const nextOf = (response: IncomingMessage, from: URL): { url: URL; keepsBody: boolean } | undefined => {
  const { statusCode = 0, headers } = response;
  if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined) return undefined;
  return { url: new URL(headers.location, from), keepsBody: statusCode >= 307 };
};

/** Keeps connections to the receiver, up to the server's limit, and sends as its HTTP client does. */
export class Postman {
  private readonly plain = new PlainAgent({ keepAlive: true, maxSockets: MOST_CONNECTIONS });
  private readonly secure = new SecureAgent({ keepAlive: true, maxSockets: MOST_CONNECTIONS });
  private readonly closing = new AbortController();

  private async send(url: URL, { operationID, text }: Letter | Omit<Letter, 'url'>, signal: AbortSignal) {
    const isSecure = url.protocol === 'https:';
    const headers = {
      Host: url.host,
      'User-Agent': 'Go-http-client/1.1',
      ...(text !== '' && { 'Content-Length': Buffer.byteLength(text) }),
      ...(text !== '' && { 'Content-Type': 'application/json; charset=utf-8' }),
      Operationid: operationID,
      'Accept-Encoding': 'gzip',
    };
    const request = (isSecure ? secureRequest : plainRequest)(url, {
      method: text === '' ? 'GET' : 'POST',
      headers,
      agent: isSecure ? this.secure : this.plain,
      signal,
    });
    // Go does not say what is the rule in HTTP 1.1.
    request.removeHeader('connection');
    request.end(text);
    // Also heard when the answer has begun, where its reader is told as well.
    request.on('error', () => {});
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    return response;
  }

  readonly post: Post = async (letter) => {
    const { timeoutMs } = letter;
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), timeoutMs === 'client' ? CLIENT_TIMEOUT_MS : timeoutMs);
    const signal = AbortSignal.any([this.closing.signal, late.signal]);
    let { url, text } = letter;
    try {
      for (let turn = 0; turn < MOST_REDIRECTS; turn++) {
        const response = await this.send(url, { ...letter, text }, signal);
        const next = nextOf(response, url);
        const answer = await readText(response);
        if (next === undefined) return answer;
        url = next.url;
        if (!next.keepsBody) text = '';
      }
    } catch (thrown) {
      throw new UnansweredPost(reasonOf(thrown, { ...letter, url }));
    } finally {
      clearTimeout(timer);
    }
    throw new UnansweredPost(`stopped after ${MOST_REDIRECTS} redirects`);
  };

  close(): void {
    this.closing.abort();
    this.plain.destroy();
    this.secure.destroy();
  }
}
