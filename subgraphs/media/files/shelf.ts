import type { Knex } from 'knex';
import type { Changes } from '../../kit/changes.ts';
import type { Blocking } from '../blocking/blocking.ts';
import type { Facts } from './facts.ts';

/** A file that somebody has named for the first time. */
export interface Sighting {
  readonly id: string;
  readonly url: string;
  readonly kind: string;
}

/** A file that waits to be read, and is this node's for a while. */
export interface Waiting extends Sighting {
  /** This one among them. */
  readonly tries: number;
}

/** What was read: what the file says of itself, and of its bytes. */
export type Findings = Facts & { readonly size: number; readonly sha256: Uint8Array };

/** The files that were met, as Postgres keeps them. */
export interface FileShelf {
  /** Those that nobody has named before wait to be read from now on. */
  note(sightings: readonly Sighting[]): Promise<void>;
  /** Some that wait, for this node alone. */
  take(most: number): Promise<readonly Waiting[]>;
  settle(id: string, findings: Findings): Promise<void>;
  fail(id: string, reason: string): Promise<void>;
  /** It is tried again after so many ms. */
  postpone(id: string, ms: number): Promise<void>;
}

/** Longer than a reading may take: whose node died in it is read by another. */
const LEASE_SECONDS = 120;

/** Past each other's locks, so that no two nodes read the same. */
const TAKE = `
  update media.files set tries = tries + 1, leased_until = now() + interval '${LEASE_SECONDS} seconds'
  where id in (
    select id from media.files
    where state = 'PENDING' and coalesce(due_at, now()) <= now() and coalesce(leased_until, now()) <= now()
    order by due_at nulls first limit ? for update skip locked
  )
  returning id, url, kind, tries`;

const columnsOf = ({ mimeType, thumbHash, posterPNG: _, ...same }: Findings) => ({
  ...same,
  mime_type: mimeType,
  ...(thumbHash === undefined ? {} : { thumb_hash: thumbHash }),
});

export function createFileShelf(
  db: Knex,
  { changes, blocking }: { readonly changes: Pick<Changes, 'record'>; readonly blocking: Blocking },
): FileShelf {
  /** What a file has become is told in the transaction that writes it; a moderator's word about it stays. */
  const become = (id: string, state: 'READY' | 'FAILED', columns: object): Promise<void> =>
    db.transaction(async (turn) => {
      await blocking.holding.turn(turn);
      const rows = await turn
        .table('media.files')
        .where({ id })
        .whereIn('state', ['PENDING', 'BLOCKED'])
        .update({
          ...columns,
          state: turn.raw(`case when state = 'PENDING' then ? else state end`, [state]),
          ...{ leased_until: null, due_at: null, version: turn.raw('version + 1') },
        })
        .returning<{ version: number }[]>('version');
      for (const { version } of rows) await changes.record(turn, 'media', { key: id, version });
      if (state === 'READY' && rows.length > 0) await blocking.read([id], turn);
    });

  return {
    async note(sightings) {
      const rows = sightings.map((each) => ({ ...each, state: 'PENDING', seen_at: new Date(), due_at: new Date() }));
      if (rows.length > 0) await db.table('media.files').insert(rows).onConflict('id').ignore();
    },
    async take(most) {
      const { rows } = await db.raw<{ rows: Waiting[] }>(TAKE, [most]);
      return rows;
    },
    settle: (id, findings) => become(id, 'READY', { ...columnsOf(findings), reason: null, read_at: new Date() }),
    fail: (id, reason) => become(id, 'FAILED', { reason }),
    async postpone(id, ms) {
      const due_at = new Date(Date.now() + ms);
      await db.table('media.files').where({ id, state: 'PENDING' }).update({ due_at, leased_until: null });
    },
  };
}
