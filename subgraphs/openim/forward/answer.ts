import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Fault } from '../../kit/fault.ts';
import type { ForwardAnswer } from '../../kit/forward.ts';
import { shown } from '../rest/faults.ts';
import type { Relayed } from '../rest/relay.ts';
import { pageNotFound, Refusal, text } from './envelope.ts';

/** Bytes of an answer that are looked into: refusals are shorter, and what is longer streams. */
const GLANCE = 16 * 1024;
const LARGEST = 4 * 1024 * 1024;
/** What a client needs to read the body; nothing else of OpenIM's leaves. */
const PASSED = ['content-type', 'content-encoding', 'vary', 'cache-control', 'retry-after'];

/** An answer with `data`, before it leaves. */
export type Rewrite = (data: unknown) => unknown;

interface Envelope {
  readonly errCode: number;
  readonly errMsg?: string;
  readonly errDlt?: string;
  readonly data?: unknown;
}

/**
 * OpenIM's answer for its client: status and body as they came, compressed as they came. Only a refusal is written
 * anew, because OpenIM puts its call chain, paths and hosts into some.
 */
export async function answerOf(route: string, relayed: Relayed, rewrite: Rewrite | null): Promise<ForwardAnswer> {
  const { status, headers, body } = relayed;
  if (status === 404) {
    body.resume();
    return pageNotFound();
  }
  const { start, rest } = await begin(body, rewrite === null ? GLANCE : LARGEST);
  const plain = { kind: 'answer', route, status, headers: passed(headers) } as const;
  if (rest !== null) return { ...plain, outcome: outcomeOf(status), body: Readable.from(rest, { objectMode: false }) };
  const envelope = await readEnvelope(start, headers['content-encoding']);
  if (envelope === null) return { ...plain, outcome: outcomeOf(status), body: start };
  const { errCode, errMsg, errDlt, data } = envelope;
  if (errCode !== 0)
    return new Refusal(errCode, shown(errMsg ?? ''), { errDlt: shown(errDlt ?? ''), status }).answer(route);
  if (rewrite === null) return { ...plain, outcome: 'ok', body: start };
  const rewritten = JSON.stringify({ ...envelope, data: rewrite(data) });
  return { ...plain, headers: { 'content-type': 'application/json' }, outcome: 'ok', body: rewritten };
}

/** A download: where the file is, or why not, in words of our own. */
export function redirectOf(route: string, { status, headers, body }: Relayed, from: URL): ForwardAnswer {
  body.resume();
  const { location } = headers;
  if (status >= 300 && status < 400 && location !== undefined && URL.canParse(location, from.href)) {
    const to = { location: new URL(location, from).href };
    return { kind: 'answer', route, status: 302, headers: to, body: '', outcome: 'ok' };
  }
  if (status === 404) return text(route, 404, 'There is no such file.');
  if (status === 400) return text(route, 400, 'The query is not understood: type is image, width and height numbers.');
  return text(route, 502, 'The file cannot be given out now.');
}

const outcomeOf = (status: number): string => (status === 200 ? 'ok' : `http_${status}`);

const passed = (headers: Relayed['headers']): Record<string, string> =>
  Object.fromEntries(
    PASSED.flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );

/** The whole body, or, of a longer one, what is there and the rest. */
async function begin(body: Readable, most: number): Promise<{ start: Buffer; rest: AsyncIterable<Buffer> | null }> {
  const chunks: Buffer[] = [];
  const iterator = body[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  for (let size = 0; size <= most; ) {
    const { done, value } = await iterator.next().catch(brokeOff);
    if (done) return { start: Buffer.concat(chunks), rest: null };
    chunks.push(value);
    size += value.length;
  }
  return { start: Buffer.alloc(0), rest: onwards(chunks, iterator) };
}

const brokeOff = (cause: unknown): never => {
  throw new Fault('UPSTREAM_UNAVAILABLE', {}, cause);
};

async function* onwards(chunks: readonly Buffer[], iterator: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* chunks;
  try {
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}

async function readEnvelope(bytes: Buffer, encoding: string | undefined): Promise<Envelope | null> {
  try {
    const plain = encoding === 'gzip' ? await promisify(gunzip)(bytes, { maxOutputLength: LARGEST }) : bytes;
    const value: unknown = JSON.parse(plain.toString());
    return typeof value === 'object' && value !== null && typeof (value as Envelope).errCode === 'number'
      ? (value as Envelope)
      : null;
  } catch {
    return null;
  }
}
