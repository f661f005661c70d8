import type { Knex } from 'knex';
import { newSortableID } from '../ids.ts';
import type { JobDetails, JobKind } from './operations.ts';

export type ItemState = 'PENDING' | 'DONE' | 'SKIPPED' | 'FAILED' | 'CANCELLED';

export interface JobRow {
  readonly id: string;
  readonly kind: JobKind;
  readonly details: JobDetails;
  /** Nothing is changed; each item tells what would come of it. */
  readonly dry_run: boolean;
  readonly reason: string;
  readonly created_by: string;
  readonly created_at: Date;
  readonly finished_at: Date | null;
  readonly cancelled_at: Date | null;
}

export interface ItemRow {
  readonly job_id: string;
  readonly position: number;
  readonly user_id: string;
  readonly state: ItemState;
  /** The fault's reason: of the failure, of the skip, or of the try before. */
  readonly problem: string | null;
  readonly tries: number;
}

export interface NewJob {
  readonly kind: JobKind;
  readonly details: JobDetails;
  readonly dryRun: boolean;
  readonly reason: string;
  readonly createdBy: string;
  /** None twice. */
  readonly userIDs: readonly string[];
}

export interface ItemPage {
  readonly state: ItemState | null;
  readonly after: number;
  readonly limit: number;
}

export type Counts = Readonly<Record<ItemState, number>>;

/** What was asked of many users at once, and how far it is. */
export interface Jobs {
  create(job: NewJob, on: Knex): Promise<JobRow>;
  byID(id: string): Promise<JobRow | null>;
  /** Newest first. */
  list(page: { limit: number; after: string | null }): Promise<readonly JobRow[]>;
  counts(ids: readonly string[]): Promise<ReadonlyMap<string, Counts>>;
  items(id: string, page: ItemPage): Promise<readonly ItemRow[]>;
  /** What is not done stays undone. Null where it is over already. */
  cancel(id: string, on: Knex): Promise<JobRow | null>;
}

const NOTHING: Counts = { PENDING: 0, DONE: 0, SKIPPED: 0, FAILED: 0, CANCELLED: 0 };
const BATCH = 1_000;

export function createJobs(db: Knex): Jobs {
  const jobs = (on: Knex = db) => on.table('identity.jobs');
  const items = (on: Knex = db) => on.table('identity.job_items');

  return {
    async create({ kind, details, dryRun, reason, createdBy, userIDs }, on) {
      const row = { id: newSortableID(), kind, details: JSON.stringify(details), dry_run: dryRun };
      const [made] = await jobs(on)
        .insert({ ...row, reason, created_by: createdBy })
        .returning<JobRow[]>('*');
      const rows = userIDs.map((user_id, position) => ({ job_id: row.id, position, user_id }));
      for (let from = 0; from < rows.length; from += BATCH) await items(on).insert(rows.slice(from, from + BATCH));
      return made as JobRow;
    },
    byID: async (id) => (await jobs().where({ id }).first<JobRow | undefined>()) ?? null,
    async list({ limit, after }) {
      const rows = jobs().orderBy('id', 'desc').limit(limit).select<JobRow[]>();
      return after === null ? rows : rows.where('id', '<', after);
    },
    async counts(ids) {
      const rows = await items()
        .whereIn('job_id', ids)
        .groupBy('job_id', 'state')
        .select<{ job_id: string; state: ItemState; count: string }[]>('job_id', 'state', db.raw('count(*)'));
      const counted = new Map<string, Counts>(ids.map((id) => [id, NOTHING]));
      for (const { job_id, state, count } of rows)
        counted.set(job_id, { ...(counted.get(job_id) ?? NOTHING), [state]: Number(count) });
      return counted;
    },
    async items(id, { state, after, limit }) {
      const rows = items().where({ job_id: id }).where('position', '>', after).orderBy('position').limit(limit);
      return (state === null ? rows : rows.where({ state })).select<ItemRow[]>();
    },
    async cancel(id, on) {
      const [row] = await jobs(on)
        .where({ id })
        .whereNull('finished_at')
        .update({ cancelled_at: on.fn.now(), finished_at: on.fn.now() })
        .returning<JobRow[]>('*');
      if (row === undefined) return null;
      await items(on).where({ job_id: id, state: 'PENDING' }).update({ state: 'CANCELLED' });
      return row;
    },
  };
}
