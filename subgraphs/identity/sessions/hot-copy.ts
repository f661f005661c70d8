import type { FaultReason } from '../../kit/faults.ts';
import type { Store } from '../../kit/store.ts';
import type { PlatformID } from '../../kit/viewer.ts';
import type { SessionRow } from './session.ts';

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

/** Why a session that is there cannot be used any more; null when it can. */
export function endOf({ expiresAt, seenAt, worksUntil }: HotSession, idle: number): FaultReason | null {
  const now = Date.now();
  if (now >= expiresAt || now >= seenAt + idle) return 'SESSION_EXPIRED';
  return worksUntil !== null && now >= worksUntil ? 'SESSION_RENEWED' : null;
}

/** Sessions in the shared store, and the marks of those that were ended. */
export interface HotCopies {
  read(id: string): Promise<HotSession | null>;
  write(session: HotSession): Promise<void>;
  /** Marks first: a node that read the session a moment before must not put it back to life. */
  end(ids: readonly string[]): Promise<void>;
  isEnded(id: string): Promise<boolean>;
}

/** `idle` in ms: no copy, and so no mark, is needed for longer. */
export function createHotCopies(store: Store, idle: number): HotCopies {
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
      await Promise.all(ids.map((id) => store.set(mark(id), '1', { ttl: idle })));
      await Promise.all(ids.map((id) => store.delete(copy(id))));
    },
    isEnded: async (id) => (await store.get(mark(id))) !== null,
  };
}
