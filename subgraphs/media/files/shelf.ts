import type { Knex } from 'knex';
import type { Changes } from '../../kit/changes.ts';
import type { Blocking } from '../blocking/blocking.ts';
import type { Facts } from './facts.ts';
import { type FileRow, type ReadFailure, settledFiles } from './table.ts';

/** A file that somebody has named. */
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
  /**
   * Those that nobody has named before wait to be read from now on. What was named before is touched once a day, and then
   * tried again where its place did not answer.
   */
  note(sightings: readonly Sighting[]): Promise<void>;
  /** Some that wait, for this node alone. */
  take(most: number): Promise<readonly Waiting[]>;
  settle(id: string, findings: Findings): Promise<void>;
  fail(id: string, reason: ReadFailure): Promise<void>;
  isSettled(id: string): Promise<boolean>;
  /** It is tried again after so many ms. */
  postpone(id: string, ms: number): Promise<void>;
  /** Forgets what nobody has named for long, but for what is blocked. */
  sweep(): Promise<void>;
}

/** Whether it is time to name a file again. */
export const isLongUnseen = ({ seen_at: seenAt }: Pick<FileRow, 'seen_at'>): boolean =>
  seenAt === null || Date.now() - seenAt.getTime() > 24 * 3_600_000;

const AGAIN = `met.state = 'FAILED' and met.reason in ('NOT_FOUND', 'UNREACHABLE', 'TIMED_OUT')`;

/** In the order of their ids: two nodes that note the same page wait for each other, and do not lock each other out. */
const NOTE = `
  insert into media.files as met (id, url, kind, state, due_at, seen_at)
  select id, url, kind, 'PENDING', now(), now()
    from jsonb_to_recordset(?::jsonb) as given (id text, url text, kind text) order by id
  on conflict (id) do update set
    seen_at = now(),
    state = case when ${AGAIN} then 'PENDING' else met.state end,
    due_at = case when ${AGAIN} then now() else met.due_at end,
    tries = case when ${AGAIN} then 0 else met.tries end,
    reason = case when ${AGAIN} then null else met.reason end
  where met.seen_at is null or met.seen_at < now() - interval '1 day'`;

const UNSEEN_DAYS = 90;

const SWEEP = `
  delete from media.files where seen_at < now() - make_interval(days => ?) and state <> 'BLOCKED'
    and not exists (select from media.block_entries where file_id = files.id)
    and not exists (select from media.block_exemptions where file_id = files.id)`;

/** Longer than a reading may take: whose node died in it is read by another. */
const LEASE_SECONDS = 120;

/** Past each other's locks, so that no two nodes read the same. */
const TAKE = `
  update media.files set tries = tries + 1, leased_until = now() + interval '${LEASE_SECONDS} seconds'
  where id in (
    select id from media.files
    where state = 'PENDING' and (due_at is null or due_at <= now()) and coalesce(leased_until, now()) <= now()
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
      const unique = [...new Map(sightings.map((each) => [each.id, each])).values()];
      if (unique.length > 0) await db.raw(NOTE, [JSON.stringify(unique)]);
    },
    async take(most) {
      const { rows } = await db.raw<{ rows: Waiting[] }>(TAKE, [most]);
      return rows;
    },
    settle: (id, findings) => become(id, 'READY', { ...columnsOf(findings), reason: null, read_at: new Date() }),
    fail: (id, reason) => become(id, 'FAILED', { reason }),
    isSettled: async (id) => (await settledFiles([id], db)).length > 0,
    async postpone(id, ms) {
      const due_at = new Date(Date.now() + ms);
      await db.table('media.files').where({ id, state: 'PENDING' }).update({ due_at, leased_until: null });
    },
    sweep: async () => void (await db.raw(SWEEP, [UNSEEN_DAYS])),
  };
}
