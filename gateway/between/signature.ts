import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { type InnerList, isInnerList, parseDictionary, serializeInnerList } from 'structured-headers';
import type { SubgraphKey, SubgraphKeys } from './keys.ts';

/** Other than that of clients, so that a signature of the one is nothing to the other. */
const TAG = 'openim-graphql-subgraph';
const ASKING = 'gateway';
const ANSWERING = 'subgraph';
const NONCE = /^[A-Za-z0-9_-]{22,64}$/;

/** Both ends are ours: exactly these components are signed, in this order. */
const OF_QUESTION = ['@method', '@path', 'content-digest'] as const;
/** Bound to the question by its signature (RFC 9421 §2.4): an answer to another is none to this. */
const ITS_QUESTION = { name: 'signature', line: `"signature";req;key="${ASKING}"` };

type Headers = Readonly<Record<string, string>>;
type Received = Readonly<Record<string, string | string[] | undefined>>;

export interface SignedQuestion {
  readonly headers: Headers;
  readonly key: SubgraphKey;
  readonly mac: string;
}

/** What a question's signature says, once it is believed. */
export interface Signed {
  /** Unix seconds. */
  readonly created: number;
  readonly nonce: string;
  readonly key: SubgraphKey;
  readonly mac: string;
}

export const digestOf = (body: string | Uint8Array): string =>
  `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;

export function signQuestion(key: SubgraphKey, path: string, digest: string): SignedQuestion {
  const params = paramsOf(key, [
    ['created', Math.floor(Date.now() / 1000)],
    ['nonce', randomBytes(18).toString('base64url')],
  ]);
  const list = serializeInnerList([OF_QUESTION.map((name) => [name, new Map()]), params]);
  const mac = macOf(key, baseOfQuestion({ path, digest, list }));
  const headers = {
    'content-digest': digest,
    'signature-input': `${ASKING}=${list}`,
    signature: `${ASKING}=:${mac}:`,
  };
  return { headers, key, mac };
}

/** Null: nobody with a key of ours signed this. Time, nonce and body are still to be looked at. */
export function verifyQuestion(
  { method, path, headers }: { readonly method: string; readonly path: string; readonly headers: Received },
  keys: SubgraphKeys,
): Signed | null {
  const read = readSignature(headers, ASKING);
  if (read === null || method !== 'POST') return null;
  const { input, mac } = read;
  const [items, params] = input;
  const same =
    items.length === OF_QUESTION.length &&
    items.every(([name, more], at) => name === OF_QUESTION[at] && more.size === 0);
  const created = params.get('created');
  const nonce = params.get('nonce');
  const key = keys.byID(String(params.get('keyid')));
  if (!same || typeof created !== 'number' || typeof nonce !== 'string' || !NONCE.test(nonce) || key === null)
    return null;
  if (params.get('tag') !== TAG || params.get('alg') !== 'hmac-sha256') return null;
  const base = baseOfQuestion({ path, digest: String(headers['content-digest']), list: serializeInnerList(input) });
  return equal(mac, macOf(key, base)) ? { created, nonce, key, mac } : null;
}

/** The headers of an answer of this status and body. */
export function signAnswer({ key, mac }: Pick<Signed, 'key' | 'mac'>, status: number, body: string): Headers {
  const digest = digestOf(body);
  const list = answerList(key);
  const signature = macOf(key, baseOfAnswer({ status, digest, list, mac }));
  return {
    'content-digest': digest,
    'signature-input': `${ANSWERING}=${list}`,
    signature: `${ANSWERING}=:${signature}:`,
  };
}

interface Answer {
  readonly status: number;
  readonly headers: Received;
  readonly text: string;
}

/** Whether this is what the subgraph answered to just this question. */
export function answers({ key, mac: asked }: SignedQuestion, { status, headers, text }: Answer): boolean {
  const digest = digestOf(text);
  const read = readSignature(headers, ANSWERING);
  if (read === null || headers['content-digest'] !== digest) return false;
  const list = answerList(key);
  if (serializeInnerList(read.input) !== list) return false;
  return equal(read.mac, macOf(key, baseOfAnswer({ status, digest, list, mac: asked })));
}

const paramsOf = (key: SubgraphKey, more: readonly [string, string | number][]): Map<string, string | number> =>
  new Map([...more, ['keyid', key.id], ['alg', 'hmac-sha256'], ['tag', TAG]]);

/** It needs no time and no nonce of its own: those of its question are in what it signs. */
const answerList = (key: SubgraphKey): string =>
  `("@status" "content-digest" ${ITS_QUESTION.line})${serializeInnerList([[], paramsOf(key, [])]).slice(2)}`;

const baseOfQuestion = ({ path, digest, list }: Readonly<Record<'path' | 'digest' | 'list', string>>): string =>
  ['"@method": POST', `"@path": ${path}`, `"content-digest": ${digest}`, `"@signature-params": ${list}`].join('\n');

interface AnswerBase {
  readonly status: number;
  readonly digest: string;
  readonly list: string;
  readonly mac: string;
}

const baseOfAnswer = ({ status, digest, list, mac }: AnswerBase): string =>
  [
    `"@status": ${status}`,
    `"content-digest": ${digest}`,
    `${ITS_QUESTION.line}: :${mac}:`,
    `"@signature-params": ${list}`,
  ].join('\n');

function readSignature(headers: Received, label: string): { input: InnerList; mac: string } | null {
  try {
    const input = parseDictionary(String(headers['signature-input'])).get(label);
    const mac = parseDictionary(String(headers.signature)).get(label)?.[0];
    if (input === undefined || !isInnerList(input) || !(mac instanceof ArrayBuffer)) return null;
    return { input, mac: Buffer.from(mac).toString('base64') };
  } catch {
    return null;
  }
}

const macOf = ({ key }: SubgraphKey, base: string): string => createHmac('sha256', key).update(base).digest('base64');

const equal = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
