import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { AdminAuthority, Refusal, SessionAuthority, SessionKey } from '../../subgraphs/kit/credentials.ts';
import { Fault } from '../../subgraphs/kit/fault.ts';
import { ANONYMOUS, type Viewer } from '../../subgraphs/kit/viewer.ts';
import { digestMatches } from './digest.ts';
import { readSignature, type Signature } from './signature.ts';
import { type SignedMessage, signatureBase } from './signature-base.ts';

/** Seconds by which a signer's clock may be off. */
const SKEW = 60;
const SESSION_ID = /^[A-Za-z0-9_-]{1,64}$/;

export interface Authorities {
  readonly sessions: SessionAuthority;
  readonly admins: AdminAuthority;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** The credential of a request whose body has not been read yet. */
export type Credential =
  | { readonly kind: 'settled'; readonly viewer: Viewer; readonly authorization: string | null }
  | { readonly kind: 'signed'; readonly session: SessionKey; readonly signature: Signature; readonly digest: string };

const settled = (viewer: Viewer, authorization: string | null): Credential => ({
  kind: 'settled',
  viewer,
  authorization,
});

/** SESSION.md §2, checks 1 to 4: everything that can be known before the body. */
export async function readCredential(message: SignedMessage, ip: string, by: Authorities): Promise<Credential> {
  const { headers } = message.raw;
  const signed = headers['signature-input'] !== undefined || headers.signature !== undefined;
  if (signed && headers.authorization !== undefined) throw new Fault('TWO_CREDENTIALS');
  if (signed) return verifySignature(message, ip, by);
  const { authorization } = headers;
  if (authorization !== undefined) return settled(await adminOf(authorization, by.admins), authorization);
  return settled(ANONYMOUS, null);
}

async function verifySignature(message: SignedMessage, ip: string, by: Authorities): Promise<Credential> {
  const { headers } = message.raw;
  const signature = readSignature(
    header(headers, 'signature-input'),
    header(headers, 'signature'),
    !!message.target.query,
  );
  const session = await sessionOf(signature.keyID, ip, by.sessions);
  if (Math.abs(by.now() / 1000 - signature.created) > SKEW) throw new Fault('CLOCK_SKEW');
  const mac = createHmac('sha256', session.key).update(signatureBase(signature, message)).digest();
  if (mac.length !== signature.mac.length || !timingSafeEqual(mac, signature.mac)) throw new Fault('SIGNATURE_INVALID');
  const covered = signature.components.includes('content-digest');
  return { kind: 'signed', session, signature, digest: covered ? header(headers, 'content-digest') : '' };
}

function header(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name];
  if (value === undefined)
    throw new Fault('SIGNATURE_MALFORMED', { detail: 'Signature-Input and Signature come together' });
  return Array.isArray(value) ? value.join(', ') : value;
}

async function sessionOf(id: string, ip: string, sessions: SessionAuthority): Promise<SessionKey> {
  if (!SESSION_ID.test(id)) throw new Fault('SESSION_UNKNOWN');
  const found = await sessions.find(id, ip);
  if (typeof found === 'string' || found instanceof Fault) throw refused(found);
  return found;
}

const refused = (refusal: Refusal): Fault => (refusal instanceof Fault ? refusal : new Fault(refusal));

async function adminOf(authorization: string, admins: AdminAuthority): Promise<Viewer> {
  const token = /^Bearer +([A-Za-z0-9._~+/=-]+) *$/i.exec(authorization)?.[1];
  if (token === undefined) throw new Fault('TOKEN_INVALID');
  const found = await admins.verify(token);
  if (typeof found === 'string') throw new Fault(found);
  return found;
}

/** SESSION.md §2, checks 6 and 7: the bytes are those that were signed, and the nonce is spent, last of all. */
export async function confirm(credential: Credential, body: Uint8Array, by: Authorities): Promise<Viewer> {
  if (credential.kind === 'settled') return credential.viewer;
  const { session, signature, digest } = credential;
  const covered = signature.components.includes('content-digest');
  if ((covered || body.length > 0) && !digestMatches(digest, body)) throw new Fault('DIGEST_MISMATCH');
  const { nonce, created } = signature;
  const refusal = await by.sessions.spend(session, { nonce, created, mutation: mayMutate(body) });
  if (refusal !== null) throw refused(refusal);
  return session.viewer;
}

/** Whom a credential that was confirmed makes of who sent it, now: their rights of this moment, or why they have none. */
export async function standingOf(credential: Credential, ip: string, by: Authorities): Promise<Viewer> {
  if (credential.kind === 'settled')
    return credential.authorization === null ? credential.viewer : adminOf(credential.authorization, by.admins);
  const refusal = await by.sessions.endOf(credential.session, ip);
  if (refusal !== null) throw refused(refusal);
  return credential.session.viewer;
}

/**
 * Told before the body is parsed, so that nothing of an unverified body is looked into: a document without the word
 * cannot hold a mutation, one that is only named by its hash may. JSON can hide letters behind escapes.
 */
function mayMutate(body: Uint8Array): boolean {
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1');
  return body.length > 0 && (/mutation|\\u|"(documentId|sha256Hash)"/.test(text) || !/"query"/.test(text));
}
