import { createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { PlatformID } from '../../../kit/viewer.ts';
import type { Ended } from './ended.ts';
import type { Entry } from './entry.ts';
import { PLATFORMS } from './policy.ts';
import type { Shelf } from './shelf.ts';

/** Who holds a token that somebody brought, or the code and name that OpenIM would refuse it with. */
export type Standing = { readonly kind: 'good'; readonly userID: string; readonly platform: PlatformID } | TokenRefusal;

export interface TokenRefusal {
  readonly kind: 'refused';
  readonly errCode: number;
  readonly errMsg: string;
}

/** Whether somebody is signed in on a platform, from our own record; asked only while the store is away. */
export type SignedIn = (userID: string, platform: PlatformID) => Promise<boolean>;

/** Looks a token up on our shelf, in the store itself and no copy: what ended a moment ago opens nothing. */
export type StandingOf = (token: string, signedIn: SignedIn) => Promise<Standing>;

const refused = (errCode: number, errMsg: string): TokenRefusal => ({ kind: 'refused', errCode, errMsg });
const EXPIRED = refused(1501, 'TokenExpiredError');
const MALFORMED = refused(1503, 'TokenMalformedError');
const TOO_EARLY = refused(1504, 'TokenNotValidYetError');
const KICKED = refused(1506, 'TokenKickedError');
const UNKNOWN = refused(1507, 'TokenNotExistError');
/** OpenIM puts its JWT library's words where a name would stand. */
const odd = (words: string): TokenRefusal => refused(1505, words);

/** OpenIM's tokens have some 200 characters. */
const LONGEST = 4_096;

interface Claims {
  readonly alg: unknown;
  readonly userID: string;
  readonly platform: PlatformID;
  /** Unix seconds. */
  readonly exp: number;
  readonly nbf: number;
  readonly iat: number;
}

export function createStanding(parts: { shelf: Shelf; ended: Ended; secret: string }): StandingOf {
  const { shelf, ended, secret } = parts;
  // As a text, each verification would first try to read it as a public key.
  const key = createSecretKey(secret, 'utf8');

  async function whyNot(token: string, { userID, platform }: Claims, entry: Entry | undefined): Promise<TokenRefusal> {
    if (entry !== undefined && entry.state !== 'live') return KICKED;
    return (await ended.read(userID, platform)).includes(token) ? KICKED : UNKNOWN;
  }

  return async (token, signedIn) => {
    const claims = readClaims(token);
    if (claims === null) return MALFORMED;
    const wrong = wrongWith(token, claims, key);
    if (wrong !== null) return wrong;
    const { userID, platform } = claims;
    if (!PLATFORMS.includes(platform)) return UNKNOWN;
    const good = { kind: 'good', userID, platform } as const;
    const entries = await shelf.fresh(userID).catch(() => null);
    // OpenIM itself looks at the token, too.
    if (entries === null) return (await signedIn(userID, platform)) ? good : KICKED;
    const entry = entries.get(platform);
    return entry?.state === 'live' && isSame(entry.token, token) ? good : whyNot(token, claims, entry);
  };
}

/** In the order in which OpenIM finds things wrong; what it did not sign costs no look into the store. */
function wrongWith(token: string, { alg, exp, nbf, iat }: Claims, key: KeyObject): TokenRefusal | null {
  const now = Date.now() / 1000;
  if (now > exp) return EXPIRED;
  if (now < nbf) return TOO_EARLY;
  if (alg === 'none') return odd("'none' signature type is not allowed");
  if (!isSigned(token, key)) return odd('signature is invalid');
  return now < iat ? odd('token used before issued') : null;
}

/** What a token says of itself; nothing of it is believed before the token is found on our shelf. */
function readClaims(token: string): Claims | null {
  if (token.length > LONGEST) return null;
  const read = decode(token);
  if (read === null || typeof read.payload !== 'object') return null;
  const { UserID, PlatformID: platform, exp = 0, nbf = 0, iat = 0 } = read.payload;
  if (typeof UserID !== 'string' || typeof platform !== 'number') return null;
  return { alg: read.header.alg, userID: UserID, platform: platform as PlatformID, exp, nbf, iat };
}

function decode(token: string): jwt.Jwt | null {
  try {
    return jwt.decode(token, { complete: true });
  } catch {
    return null;
  }
}

function isSigned(token: string, key: KeyObject): boolean {
  try {
    jwt.verify(token, key, { algorithms: ['HS256'], ignoreExpiration: true, ignoreNotBefore: true });
    return true;
  } catch {
    return false;
  }
}

function isSame(ours: string, theirs: string): boolean {
  const [a, b] = [Buffer.from(ours), Buffer.from(theirs)];
  return a.length === b.length && timingSafeEqual(a, b);
}
