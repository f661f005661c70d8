import { randomUUID } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { FaultReason } from '../../kit/faults.ts';
import type { AdminKeys } from '../keys/admin-keys.ts';

/** Seconds that an access token lives; one that claims more is not ours. */
const LIFE = 600;
const TYPE = 'at+jwt';

export interface AccessTokens {
  issue(adminID: string): { token: string; expiresAt: Date };
  /** The admin's id, or why there is none. */
  verify(token: string): { adminID: string } | FaultReason;
}

/** Admins' access tokens (RFC 9068), ES256, by our own keys only. `issuer` is their audience, too. */
export function createAccessTokens(keys: AdminKeys, issuer: string): AccessTokens {
  return {
    issue(adminID) {
      const { kid, privateKey } = keys.signing;
      const header = { alg: 'ES256' as const, kid, typ: TYPE };
      const token = jwt.sign({ sub: adminID, jti: randomUUID() }, privateKey, {
        algorithm: 'ES256',
        header,
        issuer,
        audience: issuer,
        expiresIn: LIFE,
      });
      return { token, expiresAt: new Date(Date.now() + LIFE * 1000) };
    },

    verify(token) {
      try {
        const header = jwt.decode(token, { complete: true })?.header;
        const key = header?.typ === TYPE && header.kid !== undefined ? keys.find(header.kid) : undefined;
        if (key === undefined) return 'TOKEN_INVALID';
        const claims = jwt.verify(token, key.publicKey, { algorithms: ['ES256'], issuer, audience: issuer });
        if (typeof claims === 'string') return 'TOKEN_INVALID';
        const { sub, jti, iat = 0, exp = Number.POSITIVE_INFINITY } = claims;
        return sub === undefined || jti === undefined || exp - iat > LIFE ? 'TOKEN_INVALID' : { adminID: sub };
      } catch (error) {
        return error instanceof jwt.TokenExpiredError ? 'TOKEN_EXPIRED' : 'TOKEN_INVALID';
      }
    },
  };
}
