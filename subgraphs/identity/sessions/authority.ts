import type { Logger } from 'pino';
import { bounded } from '../../kit/bounded.ts';
import type { Refusal, SessionAuthority, SessionKey } from '../../kit/credentials.ts';
import { Fault } from '../../kit/fault.ts';
import type { FaultReason } from '../../kit/faults.ts';
import { endIn } from './hot-copy.ts';
import { createKnownSessions, type KnownSession, type KnownSessionsParts } from './known.ts';
import type { Nonces } from './nonces.ts';
import type { SessionRow } from './session.ts';
import type { Uses } from './uses.ts';

/** A session is written down as seen no more often than this, or a quarter of its idle life. */
const SEEN_MS = 300_000;
/** Where that did not work, it is not tried again for so long: requests would wait for Postgres. */
const REST_MS = 10_000;

export interface AuthorityParts extends KnownSessionsParts {
  readonly nonces: Nonces;
  readonly uses: Uses;
  readonly log: Logger;
}

/** What stands behind a signed request. */
export function createSessionAuthority(parts: AuthorityParts): SessionAuthority {
  const { db, hot, nonces, uses, idle, log } = parts;
  const known = createKnownSessions(parts);
  const seenEvery = Math.min(SEEN_MS, idle / 4);
  const resting = bounded<string, true>(10_000, REST_MS);

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
  async function note({ hot: session, viewer }: KnownSession): Promise<void> {
    const due = !session.confirmed || Date.now() - session.seenAt >= seenEvery;
    if (!due || resting.has(session.id)) return;
    try {
      if (!session.confirmed) await uses.confirm(session.id);
      if (Date.now() - session.seenAt >= seenEvery) await uses.seen(viewer);
      known.forget(session.id);
    } catch (error) {
      resting.set(session.id, true);
      log.warn({ err: error }, 'the use of a session could not be written down');
    }
  }

  /** What a session that every node was told the end of is refused with. */
  async function refusalOf({ viewer }: SessionKey, ended: FaultReason): Promise<Refusal> {
    known.forget(viewer.session);
    return (await known.banned(viewer.id).catch(() => null)) ?? ended;
  }

  return {
    find: known.find,
    async spend(session, proof) {
      const { session: id } = session.viewer;
      const { fresh, beside } = await nonces.spend({ session: id, ...proof }, hot.markOf(id));
      const ended = beside === undefined ? await endedInPostgres(id) : endIn(beside);
      if (ended !== null) return refusalOf(session, ended);
      if (!fresh) return 'REPLAYED';
      await note(session as KnownSession);
      return null;
    },
    async endOf(session, ip) {
      const { session: id } = session.viewer;
      const ended = await hot.endOf(id).catch(() => endedInPostgres(id));
      if (ended !== null) return refusalOf(session, ended);
      const found = await known.find(id, ip);
      return typeof found === 'string' || found instanceof Fault ? found : null;
    },
  };
}
