import type { Knex } from 'knex';
import type { UserViewer } from '../../kit/viewer.ts';
import type { DeviceRow } from '../devices.ts';
import type { SessionKEK } from '../keys/kek.ts';
import type { HotCopies } from './hot-copy.ts';
import { hotSession } from './hot-copy.ts';
import { boundTo, type SessionRow } from './session.ts';

/** ms that a renewed session's key goes on working after the first use of the new one. */
const OVERLAP_MS = 60_000;

export interface NewSession {
  readonly id: string;
  /** Of the sign-in; a renewal keeps it. */
  readonly loginID: string;
  readonly device: Pick<DeviceRow, 'id' | 'user_id' | 'platform'>;
  readonly key: Uint8Array;
  readonly expiresAt: Date;
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
  /** Alive, the newest of each sign-in, newest first. */
  list(userID: string): Promise<readonly SessionRow[]>;
  /** Ends sessions that are alive, and tells which they were. */
  end(which: Which, db: Knex): Promise<readonly SessionRow[]>;
  /** The first use of a session: the one it renewed, if any, works for a minute more. */
  confirm(id: string): Promise<void>;
  seen(viewer: UserViewer): Promise<void>;
}

export interface SessionsParts {
  readonly db: Knex;
  readonly kek: SessionKEK;
  readonly hot: HotCopies;
  /** ms. */
  readonly idle: number;
}

export function createSessions({ db, kek, hot, idle }: SessionsParts): Sessions {
  const table = (on: Knex = db) => on.table('identity.sessions');
  const refresh = (row: SessionRow | undefined): Promise<void> =>
    row === undefined ? Promise.resolve() : hot.write(hotSession(row)).catch(() => undefined);

  /** Its copy was older than the record. */
  async function refreshAlive(id: string): Promise<void> {
    const [row] = await table().where({ id }).whereNull('ended_at').select<SessionRow[]>();
    await refresh(row);
  }

  return {
    async open({ id, loginID, device, key, expiresAt, renews }, on) {
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
        })
        .returning<SessionRow[]>('*');
      if (renews !== null) await table(on).where({ id: renews }).update({ renewed_by: id });
      return row as SessionRow;
    },

    warm: refresh,

    async byID(id) {
      const [row] = await table().where({ id }).select<SessionRow[]>();
      return row ?? null;
    },

    list: (userID) =>
      table()
        .where({ user_id: userID })
        .whereNull('ended_at')
        .whereNull('renewed_by')
        .where('expires_at', '>', new Date())
        .where('last_seen_at', '>', new Date(Date.now() - idle))
        .orderBy('created_at', 'desc')
        .select<SessionRow[]>(),

    end: (which, on) =>
      table(on).modify(which).whereNull('ended_at').update({ ended_at: new Date() }).returning<SessionRow[]>('*'),

    async confirm(id) {
      const [row] = await table()
        .where({ id })
        .whereNull('confirmed_at')
        .whereNull('ended_at')
        .update({ confirmed_at: db.fn.now() })
        .returning<SessionRow[]>('*');
      if (row === undefined) return refreshAlive(id);
      const works_until = new Date(Date.now() + OVERLAP_MS);
      const [before] = await table().where({ renewed_by: id }).update({ works_until }).returning<SessionRow[]>('*');
      // The mark holds where a copy of it that is on its way to the store would not.
      if (before !== undefined) await hot.endLater(before.id, works_until).catch(() => undefined);
      await Promise.all([refresh(row), refresh(before)]);
    },

    async seen({ session, device }) {
      const now = { last_seen_at: new Date() };
      const [row] = await table().where({ id: session }).whereNull('ended_at').update(now).returning<SessionRow[]>('*');
      await Promise.all([refresh(row), db.table('identity.devices').where({ id: device }).update(now)]);
    },
  };
}
