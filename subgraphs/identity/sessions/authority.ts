import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { SessionAuthority, SessionKey } from '../../kit/credentials.ts';
import type { FaultReason } from '../../kit/faults.ts';
import type { SessionKEK } from '../keys/kek.ts';
import { endOf, type HotCopies, type HotSession, hotSession } from './hot-copy.ts';
import { createMisses } from './misses.ts';
import type { Nonces } from './nonces.ts';
import { boundTo, type SessionRow, viewerOf } from './session.ts';
import type { Sessions } from './sessions.ts';

/** ms that a node trusts its own copy: a revocation elsewhere is found by the mark that each request asks for. */
const OWN_COPY_MS = 1_000;
/** A session is written down as seen no more often than this, or a quarter of its idle life. */
const SEEN_MS = 300_000;

export interface AuthorityParts {
  readonly db: Knex;
  readonly kek: SessionKEK;
  readonly hot: HotCopies;
  readonly nonces: Nonces;
  readonly sessions: Sessions;
  /** ms. */
  readonly idle: number;
  readonly log: Logger;
}

interface Known extends SessionKey {
  readonly hot: HotSession;
}

/** What stands behind a signed request: this process's own copy, else the shared store, else Postgres. */
export function createSessionAuthority(parts: AuthorityParts): SessionAuthority {
  const { db, kek, hot, nonces, sessions, idle, log } = parts;
  const own = new LRUCache<string, Known>({ max: 10_000, ttl: OWN_COPY_MS });
  const seenEvery = Math.min(SEEN_MS, idle / 4);
  const seen = new LRUCache<string, true>({ max: 100_000, ttl: seenEvery });
  const misses = createMisses();

  async function fromPostgres(id: string, ip: string): Promise<HotSession | FaultReason> {
    misses.begin(ip);
    const row = await sessions.byID(id);
    if (row === null) return 'SESSION_UNKNOWN';
    const session = hotSession(row);
    if (row.ended_at !== null) {
      const ranOut = endOf(session, idle, row.ended_at.getTime()) === 'SESSION_EXPIRED';
      return ranOut ? 'SESSION_EXPIRED' : 'SESSION_REVOKED';
    }
    misses.found(ip);
    await hot.write(session).catch(() => undefined);
    return session;
  }

  async function find(id: string, ip: string): Promise<Known | FaultReason> {
    const copied = own.get(id);
    if (copied !== undefined) return endOf(copied.hot, idle, Date.now()) ?? copied;
    const session = (await hot.read(id).catch(() => null)) ?? (await fromPostgres(id, ip));
    if (typeof session === 'string') return session;
    const ended = endOf(session, idle, Date.now());
    if (ended !== null) return ended;
    const key = kek.open(session.sealed_key, boundTo(session));
    // Its key of keys was taken out of the settings, which ends what it protected.
    if (key === null) return 'SESSION_EXPIRED';
    const known: Known = { viewer: viewerOf(session), key, hot: session };
    own.set(id, known);
    return known;
  }

  /** While the store is away, Postgres tells. */
  async function endedInPostgres(id: string): Promise<FaultReason | null> {
    const [row] = await db
      .table('identity.sessions')
      .where({ id })
      .select<Pick<SessionRow, 'ended_at' | 'works_until'>[]>('ended_at', 'works_until');
    if (row === undefined || row.ended_at !== null) return 'SESSION_REVOKED';
    return row.works_until !== null && row.works_until.getTime() <= Date.now() ? 'SESSION_RENEWED' : null;
  }

  /** What a first or a long awaited request changes. The request itself is good whether or not it can be written down. */
  async function note({ hot: session, viewer }: Known): Promise<void> {
    if (!session.confirmed) {
      own.delete(session.id);
      await sessions.confirm(session.id);
    }
    if (seen.has(session.id) || Date.now() - session.seenAt < seenEvery) return;
    seen.set(session.id, true);
    await sessions.seen(viewer);
  }

  return {
    find,
    async spend(session, proof) {
      const { session: id } = session.viewer;
      const [fresh, ended] = await Promise.all([
        nonces.spend({ session: id, ...proof }),
        hot.endOf(id).catch(() => endedInPostgres(id)),
      ]);
      if (ended !== null) {
        own.delete(id);
        return ended;
      }
      if (!fresh) return 'REPLAYED';
      await note(session as Known).catch((err: unknown) => {
        seen.delete(id);
        log.warn({ err }, 'the use of a session could not be written down');
      });
      return null;
    },
  };
}
