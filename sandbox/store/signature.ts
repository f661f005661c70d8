import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { StoreRefusal } from './refusal.ts';

/** AWS Signature Version 4, as far as S3 clients of OpenIM need it. */
export interface Credentials {
  readonly accessKey: string;
  readonly secretKey: string;
}

export interface Request {
  readonly method: string;
  /** Not encoded. */
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  readonly headers: Readonly<Record<string, string>>;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';
const REGION = 'us-east-1';
const UNSIGNED = 'UNSIGNED-PAYLOAD';
/** How long a signature in headers is good; presigned ones say it themselves. */
const HEADER_LIFE_MS = 24 * 3_600_000;

const strict = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
const encodePath = (path: string): string => path.split('/').map(strict).join('/');
const encodeQuery = (query: Request['query']): string =>
  query.map(([name, value]) => `${strict(name)}=${strict(value)}`).join('&');

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

export const amzDate = (time: number): string => new Date(time).toISOString().replace(/[-:]|\.\d{3}/g, '');
const timeOf = (date: string): number =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
const scopeOf = (date: string): string => `${date.slice(0, 8)}/${REGION}/s3/aws4_request`;
export const credentialOf = ({ accessKey }: Credentials, date: string): string => `${accessKey}/${scopeOf(date)}`;

export const signText = (text: string, date: string, { secretKey }: Credentials): string =>
  hmac([REGION, 's3', 'aws4_request'].reduce<Buffer>(hmac, hmac(`AWS4${secretKey}`, date.slice(0, 8))), text).toString(
    'hex',
  );

const signatureOf = (request: Request, signed: { names: string; date: string; payload: string }, by: Credentials) => {
  const sorted = request.query.toSorted(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1));
  const headers = signed.names.split(';').map((name) => `${name}:${(request.headers[name] ?? '').trim()}\n`);
  const canonical = [
    request.method,
    encodePath(request.path),
    encodeQuery(sorted),
    headers.join(''),
    signed.names,
    signed.payload,
  ].join('\n');
  const digest = createHash('sha256').update(canonical).digest('hex');
  return signText([ALGORITHM, signed.date, scopeOf(signed.date), digest].join('\n'), signed.date, by);
};

/** A URL that is its own permission, for a time. */
export const presign = (
  { method, path, query }: Omit<Request, 'headers'>,
  { origin, seconds, by }: { origin: string; seconds: number; by: Credentials },
): string => {
  const date = amzDate(Date.now());
  const whole = [
    ['X-Amz-Algorithm', ALGORITHM],
    ['X-Amz-Credential', credentialOf(by, date)],
    ['X-Amz-Date', date],
    ['X-Amz-Expires', String(seconds)],
    ['X-Amz-SignedHeaders', 'host'],
    ...query,
  ] as const;
  const request = { method, path, query: whole, headers: { host: new URL(origin).host } };
  const signature = signatureOf(request, { names: 'host', date, payload: UNSIGNED }, by);
  return `${origin}${encodePath(path)}?${encodeQuery([...whole, ['X-Amz-Signature', signature]])}`;
};

/** The headers that permit one request. */
export const authorize = (request: Request, by: Credentials): Record<string, string> => {
  const date = amzDate(Date.now());
  const headers = { ...request.headers, 'x-amz-content-sha256': UNSIGNED, 'x-amz-date': date };
  const names = 'host;x-amz-content-sha256;x-amz-date';
  const signature = signatureOf({ ...request, headers }, { names, date, payload: UNSIGNED }, by);
  const authorization = `${ALGORITHM} Credential=${credentialOf(by, date)}, SignedHeaders=${names}, Signature=${signature}`;
  return { 'X-Amz-Content-Sha256': UNSIGNED, 'X-Amz-Date': date, Authorization: authorization };
};

export const demandEqual = (given: string, right: string): void => {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  if (a.length !== b.length || !timingSafeEqual(a, b)) throw new StoreRefusal('SignatureDoesNotMatch');
};

const demandCredential = (given: string, date: string, by: Credentials): void => {
  if (!given.startsWith(`${by.accessKey}/`)) throw new StoreRefusal('InvalidAccessKeyId');
  if (given !== credentialOf(by, date)) throw new StoreRefusal('SignatureDoesNotMatch');
};

const verifyQuery = (request: Request, by: Credentials): void => {
  const of = (name: string) => request.query.find(([key]) => key === name)?.[1] ?? '';
  const [date, names] = [of('X-Amz-Date'), of('X-Amz-SignedHeaders')];
  const seconds = Number(of('X-Amz-Expires'));
  if (of('X-Amz-Algorithm') !== ALGORITHM || !names.split(';').includes('host')) throw new StoreRefusal('AccessDenied');
  demandCredential(of('X-Amz-Credential'), date, by);
  const unsigned = { ...request, query: request.query.filter(([name]) => name !== 'X-Amz-Signature') };
  demandEqual(of('X-Amz-Signature'), signatureOf(unsigned, { names, date, payload: UNSIGNED }, by));
  if (!(Date.now() < timeOf(date) + seconds * 1000)) throw new StoreRefusal('RequestExpired');
};

const verifyHeaders = (request: Request, by: Credentials): void => {
  const [, credential = '', names = '', signature = ''] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]+)$/.exec(
      request.headers.authorization ?? '',
    ) ?? [];
  const { 'x-amz-date': date = '', 'x-amz-content-sha256': payload = '' } = request.headers;
  if (payload !== UNSIGNED || !names.split(';').includes('host')) throw new StoreRefusal('AccessDenied');
  demandCredential(credential, date, by);
  demandEqual(signature, signatureOf(request, { names, date, payload }, by));
  if (!(Math.abs(Date.now() - timeOf(date)) < HEADER_LIFE_MS)) throw new StoreRefusal('RequestTimeTooSkewed');
};

/** Throws a StoreRefusal for a request that nobody with the secret has signed, or whose time is over. */
export const verify = (request: Request, by: Credentials): void => {
  if (request.query.some(([name]) => name === 'X-Amz-Signature')) verifyQuery(request, by);
  else if (request.headers.authorization !== undefined) verifyHeaders(request, by);
  else throw new StoreRefusal('AccessDenied');
};
