import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { Fault } from '../../kit/fault.ts';
import type { Wanted } from './input.ts';
import { LIFE_MS, MOST_OPEN, QUOTA_DAYS } from './limits.ts';

/** `PUT`: in parts, found by their hash. `POST`: in a form, stored for itself. */
export type Way = 'PUT' | 'POST';

export interface UploadRow {
  readonly id: string;
  readonly owner: string;
  readonly object_name: string;
  readonly name: string;
  readonly size: number;
  readonly mime_type: string;
  readonly hash: string;
  readonly part_md5s: readonly string[];
  readonly part_size: number;
  /** Parts that their owner has said are put. */
  readonly stored_parts: readonly number[];
  readonly way: Way;
  /** OpenIM's id of the upload; null before it has one. */
  readonly ticket: string | null;
  readonly state: 'OPEN' | 'COMPLETE';
  readonly attempts: number;
  readonly expires_at: Date;
}

type Change = Partial<Pick<UploadRow, 'stored_parts' | 'way' | 'ticket' | 'state'>>;

/** The uploads of all users, as Postgres keeps them. */
export interface Shelf {
  /** The owner's upload of the same file under the same name: complete in the last days, or unfinished. */
  same(owner: string, wanted: Wanted): Promise<UploadRow | null>;
  /** A new one; UPLOAD_QUOTA and UPLOADS_OPEN where the owner has enough. */
  open(owner: string, file: { wanted: Wanted; partSize: number }, quotaBytes: number): Promise<UploadRow>;
  /** The owner's own. */
  find(id: string, owner: string): Promise<UploadRow | null>;
  /** The same, counted as one more attempt at it. */
  attempt(id: string, owner: string): Promise<UploadRow | null>;
  /** Whether the owner has put these bytes in parts before. */
  holds(row: UploadRow): Promise<boolean>;
  change(row: UploadRow, change: Change): Promise<UploadRow>;
  /** Bytes that the owner has uploaded, or is uploading, within the days of the quota. */
  used(owner: string): Promise<number>;
  sweep(): Promise<void>;
}

const QUOTA_MS = QUOTA_DAYS * 86_400_000;
const newID = (): string => randomBytes(18).toString('base64url');
const ago = (ms: number): Date => new Date(Date.now() - ms);
/** Postgres' bigint arrives as text. */
const rowOf = (row: UploadRow): UploadRow => ({ ...row, size: Number(row.size), part_size: Number(row.part_size) });

const newRow = (owner: string, { wanted, partSize }: { wanted: Wanted; partSize: number }) => ({
  id: newID(),
  owner,
  object_name: `${owner}/${newID()}/${wanted.name}`,
  name: wanted.name,
  size: wanted.size,
  mime_type: wanted.mimeType,
  hash: wanted.hash,
  part_md5s: wanted.partMD5s,
  part_size: partSize,
  way: 'PUT',
  state: 'OPEN',
  created_at: new Date(),
  expires_at: new Date(Date.now() + LIFE_MS),
});

interface Used {
  readonly bytes: string;
  readonly unfinished: string;
}

async function usage(db: Knex, owner: string): Promise<{ bytes: number; unfinished: number }> {
  const [row] = await db
    .table('media.uploads')
    .where({ owner })
    .where('created_at', '>', ago(QUOTA_MS))
    .whereNot((expired) => expired.where({ state: 'OPEN' }).where('expires_at', '<', new Date()))
    .select<Used[]>(
      db.raw('coalesce(sum(size), 0) as bytes'),
      db.raw(`count(*) filter (where state = 'OPEN') as unfinished`),
    );
  return { bytes: Number(row?.bytes ?? 0), unfinished: Number(row?.unfinished ?? 0) };
}

export function createShelf(db: Knex): Shelf {
  const table = (on: Knex = db) => on.table('media.uploads');

  return {
    async same(owner, { name, size, mimeType, hash }) {
      const row = await table()
        .where({ owner, hash, size, name, mime_type: mimeType })
        .where((good) =>
          good
            .where((open) => open.where({ state: 'OPEN' }).where('expires_at', '>', new Date()))
            .orWhere((done) => done.where({ state: 'COMPLETE' }).where('created_at', '>', ago(QUOTA_MS))),
        )
        .orderBy('created_at', 'desc')
        .first<UploadRow | undefined>();
      return row === undefined ? null : rowOf(row);
    },

    open: (owner, file, quotaBytes) =>
      db.transaction(async (turn) => {
        // One at a time for each owner, or many at once would all find room.
        await turn.raw(`select pg_advisory_xact_lock(hashtext('media.uploads'), hashtext(?))`, [owner]);
        const { bytes, unfinished } = await usage(turn, owner);
        if (unfinished >= MOST_OPEN) throw new Fault('UPLOADS_OPEN', { most: MOST_OPEN });
        const remainingBytes = Math.max(0, quotaBytes - bytes);
        if (file.wanted.size > remainingBytes) throw new Fault('UPLOAD_QUOTA', { days: QUOTA_DAYS, remainingBytes });
        const [row] = await table(turn).insert(newRow(owner, file)).returning<UploadRow[]>('*');
        if (row === undefined) throw new Fault('INTERNAL');
        return rowOf(row);
      }),

    async find(id, owner) {
      const row = await table().where({ id, owner }).first<UploadRow | undefined>();
      return row === undefined ? null : rowOf(row);
    },

    async attempt(id, owner) {
      const [row] = await table().where({ id, owner }).increment('attempts').returning<UploadRow[]>('*');
      return row === undefined ? null : rowOf(row);
    },

    async holds({ owner, hash, size }) {
      const held = await table().where({ owner, hash, size, state: 'COMPLETE', way: 'PUT' }).first('id');
      return held !== undefined;
    },

    async change(row, change) {
      await table().where({ id: row.id }).update(change);
      return { ...row, ...change };
    },

    used: async (owner) => (await usage(db, owner)).bytes,

    sweep: async () => {
      await table().where({ state: 'OPEN' }).where('expires_at', '<', new Date()).delete();
    },
  };
}
