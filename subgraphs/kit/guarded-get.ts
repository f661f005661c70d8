import { constants, createBrotliDecompress, createUnzip } from 'node:zlib';
import { type Dispatcher, request } from 'undici';
import { readUpTo } from './guarded-fetch.ts';
import { createGuardedAgent, isPublicHost } from './public-address.ts';

/** Why an address, or what came from it, was not taken. */
type Refusal = 'ADDRESS_REFUSED' | 'TOO_MANY_REDIRECTS' | 'TYPE_REFUSED' | 'ENCODING_REFUSED';

/** A page or a file that is not fetched, or not read, because of what it is. Names no address. */
export class GetRefused extends Error {
  readonly code: Refusal;

  constructor(code: Refusal) {
    super(`Not fetched: ${code}.`);
    this.name = 'GetRefused';
    this.code = code;
  }
}

export interface Wanted {
  /** Value of the `Accept` header. */
  readonly accept: string;
  /** Bytes that are read of an answer of a type (`text/html`, without parameters), decoded; null: it is not taken. */
  readonly most: (type: string) => number | null;
  /** ms until the whole answer is there, redirects included. */
  readonly timeout: number;
  /** Redirects that are followed, 5 unless told otherwise. */
  readonly hops?: number;
  /** Asked before every hop; throws where it may not be made. */
  readonly visit?: (url: URL) => void | Promise<void>;
  readonly signal?: AbortSignal;
}

export interface Got {
  /** Where it came from in the end. */
  readonly url: URL;
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The body's media type without parameters, lower case; empty where none was told. */
  readonly type: string;
  /** Empty for any status but 2xx. */
  readonly bytes: Buffer;
  /** Whether there was more than was read. */
  readonly cut: boolean;
}

/** GET of addresses that anybody at all may have written. No cookie, no referrer, no credential is ever sent. */
export interface GuardedGet {
  /** Rejects with PrivateAddressError or {@link GetRefused}, with what `visit` throws, or as undici does. */
  get(address: string, wanted: Wanted): Promise<Got>;
  close(): Promise<void>;
}

const MOST_HOPS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Whom servers see; with `bot` in it, as those expect who serve such readers something lighter. */
const USER_AGENT = 'openim-graphql-bot/1.0 (link previews, pictures)';

/** `allowPrivate`: for a developer's machine; without it only public addresses on the ports 80 and 443 are asked. */
export function createGuardedGet({ allowPrivate }: { allowPrivate: boolean }): GuardedGet {
  const agent = createGuardedAgent({ allowPrivate });

  return {
    async get(address, wanted) {
      const limit = AbortSignal.timeout(wanted.timeout);
      const signal = wanted.signal ? AbortSignal.any([wanted.signal, limit]) : limit;
      let url = hopOf(address, null, allowPrivate);
      for (let left = wanted.hops ?? MOST_HOPS; ; left -= 1) {
        await wanted.visit?.(url);
        const answer = await request(url, {
          ...{ dispatcher: agent, signal, headersTimeout: wanted.timeout, bodyTimeout: wanted.timeout, reset: true },
          headers: { 'user-agent': USER_AGENT, accept: wanted.accept, 'accept-encoding': 'gzip, br' },
        });
        const { location } = answer.headers;
        if (!REDIRECTS.has(answer.statusCode) || typeof location !== 'string') return read(answer, url, wanted);
        leave(answer);
        if (left === 0) throw new GetRefused('TOO_MANY_REDIRECTS');
        url = hopOf(location, url, allowPrivate);
      }
    },
    close: () => agent.destroy(),
  };
}

/** An address that may be asked; from one over TLS, no redirect leads to one without. */
function hopOf(address: string, from: URL | null, allowPrivate: boolean): URL {
  if (!URL.canParse(address, from?.href)) throw new GetRefused('ADDRESS_REFUSED');
  const url = new URL(address, from?.href);
  const web = url.protocol === 'https:' || (url.protocol === 'http:' && from?.protocol !== 'https:');
  const bare = url.username === '' && url.password === '';
  if (!web || !bare) throw new GetRefused('ADDRESS_REFUSED');
  // The connection would find a private address as well; here it costs no lookup.
  if (!allowPrivate && (!/^(?:80|443)?$/.test(url.port) || !isPublicHost(url.hostname)))
    throw new GetRefused('ADDRESS_REFUSED');
  url.hash = '';
  return url;
}

async function read(answer: Dispatcher.ResponseData, url: URL, wanted: Wanted): Promise<Got> {
  const { statusCode: status, headers } = answer;
  const type = typeOf(headers['content-type']);
  const good = status >= 200 && status < 300;
  const most = good ? wanted.most(type) : 0;
  const got = { url, status, headers, type };
  if (most === null || most === 0) {
    leave(answer);
    if (most === null) throw new GetRefused('TYPE_REFUSED');
    return { ...got, bytes: Buffer.alloc(0), cut: good };
  }
  const packed = await readUpTo(most, answer.body);
  const plain = await unpacked(packed.bytes, headers['content-encoding'], most);
  return { ...got, bytes: plain.bytes, cut: packed.cut || plain.cut };
}

const typeOf = (header: string | readonly string[] | undefined): string =>
  typeof header === 'string' ? (header.split(';', 1)[0] ?? '').trim().toLowerCase() : '';

/** Not waited for: the connection ends. */
function leave({ body }: Dispatcher.ResponseData): void {
  body.on('error', () => {});
  body.destroy();
}

/** No more than `most` bytes are ever made of it, whatever was packed into how little. What was cut short may end so. */
async function unpacked(bytes: Buffer, encoding: string | readonly string[] | undefined, most: number) {
  const coding = String(encoding ?? 'identity').toLowerCase();
  if (coding === 'identity') return { bytes, cut: false };
  const stream = unpackerOf(coding);
  stream.end(bytes);
  return readUpTo(most, stream).catch(() => {
    throw new GetRefused('ENCODING_REFUSED');
  });
}

function unpackerOf(coding: string) {
  if (coding === 'br') return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
  // It tells gzip and deflate apart by itself.
  if (coding === 'gzip' || coding === 'x-gzip' || coding === 'deflate')
    return createUnzip({ finishFlush: constants.Z_SYNC_FLUSH });
  throw new GetRefused('ENCODING_REFUSED');
}
