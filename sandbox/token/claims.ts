import { createHmac, timingSafeEqual } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { Refusal } from '../refusal.ts';

export interface Claims {
  UserID: string;
  PlatformID: number;
  exp: number;
  iat: number;
}

const LIFETIME_S = 90 * 24 * 60 * 60;
/** Clocks differ a little between nodes, so tokens are dated back. */
const BACKDATED_S = 5;

export const TOKEN_LIFETIME_S = LIFETIME_S;

export const signToken = (userID: string, platformID: number, secret: string): { token: string; expiresAt: number } => {
  const now = Math.floor(Date.now() / 1000);
  const claims: Claims = { UserID: userID, PlatformID: platformID, exp: now + LIFETIME_S, iat: now - BACKDATED_S };
  return { token: jwt.sign(claims, secret, { algorithm: 'HS256' }), expiresAt: claims.exp };
};

const HASHES: Record<string, string> = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' };

const parseObject = (text: string): Record<string, unknown> | undefined => {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null && !Array.isArray(json)
      ? (json as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
};

const readPart = (part = ''): Record<string, unknown> => {
  const json = /^[\w-]+$/.test(part) ? parseObject(Buffer.from(part, 'base64url').toString()) : undefined;
  if (json === undefined) throw new Refusal('TokenMalformedError');
  return json;
};

const signatureFault = (alg: unknown, signed: string, signature: string, secret: string): string | undefined => {
  if (alg === 'none') return "'none' signature type is not allowed";
  const hash = HASHES[String(alg)];
  if (hash === undefined)
    return /^(RS|ES|PS)(256|384|512)$|^EdDSA$/.test(String(alg))
      ? 'key is of invalid type'
      : 'signing method (alg) is unavailable.';
  const expected = createHmac(hash, secret).update(signed).digest();
  const given = Buffer.from(signature, 'base64url');
  return expected.length === given.length && timingSafeEqual(expected, given) ? undefined : 'signature is invalid';
};

const seconds = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/**
 * Reads a token that we did not issue ourselves. Expiry is told before a bad signature, and all that has no
 * code of its own is 1505 with the JWT library's text in place of a name.
 */
export const readClaims = (token: string, secret: string): Claims => {
  const parts = token.split('.');
  if (parts.length !== 3) throw new Refusal('TokenMalformedError');
  const header = readPart(parts[0]);
  const payload = readPart(parts[1]);
  const now = Date.now() / 1000;
  const [exp, nbf, iat] = [seconds(payload.exp), seconds(payload.nbf), seconds(payload.iat)];
  if (exp !== undefined && now > exp) throw new Refusal('TokenExpiredError');
  if (nbf !== undefined && now < nbf) throw new Refusal('TokenNotValidYetError');
  const fault = signatureFault(header.alg, `${parts[0]}.${parts[1]}`, parts[2] ?? '', secret);
  if (fault !== undefined) throw new Refusal('TokenUnknownError', '', fault);
  if (iat !== undefined && now < iat) throw new Refusal('TokenUnknownError', '', 'token used before issued');
  return {
    UserID: String(payload.UserID ?? ''),
    PlatformID: seconds(payload.PlatformID) ?? 0,
    exp: exp ?? 0,
    iat: iat ?? 0,
  };
};
