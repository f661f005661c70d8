import { createSecretKey } from 'node:crypto';
import type { Knex } from 'knex';
import { bounded } from '../../kit/bounded.ts';
import type { Refusal, SessionKey } from '../../kit/credentials.ts';
import { Fault } from '../../kit/fault.ts';
import { banOf, refusalOf } from '../bans/ban.ts';
import type { SessionKEK } from '../keys/kek.ts';
import { endOf, type HotCopies, type HotSession, hotSession } from './hot-copy.ts';
import { createMisses } from './misses.ts';
import { boundTo, viewerOf } from './session.ts';
import type { Sessions } from './sessions.ts';

/** ms that a node trusts its own copy: a revocation elsewhere is found by the mark that each request asks for. */
const OWN_COPY_MS = 1_000;

export interface KnownSession extends SessionKey {
  readonly hot: HotSession;
}

/** Live sessions with their keys: this process's own copy, else the shared store's, else Postgres. */
export interface KnownSessions {
  find(id: string, ip: string): Promise<KnownSession | Refusal>;
  /** The ban that ended a session, if that is what it was. */
  banned(userID: string): Promise<Fault | null>;
  /** It has changed: the own copy is not good any more. */
  forget(id: string): void;
}

export interface KnownSessionsParts {
  readonly db: Knex;
  readonly kek: SessionKEK;
  readonly hot: HotCopies;
  readonly sessions: Sessions;
  /** ms. */
  readonly idle: number;
}

export function createKnownSessions({ db, kek, hot, sessions, idle }: KnownSessionsParts): KnownSessions {
  const own = bounded<string, KnownSession>(10_000, OWN_COPY_MS);
  const misses = createMisses();

  async function banned(userID: string): Promise<Fault | null> {
    const ban = await banOf(db, userID);
    return ban && refusalOf(ban);
  }

  async function fromPostgres(id: string, ip: string): Promise<HotSession | Refusal> {
    misses.begin(ip);
    const row = await sessions.byID(id);
    if (row === null) return 'SESSION_UNKNOWN';
    const session = hotSession(row);
    if (row.ended_at !== null) {
      const ranOut = endOf(session, idle, row.ended_at.getTime()) === 'SESSION_EXPIRED';
      return (await banned(row.user_id)) ?? (ranOut ? 'SESSION_EXPIRED' : 'SESSION_REVOKED');
    }
    misses.found(ip);
    await hot.write(session).catch(() => undefined);
    return session;
  }

  /** A copy that was sealed under a key which is gone is none: Postgres may have it under another by now. */
  async function readable(id: string): Promise<HotSession | null> {
    const session = await hot.read(id).catch(() => null);
    return session !== null && kek.open(session.sealed_key, boundTo(session)) !== null ? session : null;
  }

  async function find(id: string, ip: string): Promise<KnownSession | Refusal> {
    const copied = own.get(id);
    if (copied !== undefined) return endOf(copied.hot, idle, Date.now()) ?? copied;
    const session = (await readable(id)) ?? (await fromPostgres(id, ip));
    if (typeof session === 'string' || session instanceof Fault) return session;
    const ended = endOf(session, idle, Date.now());
    if (ended !== null) return ended;
    const key = kek.open(session.sealed_key, boundTo(session));
    // Its key of keys was taken out of the settings, which ends what it protected.
    if (key === null) return 'SESSION_EXPIRED';
    // Made once: from raw bytes a MAC costs five times as much.
    const known: KnownSession = { viewer: viewerOf(session), key: createSecretKey(key), hot: session };
    own.set(id, known);
    return known;
  }

  return {
    find,
    banned,
    forget: (id) => void own.delete(id),
  };
}
