import { createRemoteJWKSet, decodeJwt, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { FaultReason } from '../../kit/faults.ts';
import { ADMIN_ROLES, type AdminRole } from './scopes.ts';

/** Nothing that one secret could both make and check. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const ANSWER_MS = 5_000;
/** A provider that did not answer is left alone for so long, ms. */
const REST_MS = 5_000;
/** Seconds by which its clock may be off. */
const SKEW = 30;

/** A company's own OpenID provider (OpenID Connect Discovery 1.0). */
export interface CompanyProvider {
  readonly issuer: string;
  readonly audience: string;
  /** The claim that holds the roles: a text, or a list of them. */
  readonly roleClaim: string;
  /** Its names of our roles; empty where they are called as ours are. */
  readonly roles: ReadonlyMap<string, AdminRole>;
}

/** Whom it vouches for. A role that is none of ours is left out, and no role is no scope. */
export interface CompanyAdmin {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly AdminRole[];
}

export interface CompanyTokens {
  /** Whether a token says that it is of that provider; only then is it asked. */
  issued(token: string): boolean;
  verify(token: string): Promise<CompanyAdmin | FaultReason>;
}

const Metadata = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** Its keys are fetched at the first token, kept, and fetched again, not often, when one names another. */
export function createCompanyTokens(provider: CompanyProvider, log: Logger): CompanyTokens {
  const { issuer, audience } = provider;
  let keys: Promise<JWTVerifyGetKey> | null = null;
  let restUntil = 0;

  const keysNow = (): Promise<JWTVerifyGetKey> => {
    keys ??= discover(issuer).catch((error: unknown) => {
      keys = null;
      restUntil = Date.now() + REST_MS;
      log.warn({ err: error, issuer }, "the company's OpenID provider cannot be asked");
      throw error;
    });
    return keys;
  };

  return {
    issued(token) {
      try {
        return decodeJwt(token).iss === issuer;
      } catch {
        return false;
      }
    },

    async verify(token) {
      if (Date.now() < restUntil) return 'PROVIDER_UNAVAILABLE';
      try {
        const { payload } = await jwtVerify(token, await keysNow(), {
          issuer,
          audience,
          algorithms: ALGORITHMS,
          clockTolerance: SKEW,
          requiredClaims: ['sub', 'exp'],
        });
        return adminOf(payload, provider) ?? 'TOKEN_INVALID';
      } catch (error) {
        return reasonOf(error);
      }
    },
  };
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    redirect: 'error',
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  const metadata = Metadata.parse(await response.json());
  const keys = new URL(metadata.jwks_uri);
  // Discovery §4.3: another issuer's word is not this one's; and keys come over no weaker wire than their issuer is on.
  if (metadata.issuer !== issuer || (keys.protocol !== 'https:' && keys.protocol !== new URL(issuer).protocol))
    throw new TypeError("The provider's metadata is not its own.");
  return createRemoteJWKSet(keys, { timeoutDuration: ANSWER_MS });
}

function reasonOf(error: unknown): FaultReason {
  if (error instanceof errors.JWTExpired) return 'TOKEN_EXPIRED';
  // What the library throws when the key set cannot be had.
  const away =
    error instanceof errors.JWKSTimeout || (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC');
  return error instanceof errors.JOSEError && !away ? 'TOKEN_INVALID' : 'PROVIDER_UNAVAILABLE';
}

function adminOf(payload: JWTPayload, { roleClaim, roles }: CompanyProvider): CompanyAdmin | null {
  const { email, email_verified, name } = payload;
  const address = z.email().safeParse(email);
  if (!address.success || email_verified === false) return null;
  const claimed = [payload[roleClaim]].flat().filter((role) => typeof role === 'string');
  const ours = ADMIN_ROLES.filter((role) => claimed.some((each) => (roles.size > 0 ? roles.get(each) : each) === role));
  return {
    email: address.data.toLowerCase(),
    name: typeof name === 'string' ? name.slice(0, 64) : address.data,
    roles: ours,
  };
}
