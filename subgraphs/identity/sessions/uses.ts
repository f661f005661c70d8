import type { Knex } from 'knex';
import type { UserViewer } from '../../kit/viewer.ts';
import { countActive } from '../figures/count.ts';
import { type HotCopies, hotSession } from './hot-copy.ts';
import type { SessionRow } from './session.ts';

/** ms that a renewed session's key goes on working after the first use of the new one. */
const OVERLAP_MS = 60_000;

/** What the use of a session changes of it. */
export interface Uses {
  /** The first use of a session: the one it renewed, if any, works for a minute more. */
  confirm(id: string): Promise<void>;
  seen(viewer: UserViewer): Promise<void>;
}

export function createUses(db: Knex, hot: HotCopies): Uses {
  const table = () => db.table('identity.sessions');
  const refresh = (row: SessionRow | undefined): Promise<void> =>
    row === undefined ? Promise.resolve() : hot.write(hotSession(row)).catch(() => undefined);

  /** Its copy was older than the record. */
  async function refreshAlive(id: string): Promise<void> {
    const [row] = await table().where({ id }).whereNull('ended_at').select<SessionRow[]>();
    await refresh(row);
  }

  return {
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

    async seen({ id, session, device }) {
      const now = { last_seen_at: new Date() };
      const [row] = await table().where({ id: session }).whereNull('ended_at').update(now).returning<SessionRow[]>('*');
      if (row === undefined) return;
      const use = [db.table('identity.devices').where({ id: device }).update(now), countActive(id, db)];
      await Promise.all([refresh(row), ...use]);
    },
  };
}
