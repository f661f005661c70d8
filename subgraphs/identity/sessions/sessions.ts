import type { Knex } from 'knex';
import type { DeviceRow } from '../devices.ts';
import type { SessionKEK } from '../keys/kek.ts';
import type { HotCopies } from './hot-copy.ts';
import { hotSession } from './hot-copy.ts';
import { boundTo, type SessionRow } from './session.ts';

export interface NewSession {
  readonly id: string;
  /** Of the sign-in; a renewal keeps it. */
  readonly loginID: string;
  readonly device: Pick<DeviceRow, 'id' | 'user_id' | 'platform'>;
  readonly key: Uint8Array;
  readonly expiresAt: Date;
  /** Where the sign-in came from. */
  readonly address: string | null;
  /** The session that this one renews; null at a sign-in. */
  readonly renews: string | null;
}

/** Which sessions are meant. */
export type Which = (query: Knex.QueryBuilder) => void;

/** Sessions as Postgres keeps them; the shared store has copies. */
export interface Sessions {
  open(session: NewSession, db: Knex): Promise<SessionRow>;
  /** Puts a copy into the shared store, where the first request will look for it. */
  warm(row: SessionRow): Promise<void>;
  byID(id: string): Promise<SessionRow | null>;
  /** By user: alive, the newest of each sign-in, newest first. */
  byUsers(userIDs: readonly string[]): Promise<ReadonlyMap<string, readonly SessionRow[]>>;
  /** Ends sessions that are alive, and tells which they were. */
  end(which: Which, db: Knex): Promise<readonly SessionRow[]>;
  /** Deletes what ended long ago. */
  sweep(): Promise<void>;
}

/** ms for which a session that has ended is remembered, so that its client is told why; then it is unknown. */
const REMEMBERED_MS = 30 * 86_400_000;
/** Deleted at once. */
const BATCH = 10_000;

export interface SessionsParts {
  readonly db: Knex;
  readonly kek: SessionKEK;
  readonly hot: HotCopies;
  /** ms. */
  readonly idle: number;
}

export function createSessions({ db, kek, hot, idle }: SessionsParts): Sessions {
  const table = (on: Knex = db) => on.table('identity.sessions');
  return {
    async open({ id, loginID, device, key, expiresAt, address, renews }, on) {
      const now = new Date();
      const owner = { id, user_id: device.user_id };
      const [row] = await table(on)
        .insert({
          ...owner,
          login_id: loginID,
          device_id: device.id,
          platform: device.platform,
          sealed_key: kek.seal(key, boundTo(owner)),
          // By this node's clock, as all times that are compared with each other.
          created_at: now,
          last_seen_at: now,
          expires_at: expiresAt,
          address,
        })
        .returning<SessionRow[]>('*');
      if (renews !== null) await table(on).where({ id: renews }).update({ renewed_by: id });
      return row as SessionRow;
    },

    warm: (row) => hot.write(hotSession(row)).catch(() => undefined),

    async byID(id) {
      const [row] = await table().where({ id }).select<SessionRow[]>();
      return row ?? null;
    },

    async byUsers(userIDs) {
      const rows = await table()
        .whereIn('user_id', userIDs)
        .whereNull('ended_at')
        .whereNull('renewed_by')
        .where('expires_at', '>', new Date())
        .where('last_seen_at', '>', new Date(Date.now() - idle))
        .orderBy('created_at', 'desc')
        .select<SessionRow[]>();
      return Map.groupBy(rows, ({ user_id }) => user_id);
    },

    end: (which, on) =>
      table(on).modify(which).whereNull('ended_at').update({ ended_at: new Date() }).returning<SessionRow[]>('*'),

    async sweep() {
      const over = table()
        .where('ended_at', '<', new Date(Date.now() - REMEMBERED_MS))
        .limit(BATCH);
      await table().whereIn('id', over.select('id')).delete();
    },
  };
}
