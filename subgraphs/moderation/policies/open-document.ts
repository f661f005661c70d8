import { createHash } from 'node:crypto';
import {
  type CompactJWSHeaderParameters,
  calculateJwkThumbprint,
  compactVerify,
  createLocalJWKSet,
  importJWK,
  type JSONWebKeySet,
  type JWK,
} from 'jose';
import { bitsOf, tellsApart } from '../../kit/perceptual-hash.ts';
import { plainDomain } from '../rules/text/domains.ts';
import { whyNot } from '../rules/text/word.ts';
import { ALGORITHMS, BAN, type PolicyDocument, PolicyRefusal, TYPE } from './document.ts';

/** Whose signature is good: keys by their RFC 7638 thumbprints, or those that an address served a moment ago. */
export type KeysTrusted = { readonly thumbprints: readonly string[] } | { readonly jwks: unknown };

/** What was accepted last. */
export interface LastGood {
  readonly issuer: string;
  readonly list: string;
  readonly version: number;
  readonly digest: string;
}

export interface Opened {
  readonly issuer: string;
  readonly list: string;
  readonly version: number;
  readonly expiresAt: Date;
  /** Of the entries, in their order. */
  readonly digest: string;
  /** Entries that are none of the kinds and recommendations that we know, or cannot be what they say. */
  readonly passedOver: number;
  readonly words: readonly Listed[];
  readonly domains: readonly Listed[];
  /** Files, by what is compared of them: `sha256:` or `phash:`, and hexadecimal digits. */
  readonly hashes: readonly Listed[];
}

/** What entries are made into. */
export type Kind = 'words' | 'domains' | 'hashes';

/** An entry, and why it is one. */
export type Listed = readonly [entry: string, reason: string | null];

const MOST_ENTRIES = 1_000_000;
const MOST_VERSIONS = 2 ** 31 - 1;
const LONGEST_NAME = 200;
const LONGEST_REASON = 500;

/** Rejects with {@link PolicyRefusal}. */
export async function openDocument(
  jws: Uint8Array,
  { trusted, last, now }: { readonly trusted: KeysTrusted; readonly last: LastGood | null; readonly now: number },
): Promise<Opened> {
  const document = read(await verified(jws, trusted));
  const { iss: issuer, list, version } = document;
  if (last !== null && (issuer !== last.issuer || list !== last.list))
    throw new PolicyRefusal(
      'OTHER_LIST',
      'It is another list, or of another issuer, than the one that was accepted before.',
    );
  if (document.exp * 1_000 <= now) throw new PolicyRefusal('EXPIRED', `It expired at ${timeOf(document.exp)}.`);
  if (last !== null && version < last.version)
    throw new PolicyRefusal('ROLLED_BACK', `It is version ${version}; version ${last.version} was accepted before.`);
  const entries = entriesOf(document.entries);
  if (version === last?.version && entries.digest !== last.digest)
    throw new PolicyRefusal('ROLLED_BACK', `It is version ${version} with other entries than were accepted under it.`);
  return { issuer, list, version, expiresAt: new Date(document.exp * 1_000), ...entries };
}

async function verified(jws: Uint8Array, trusted: KeysTrusted): Promise<Uint8Array> {
  try {
    const { payload, protectedHeader } = await compactVerify(jws, keyFor(trusted), { algorithms: ALGORITHMS });
    if (protectedHeader.typ !== TYPE)
      throw new PolicyRefusal('MALFORMED', `A header with the type ${TYPE} is expected.`);
    return payload;
  } catch (error) {
    if (error instanceof PolicyRefusal) throw error;
    const { code } = error as { readonly code?: string };
    if (code === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED')
      throw new PolicyRefusal('SIGNATURE_WRONG', 'The signature is not that of the trusted key.');
    if (code === 'ERR_JWKS_NO_MATCHING_KEY' || code === 'ERR_JWKS_MULTIPLE_MATCHING_KEYS')
      throw new PolicyRefusal('KEY_UNKNOWN', 'It names no key that is trusted.');
    throw new PolicyRefusal('MALFORMED', `A compact JWS, signed with ${ALGORITHMS.join(' or ')}, is expected.`);
  }
}

/** A header brings the key that signed (`jwk`): it is as good as its thumbprint. */
function keyFor(trusted: KeysTrusted) {
  if ('jwks' in trusted) return createLocalJWKSet(trusted.jwks as JSONWebKeySet);
  return async ({ jwk, alg }: CompactJWSHeaderParameters) => {
    if (jwk === undefined)
      throw new PolicyRefusal('KEY_UNKNOWN', 'A header with the key (`jwk`) that signed is expected.');
    const thumbprint = await calculateJwkThumbprint(jwk as JWK);
    if (!trusted.thumbprints.includes(thumbprint))
      throw new PolicyRefusal('KEY_UNKNOWN', `It is signed with the key ${thumbprint}, which is not trusted.`);
    return importJWK({ ...(jwk as JWK) }, alg);
  };
}

function read(payload: Uint8Array): PolicyDocument {
  const document = parsed(payload);
  const wrong = (what: string): PolicyRefusal => new PolicyRefusal('MALFORMED', what);
  if (!isObject(document)) throw wrong('A JSON object is expected.');
  const { iss, list, version, exp, entries } = document;
  for (const [name, text] of Object.entries({ iss, list }))
    if (!isText(text, LONGEST_NAME)) throw wrong(`${name}: a text of 1 to ${LONGEST_NAME} characters is expected.`);
  if (!Number.isInteger(version) || (version as number) < 0 || (version as number) > MOST_VERSIONS)
    throw wrong(`version: a whole number from 0 to ${MOST_VERSIONS} is expected.`);
  if (!Number.isSafeInteger(exp) || !Number.isFinite(new Date((exp as number) * 1_000).getTime()))
    throw wrong('exp: a time is expected, in seconds since 1970.');
  if (!Array.isArray(entries)) throw wrong('entries: an array is expected.');
  if (entries.length > MOST_ENTRIES)
    throw new PolicyRefusal('TOO_LARGE', `It has ${entries.length} entries; ${MOST_ENTRIES} are the most.`);
  return document as unknown as PolicyDocument;
}

function parsed(payload: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
  } catch {
    throw new PolicyRefusal('MALFORMED', 'JSON in UTF-8 is expected.');
  }
}

function entriesOf(entries: readonly unknown[]): Pick<Opened, Kind | 'passedOver' | 'digest'> {
  const digest = createHash('sha256');
  const known: Readonly<Record<Kind, Map<string, string | null>>> = {
    words: new Map(),
    domains: new Map(),
    hashes: new Map(),
  };
  let passedOver = 0;
  for (const entry of entries) {
    const { kind, entity, reason, recommendation = BAN } = isObject(entry) ? entry : {};
    digest.update(
      JSON.stringify([kind, entity, reason, recommendation].map((each) => (typeof each === 'string' ? each : null))),
    );
    const usable = recommendation === BAN && typeof entity === 'string' ? usableOf(kind, entity) : null;
    const why = typeof reason === 'string' && reason !== '' ? plain(reason) : null;
    if (usable === null) passedOver++;
    else known[usable.kind].set(usable.entry, why);
  }
  const { words, domains, hashes } = known;
  const all = { words: [...words], domains: [...domains], hashes: [...hashes] };
  return { ...all, passedOver, digest: digest.digest('base64url') };
}

/** Hexadecimal digits of a hash, by the kind of its entry. */
const DIGITS: Readonly<Record<string, number>> = { sha256: 64, phash: 16 };

/** Null for what nothing here is made of. */
function usableOf(kind: unknown, entity: string): { readonly kind: Kind; readonly entry: string } | null {
  const text = entity.trim();
  if (text === '') return null;
  if (kind === 'keyword') return whyNot(entity) === null ? { kind: 'words', entry: text } : null;
  if (kind === 'domain') {
    const domain = plainDomain(entity);
    // All of a top-level domain is nothing that anybody means.
    return domain?.includes('.') ? { kind: 'domains', entry: domain } : null;
  }
  const digits = DIGITS[String(kind)];
  if (digits === undefined || text.length !== digits || !/^[0-9a-f]+$/i.test(text)) return null;
  // A plain picture's is near to that of any other.
  if (kind === 'phash' && !tellsApart(bitsOf(Buffer.from(text, 'hex')))) return null;
  return { kind: 'hashes', entry: `${kind}:${text.toLowerCase()}` };
}

/** What Postgres takes. */
const plain = (text: string): string => text.slice(0, LONGEST_REASON).toWellFormed().replaceAll('\0', '');

const timeOf = (seconds: number): string => new Date(seconds * 1_000).toISOString();
const isText = (value: unknown, most: number): boolean =>
  typeof value === 'string' && value !== '' && value.length <= most && plain(value) === value;
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
