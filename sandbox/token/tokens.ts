import { Refusal } from '../refusal.ts';
import type { Collection } from '../state/collection.ts';
import type { State } from '../state/state.ts';
import { readClaims, signToken } from './claims.ts';
import type { LoginPolicy } from './login-policy.ts';
import { ADMIN_PLATFORM, isKnownPlatform } from './platform.ts';

interface Issued {
  token: string;
  userID: string;
  platformID: number;
  expiresAt: number;
  phase: 'valid' | 'kicked' | 'temporary';
  /** A replaced admin token works a little longer, so that not all nodes must fetch a new one at once. */
  validUntil?: number;
}

export interface Identity {
  userID: string;
  platformID: number;
  expiresAt: number;
}

export interface TokenRules {
  secret: string;
  policy: LoginPolicy;
}

const TEMPORARY_MS = 5 * 60 * 1000;

/** Every token ever issued and not yet forgotten: a good signature alone opens nothing. */
export class Tokens {
  private readonly issued: Collection<Issued>;
  private readonly byUser = new Map<string, Set<string>>();
  private readonly rules: TokenRules;

  constructor(state: State, rules: TokenRules) {
    this.issued = state.collection<Issued>('tokens');
    this.rules = rules;
    for (const row of this.issued.values()) this.index(row);
  }

  private index(row: Issued): void {
    const tokens = this.byUser.get(row.userID);
    if (tokens === undefined) this.byUser.set(row.userID, new Set([row.token]));
    else tokens.add(row.token);
  }

  private of(userID: string): Issued[] {
    return [...(this.byUser.get(userID) ?? [])].flatMap((token) => this.issued.get(token) ?? []);
  }

  private forget(row: Issued): void {
    this.issued.delete(row.token);
    this.byUser.get(row.userID)?.delete(row.token);
  }

  private kick(token: string): void {
    this.issued.update(token, { phase: 'kicked' });
  }

  issue(userID: string, platformID: number): string {
    const logins = new Map<number, string[]>();
    for (const row of this.of(userID).filter((known) => isKnownPlatform(known.platformID))) {
      if (row.phase === 'kicked' || row.expiresAt * 1000 < Date.now()) this.forget(row);
      else if (row.phase === 'valid' && row.platformID === ADMIN_PLATFORM) this.expireSoon(row, platformID);
      else if (row.phase === 'valid') logins.set(row.platformID, [...(logins.get(row.platformID) ?? []), row.token]);
    }
    for (const token of this.rules.policy(logins, platformID)) this.kick(token);
    const { token, expiresAt } = signToken(userID, platformID, this.rules.secret);
    this.index(this.issued.set(token, { token, userID, platformID, expiresAt, phase: 'valid' }));
    return token;
  }

  private expireSoon(row: Issued, platformID: number): void {
    if (platformID !== ADMIN_PLATFORM) return;
    this.issued.set(row.token, { ...row, phase: 'temporary', validUntil: Date.now() + TEMPORARY_MS });
  }

  /** Who holds this token; refuses with the code that tells why it opens nothing. */
  identify(token: string): Identity {
    const row = this.issued.get(token);
    if (row === undefined) {
      readClaims(token, this.rules.secret);
      throw new Refusal('TokenNotExistError');
    }
    if (row.expiresAt * 1000 < Date.now()) throw new Refusal('TokenExpiredError');
    if (row.phase === 'kicked') throw new Refusal('TokenKickedError');
    if (row.phase === 'temporary' && (row.validUntil ?? 0) < Date.now()) throw new Refusal('TokenNotExistError');
    return row;
  }

  /** Puts out all tokens of one platform; replaced admin tokens are out of reach, as on the server. */
  kickPlatform(userID: string, platformID: number, except?: string): void {
    for (const row of this.of(userID)) {
      if (row.platformID === platformID && row.phase === 'valid' && row.token !== except) this.kick(row.token);
    }
  }

  kickAll(tokens: readonly string[]): void {
    for (const token of tokens) this.kick(token);
  }
}
