import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import type { SessionAuthority, SessionKey } from '../../kit/credentials.ts';
import type { FaultReason } from '../../kit/faults.ts';
import type { SessionKEK } from '../keys/kek.ts';
import type { Limiter } from '../otp/limits.ts';
import { endOf, type HotCopies, type HotSession, hotSession } from './hot-copy.ts';
import type { Nonces } from './nonces.ts';
import { boundTo, type SessionRow, viewerOf } from './session.ts';
import type { Sessions } from './sessions.ts';

/** ms that a node trusts its own copy: a revocation elsewhere is found by the mark that each request asks for. */
const OWN_COPY_MS = 1_000;
/** A session is written down as seen no more often than this. */
const SEEN_MS = 300_000;
/** Look-ups of sessions that the shared store does not have, by one client address in a minute. */
const MISSES = { most: 300, window: 60_000 };

export interface AuthorityParts {
  readonly db: Knex;
  readonly kek: SessionKEK;
  readonly hot: HotCopies;
  readonly nonces: Nonces;
  readonly sessions: Sessions;
  readonly limiter: Limiter;
  /** ms. */
  readonly idle: number;
}

interface Known extends SessionKey {
  readonly hot: HotSession;
}

/** What stands behind a signed request: this process's own copy, else the shared store, else Postgres. */
export function createSessionAuthority({
  db,
  kek,
  hot,
  nonces,
  sessions,
  limiter,
  idle,
}: AuthorityParts): SessionAuthority {
  const own = new LRUCache<string, Known>({ max: 10_000, ttl: OWN_COPY_MS });
  const seen = new LRUCache<string, true>({ max: 100_000, ttl: SEEN_MS });

  async function fromPostgres(id: string, ip: string): Promise<HotSession | FaultReason> {
    await limiter.take(`session:miss:${ip}`, MISSES);
    const [row] = await db.table('identity.sessions').where({ id }).select<SessionRow[]>();
    if (row === undefined) return 'SESSION_UNKNOWN';
    if (row.ended_at !== null) return 'SESSION_REVOKED';
    const session = hotSession(row);
    await hot.write(session).catch(() => undefined);
    return session;
  }

  async function find(id: string, ip: string): Promise<Known | FaultReason> {
    const copied = own.get(id);
    if (copied !== undefined) return endOf(copied.hot, idle) ?? copied;
    const session = (await hot.read(id).catch(() => null)) ?? (await fromPostgres(id, ip));
    if (typeof session === 'string') return session;
    const ended = endOf(session, idle);
    if (ended !== null) return ended;
    const key = kek.open(session.sealed_key, boundTo(session));
    // Its key of keys was taken out of the settings, which ends what it protected.
    if (key === null) return 'SESSION_EXPIRED';
    const known: Known = { viewer: viewerOf(session), key, hot: session };
    own.set(id, known);
    return known;
  }

  /** While the store is away, Postgres tells. */
  const isEnded = (id: string): Promise<boolean> =>
    hot.isEnded(id).catch(async () => {
      const [row] = await db
        .table('identity.sessions')
        .where({ id })
        .select<Pick<SessionRow, 'ended_at'>[]>('ended_at');
      return row === undefined || row.ended_at !== null;
    });

  /** What a first or a long awaited request changes; it changes nothing for the request itself. */
  async function note({ hot: session, viewer }: Known): Promise<void> {
    if (!session.confirmed) {
      own.delete(session.id);
      const predecessor = await sessions.confirm(session.id);
      if (predecessor !== null) own.delete(predecessor);
    }
    if (seen.has(session.id) || Date.now() - session.seenAt < SEEN_MS) return;
    seen.set(session.id, true);
    await sessions.seen(viewer);
  }

  return {
    find,
    async spend(session, proof) {
      const { viewer } = session;
      const [fresh, ended] = await Promise.all([
        nonces.spend({ session: viewer.session, ...proof }),
        isEnded(viewer.session),
      ]);
      if (ended) {
        own.delete(viewer.session);
        return 'SESSION_REVOKED';
      }
      if (!fresh) return 'REPLAYED';
      await note(session as Known);
      return null;
    },
  };
}
