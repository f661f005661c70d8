import type { Knex } from 'knex';
import type { GuardedFetch, OutgoingAnswer } from '../../kit/guarded-fetch.ts';
import type { SharedHashes } from '../../kit/shared-hashes.ts';
import { accept } from './accept.ts';
import { MEDIA_TYPE, PolicyRefusal } from './document.ts';
import type { KeysTrusted, LastGood } from './open-document.ts';
import { withDocument } from './opening.ts';
import type { SubscriptionRow } from './subscriptions.ts';

export interface LookParts {
  readonly db: Knex;
  readonly guarded: GuardedFetch;
  readonly sharedHashes: SharedHashes;
  readonly signal: AbortSignal;
}

/** Room for a million entries. */
const MOST_BYTES = 128 * 1_024 * 1_024;
const MOST_KEY_BYTES = 65_536;
const TIMEOUT_MS = 120_000;
const KEYS_TIMEOUT_MS = 10_000;

/** Fetches what is new, and puts it in force. True where something changed; rejects with {@link PolicyRefusal}. */
export async function look(row: SubscriptionRow, parts: LookParts): Promise<boolean> {
  const answer = await ask(row.url, {
    ...{ parts, most: MOST_BYTES, timeout: TIMEOUT_MS },
    headers: { accept: MEDIA_TYPE, ...(row.etag === null ? {} : { 'if-none-match': row.etag }) },
  });
  if (answer.status === 304 && row.etag !== null) {
    if (row.expires_at !== null && row.expires_at.getTime() <= Date.now())
      throw new PolicyRefusal(
        'EXPIRED',
        `There is none newer than that which expired at ${row.expires_at.toISOString()}.`,
      );
    return false;
  }
  if (answer.status !== 200) throw new PolicyRefusal('ANSWER_REFUSED', `The server answered ${answer.status}.`);
  const task = {
    jws: answer.bytes,
    trusted: await keysOf(row, parts),
    last: lastGoodOf(row),
    now: Date.now(),
  };
  const etag = textOf(answer.headers.etag);
  return withDocument(task, (reading) => accept(row, reading, { ...parts, etag }));
}

async function keysOf({ trust }: SubscriptionRow, parts: LookParts): Promise<KeysTrusted> {
  if ('thumbprints' in trust) return trust;
  const headers = { accept: 'application/jwk-set+json, application/json' };
  const answer = await ask(trust.jwksURL, { parts, headers, most: MOST_KEY_BYTES, timeout: KEYS_TIMEOUT_MS });
  if (answer.status !== 200) throw new PolicyRefusal('ANSWER_REFUSED', `The keys' server answered ${answer.status}.`);
  try {
    return { jwks: JSON.parse(answer.bytes.toString('utf8')) };
  } catch {
    throw new PolicyRefusal('MALFORMED', 'The keys: a JWK set (RFC 7517) is expected.');
  }
}

interface Asked {
  readonly parts: LookParts;
  readonly headers: Readonly<Record<string, string>>;
  readonly most: number;
  readonly timeout: number;
}

async function ask(url: string, { parts, most, ...outgoing }: Asked): Promise<OutgoingAnswer> {
  const { guarded, signal } = parts;
  const answer = await guarded.ask(url, { method: 'GET', most, signal, ...outgoing }).catch((error: unknown) => {
    throw new PolicyRefusal('UNREACHABLE', `The server cannot be reached (${codeOf(error)}).`);
  });
  if (answer.cut) throw new PolicyRefusal('TOO_LARGE', `It is longer than ${most} bytes.`);
  return answer;
}

const lastGoodOf = ({ issuer, list, version, digest }: SubscriptionRow): LastGood | null =>
  issuer === null || list === null || version === null || digest === null
    ? null
    : { issuer, list, version: Number(version), digest };

const textOf = (header: string | readonly string[] | undefined): string | null =>
  typeof header === 'string' && header.length <= 1_000 ? header : null;

const codeOf = (error: unknown): string => {
  const { code, name } = error as { readonly code?: unknown; readonly name?: string };
  return typeof code === 'string' ? code : (name ?? 'no reason given');
};
