import { randomUUID } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { FaultReason } from '../../kit/faults.ts';
import type { KeyRing } from './key-ring.ts';

/** Seconds that an access token lives; one that claims more is not ours. */
const LIFE = 600;
const TYPE = 'at+jwt';

/** Whose token it is, and of which of their sign-ins. */
export interface TokenSubject {
  readonly adminID: string;
  readonly signIn: string;
}

export interface AccessTokens {
  issue(subject: TokenSubject): { token: string; expiresAt: Date };
  /** Whose it is, or why it is nobody's. */
  verify(token: string): Promise<TokenSubject | FaultReason>;
}

/** Admins' access tokens (RFC 9068), ES256, by our own keys only. `issuer` is their audience, too. */
export function createAccessTokens(keys: KeyRing, issuer: string): AccessTokens {
  return {
    issue({ adminID, signIn }) {
      const { kid, privateKey } = keys.signing();
      const header = { alg: 'ES256' as const, kid, typ: TYPE };
      const token = jwt.sign({ sub: adminID, jti: randomUUID(), sid: signIn }, privateKey, {
        algorithm: 'ES256',
        header,
        issuer,
        audience: issuer,
        expiresIn: LIFE,
      });
      return { token, expiresAt: new Date(Date.now() + LIFE * 1000) };
    },

    async verify(token) {
      try {
        const header = jwt.decode(token, { complete: true })?.header;
        const key = header?.typ === TYPE && header.kid !== undefined ? await keys.find(header.kid) : undefined;
        if (key === undefined) return 'TOKEN_INVALID';
        const claims = jwt.verify(token, key.publicKey, { algorithms: ['ES256'], issuer, audience: issuer });
        if (typeof claims === 'string') return 'TOKEN_INVALID';
        const { sub, jti, sid, iat = 0, exp = Number.POSITIVE_INFINITY } = claims;
        if (sub === undefined || jti === undefined || typeof sid !== 'string') return 'TOKEN_INVALID';
        return exp - iat > LIFE ? 'TOKEN_INVALID' : { adminID: sub, signIn: sid };
      } catch (error) {
        if (!(error instanceof jwt.JsonWebTokenError) && !(error instanceof SyntaxError)) throw error;
        return error instanceof jwt.TokenExpiredError ? 'TOKEN_EXPIRED' : 'TOKEN_INVALID';
      }
    },
  };
}
