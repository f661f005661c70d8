import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Bucket, Entry } from './bucket.ts';
import { MOST_PARTS, UNTYPED } from './bucket.ts';
import type { Range, Received } from './files.ts';
import { putForm } from './policy.ts';
import { StoreRefusal } from './refusal.ts';
import { verify } from './signature.ts';
import type { Signer } from './signer.ts';

export interface StoreParts {
  readonly bucket: Bucket;
  readonly signer: Signer;
  /** Resolves when what a call changed is safe. */
  settled(): Promise<void> | undefined;
}

/** One request, once its signature was found good. */
interface Asked {
  readonly key: string;
  readonly query: ReadonlyMap<string, string>;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, HEAD, PUT, POST, OPTIONS',
  'Access-Control-Allow-Headers': '*, Authorization',
  'Access-Control-Expose-Headers': '*, ETag',
};

const header = (request: IncomingMessage, name: string): string => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
};

const queryOf = (url: string): [string, string][] => {
  const [, search = ''] = url.split('?', 2);
  return search
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [decodeURIComponent(name), decodeURIComponent(value.join('='))];
    });
};

/** The whole request as it was signed. */
const signedForm = (request: IncomingMessage, path: string, query: [string, string][]) => ({
  method: request.method ?? '',
  path,
  query,
  headers: Object.fromEntries(Object.keys(request.headers).map((name) => [name, header(request, name)])),
});

const digestCheck =
  (request: IncomingMessage) =>
  ({ md5 }: Received): void => {
    const told = header(request, 'content-md5');
    if (told !== '' && told !== Buffer.from(md5, 'hex').toString('base64')) throw new StoreRefusal('BadDigest');
  };

const put = async ({ bucket, settled }: StoreParts, { key, query, request, response }: Asked): Promise<void> => {
  const uploadID = query.get('uploadId');
  const check = digestCheck(request);
  let etag: string;
  if (uploadID === undefined) {
    const contentType = header(request, 'content-type') || UNTYPED;
    etag = (await bucket.receive({ key, contentType, check }, request)).etag;
  } else {
    const partNumber = Number(query.get('partNumber'));
    if (!(Number.isInteger(partNumber) && partNumber >= 1 && partNumber <= MOST_PARTS))
      throw new StoreRefusal('InvalidArgument');
    etag = await bucket.receivePart({ uploadID, key, partNumber, check }, request);
  }
  await settled();
  response.writeHead(200, { ...CORS, ETag: `"${etag}"`, 'Content-Length': 0 }).end();
};

/** One range of bytes, as players of sounds and videos ask for it; others are answered whole. */
const rangeOf = (text: string, size: number): Range | undefined => {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(text) ?? [];
  if (first === undefined || last === undefined || first + last === '') return undefined;
  const range =
    first === ''
      ? { start: Math.max(0, size - Number(last)), end: size - 1 }
      : { start: Number(first), end: Math.min(size - 1, last === '' ? size - 1 : Number(last)) };
  if (range.start > range.end) throw new StoreRefusal('InvalidRange');
  return range;
};

const headersOf = ({ contentType, etag, lastModified }: Entry, query: Asked['query']): Record<string, string> => {
  const disposition = query.get('response-content-disposition');
  return {
    ...CORS,
    'Content-Type': query.get('response-content-type') ?? contentType,
    ...(disposition !== undefined && { 'Content-Disposition': disposition }),
    ETag: `"${etag}"`,
    'Last-Modified': new Date(lastModified).toUTCString(),
    'Accept-Ranges': 'bytes',
  };
};

const get = async ({ bucket }: StoreParts, { key, query, request, response }: Asked): Promise<void> => {
  const entry = bucket.demand(key);
  const range = rangeOf(header(request, 'range'), entry.size);
  const { start, end } = range ?? { start: 0, end: entry.size - 1 };
  response.writeHead(range === undefined ? 200 : 206, {
    ...headersOf(entry, query),
    'Content-Length': end - start + 1,
    ...(range !== undefined && { 'Content-Range': `bytes ${start}-${end}/${entry.size}` }),
  });
  if (request.method === 'HEAD') return void response.end();
  await pipeline(Readable.from(bucket.read(entry, range)), response);
};

const post = async (
  { bucket, signer, settled }: StoreParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const body = Readable.toWeb(request) as ReadableStream<Uint8Array>;
  const form = await new Response(body, { headers: { 'content-type': header(request, 'content-type') } })
    .formData()
    .catch(() => {
      throw new StoreRefusal('MalformedPOSTRequest');
    });
  await putForm(bucket, form, signer.credentials);
  await settled();
  response.writeHead(200, { ...CORS, 'Content-Length': 0 }).end();
};

const answer = async (parts: StoreParts, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  if (request.method === 'OPTIONS') return void response.writeHead(204, CORS).end();
  const [rawPath = '/'] = (request.url ?? '/').split('?', 1);
  const path = decodeURIComponent(rawPath);
  const [, bucketName = '', ...rest] = path.split('/');
  if (bucketName !== parts.signer.bucketName) throw new StoreRefusal('NoSuchBucket');
  const key = rest.join('/');
  if (request.method === 'POST' && key === '') return post(parts, request, response);
  const query = queryOf(request.url ?? '');
  verify(signedForm(request, path, query), parts.signer.credentials);
  const asked: Asked = { key, query: new Map(query), request, response };
  if (request.method === 'PUT') return put(parts, asked);
  if (request.method === 'GET' || request.method === 'HEAD') return get(parts, asked);
  throw new StoreRefusal('MethodNotAllowed');
};

const refuse = (response: ServerResponse, thrown: unknown): void => {
  if (response.headersSent) return void response.destroy();
  const known = thrown instanceof StoreRefusal;
  const [status, code, says] = known
    ? [thrown.status, thrown.code, thrown.message]
    : [thrown instanceof URIError ? 400 : 500, 'InternalError', 'We encountered an internal error, please try again.'];
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${says}</Message></Error>`;
  response.writeHead(status, { ...CORS, 'Content-Type': 'application/xml' }).end(text);
};

/** The object store that clients put to and get from by signed URLs; its own server, as MinIO is. */
export const createStoreServer = (parts: StoreParts): Server =>
  createServer((request, response) => {
    answer(parts, request, response).catch((thrown: unknown) => {
      // Who is still sending reads no answer.
      request.resume();
      refuse(response, thrown);
    });
  });
