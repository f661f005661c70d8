import type { FaultReason } from '../../kit/faults.ts';
import type { PlatformID } from '../../kit/viewer.ts';
import type { SessionRow } from './session.ts';
import type { Keys } from './store-gate.ts';

/** What a request needs of its session, as the shared store keeps it; times in ms since the epoch. */
export interface HotSession {
  readonly id: string;
  readonly user_id: string;
  readonly device_id: string;
  readonly platform: PlatformID;
  readonly sealed_key: string;
  readonly confirmed: boolean;
  readonly expiresAt: number;
  readonly seenAt: number;
  /** Once the session that renewed it is in use. */
  readonly worksUntil: number | null;
}

export const hotSession = (row: SessionRow): HotSession => ({
  id: row.id,
  user_id: row.user_id,
  device_id: row.device_id,
  platform: row.platform,
  sealed_key: row.sealed_key,
  confirmed: row.confirmed_at !== null,
  expiresAt: row.expires_at.getTime(),
  seenAt: row.last_seen_at.getTime(),
  worksUntil: row.works_until?.getTime() ?? null,
});

/** Why a session that is there could not be used any more at `now`; null when it could. */
export function endOf({ expiresAt, seenAt, worksUntil }: HotSession, idle: number, now: number): FaultReason | null {
  if (now >= expiresAt || now >= seenAt + idle) return 'SESSION_EXPIRED';
  return worksUntil !== null && now >= worksUntil ? 'SESSION_RENEWED' : null;
}

/** Sessions in the shared store, and the marks of those that were ended: a mark outweighs every copy. */
export interface HotCopies {
  read(id: string): Promise<HotSession | null>;
  write(session: HotSession): Promise<void>;
  /** Marks first: a node that read the session a moment before must not put it back to life. */
  end(ids: readonly string[]): Promise<void>;
  /** A renewed session: its key goes on working until then, unless it was ended before. */
  endLater(id: string, at: Date): Promise<void>;
  /** Why there is a mark that counts now; null when there is none. */
  endOf(id: string): Promise<FaultReason | null>;
  /** Where the mark of a session stands. */
  markOf(id: string): string;
}

const AT_ONCE = '0';

/** What a mark says now. */
export function endIn(mark: string | null): FaultReason | null {
  if (mark === null || Date.now() < Number(mark)) return null;
  return mark === AT_ONCE ? 'SESSION_REVOKED' : 'SESSION_RENEWED';
}

/** `idle` in ms: no copy, and so no mark, is needed for longer. */
export function createHotCopies(store: Keys, idle: number): HotCopies {
  const copy = (id: string): string => `identity:session:${id}`;
  const mark = (id: string): string => `identity:ended:${id}`;

  return {
    async read(id) {
      const text = await store.get(copy(id));
      return text === null ? null : (JSON.parse(text) as HotSession);
    },
    async write(session) {
      const ttl = Math.min(session.expiresAt - Date.now(), idle);
      if (ttl > 0) await store.set(copy(session.id), JSON.stringify(session), { ttl });
    },
    async end(ids) {
      await Promise.all(ids.map((id) => store.set(mark(id), AT_ONCE, { ttl: idle })));
      await Promise.all(ids.map((id) => store.delete(copy(id))));
    },
    endLater: async (id, at) => {
      await store.set(mark(id), String(at.getTime()), { ttl: idle, ifAbsent: true });
    },
    endOf: async (id) => endIn(await store.get(mark(id))),
    markOf: mark,
  };
}
