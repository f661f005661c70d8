import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { Fault } from '../../kit/fault.ts';
import { FAULTS } from '../../kit/faults.ts';
import { repeat } from '../../kit/repeat.ts';
import type { ItemRow, ItemState, JobRow } from './jobs.ts';
import type { JobKind, Operation } from './operations.ts';

export interface WorkerParts {
  readonly db: Knex;
  readonly operations: Readonly<Record<JobKind, Operation>>;
  readonly log: Logger;
}

export interface Worker {
  /** Goes on with what is due, by itself, without waiting for its time. */
  soon(): void;
  stop(): Promise<void>;
}

type DueItem = ItemRow & Pick<JobRow, 'kind' | 'details' | 'dry_run' | 'created_by' | 'reason'>;

/** For what was put off, and what a node that died has left. */
const EVERY_MS = 10_000;
/** Who dies lets go of its items by time; each is safe to do again. */
const CLAIM_MS = 60_000;
const ITEM_MS = 20_000;
const BATCH = 8;
const MOST_TRIES = 5;
const PAUSE_MS = 2_000;

/** Does what jobs ask, a few items at once, on every node; each item by one of them. */
export function startWorker({ db, operations, log }: WorkerParts): Worker {
  const stopped = new AbortController();

  async function take(item: DueItem): Promise<void> {
    const { user_id: userID, details, dry_run: dryRun, created_by: by, reason: why } = item;
    const signal = AbortSignal.any([stopped.signal, AbortSignal.timeout(ITEM_MS)]);
    try {
      await close(
        item,
        await operations[item.kind]({ userID, details, by, reason: why, dryRun }, { signal, log }),
        null,
      );
    } catch (error) {
      if (stopped.signal.aborted) return;
      const reason = error instanceof Fault ? error.reason : 'INTERNAL';
      if (!(error instanceof Fault)) log.warn({ err: error, kind: item.kind }, 'an item of a job failed');
      if (!FAULTS[reason].retry || item.tries + 1 >= MOST_TRIES) return close(item, 'FAILED', reason);
      const next_at = new Date(Date.now() + PAUSE_MS * 2 ** item.tries);
      await row(item).update({ tries: item.tries + 1, problem: reason, next_at });
    }
  }

  /** What was cancelled meanwhile stays so. */
  const row = ({ job_id, position }: DueItem) =>
    db.table('identity.job_items').where({ job_id, position, state: 'PENDING' });
  const close = async (item: DueItem, state: ItemState, problem: string | null): Promise<void> => {
    await row(item).update({ state, problem });
  };

  async function work(): Promise<void> {
    for (let items = await claim(db); items.length > 0 && !stopped.signal.aborted; items = await claim(db))
      await Promise.all(items.map(take));
    await finish(db);
  }
  const working = repeat(EVERY_MS, work, (err) => log.warn({ err }, 'jobs could not be read'));

  return {
    soon: working.now,
    async stop() {
      stopped.abort();
      await working.stop();
    },
  };
}

/** Items that are due; nobody else takes them meanwhile. */
async function claim(db: Knex): Promise<readonly DueItem[]> {
  const { rows } = await db.raw<{ rows: DueItem[] }>(
    `update identity.job_items item set next_at = ?
       from identity.jobs job
      where job.id = item.job_id and (item.job_id, item.position) in (
        select job_id, position from identity.job_items
         where state = 'PENDING' and next_at <= now() order by next_at, job_id, position
         limit ${BATCH} for update skip locked)
     returning item.*, job.kind, job.details, job.dry_run, job.created_by, job.reason`,
    [new Date(Date.now() + CLAIM_MS)],
  );
  return rows;
}

/** Jobs without an item that is to be done are over. */
async function finish(db: Knex): Promise<void> {
  const pending = db.table('identity.job_items').whereRaw('job_items.job_id = jobs.id').where({ state: 'PENDING' });
  const over = db
    .table('identity.jobs')
    .whereNull('finished_at')
    .whereNotExists(pending.select(db.raw('1')))
    .forUpdate()
    .skipLocked();
  await db.table('identity.jobs').whereIn('id', over.select('id')).update({ finished_at: db.fn.now() });
}
