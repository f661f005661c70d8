import { badInput, Fault } from '../../kit/fault.ts';
import { type Connection, connection, cursorOf, type PageArguments, positionOf, rowsAsked } from '../../kit/page.ts';
import { reasonOf } from '../../kit/reason.ts';
import type { IdentityContext } from '../context.ts';
import type { Counts, ItemRow, ItemState, JobRow } from '../jobs/jobs.ts';
import { type JobKind, SCOPE_OF } from '../jobs/operations.ts';
import { audited } from '../privileged.ts';

const JOBS = 'bulk-jobs';
const ITEMS = 'bulk-job-items';
const MOST_USERS = 10_000;
const WITH_GROUP: ReadonlySet<JobKind> = new Set(['ADD_TO_GROUP', 'REMOVE_FROM_GROUP']);

interface BulkJobInput {
  readonly kind: JobKind;
  readonly userIDs: readonly string[];
  readonly groupID?: string | null;
  readonly until?: Date | null;
  readonly dryRun?: boolean | null;
}

/** Each kind takes a scope of its own, besides the field's. */
function adminOf({ scope: { viewer } }: IdentityContext, kind: JobKind): string {
  const scope = SCOPE_OF[kind];
  if (viewer.kind !== 'admin' || !viewer.scopes.has(scope)) throw new Fault('SCOPE_MISSING', { scopes: scope });
  return viewer.id;
}

export async function startBulkJob(
  _: unknown,
  { input, reason }: { input: BulkJobInput; reason: string },
  context: IdentityContext,
): Promise<JobRow> {
  const { kind, dryRun } = input;
  const createdBy = adminOf(context, kind);
  const userIDs = [...new Set(input.userIDs)];
  if (userIDs.length === 0 || userIDs.length > MOST_USERS)
    throw badInput('input.userIDs', `1 to ${MOST_USERS} ids are expected`);
  if (WITH_GROUP.has(kind) !== (input.groupID != null))
    throw badInput('input.groupID', WITH_GROUP.has(kind) ? 'a groupID is expected' : 'none is expected for this kind');
  const until = untilOf(input);
  const why = reasonOf(reason);
  const started = await audited(context, why, async (on, record) => {
    const details = { groupID: input.groupID ?? null, until };
    const job = { kind, details, dryRun: dryRun ?? true, reason: why, createdBy, userIDs };
    const made = await context.jobs.create(job, on);
    await record({
      action: 'job.start',
      target: `job:${made.id}`,
      after: { kind, ...details, dryRun: made.dry_run, users: userIDs.length },
    });
    return made;
  });
  context.worker.soon();
  return started;
}

function untilOf({ kind, until }: BulkJobInput): string | null {
  if (until == null) return null;
  if (kind !== 'BAN') throw badInput('input.until', 'none is expected for this kind');
  if (until.getTime() <= Date.now()) throw badInput('input.until', 'a time that is not over is expected');
  return until.toISOString();
}

export const cancelBulkJob = (
  _: unknown,
  { id, reason }: { id: string; reason: string },
  context: IdentityContext,
): Promise<JobRow> =>
  audited(context, reason, async (on, record) => {
    const cancelled = await context.jobs.cancel(id, on);
    if (cancelled === null) throw new Fault('NOT_FOUND', { what: 'A job that goes on' });
    await record({ action: 'job.cancel', target: `job:${id}` });
    return cancelled;
  });

export const bulkJob = (_: unknown, { id }: { id: string }, { jobs }: IdentityContext): Promise<JobRow | null> =>
  jobs.byID(id);

export async function bulkJobs(
  _: unknown,
  { first, after }: PageArguments,
  { jobs }: IdentityContext,
): Promise<Connection<JobRow>> {
  const rows = rowsAsked(first);
  const found = await jobs.list({ limit: rows + 1, after: after == null ? null : positionOf(JOBS, after) });
  const page = found.slice(0, rows).map((node) => ({ cursor: cursorOf(JOBS, node.id), node }));
  return connection(page, { next: found.length > rows, previous: after != null });
}

export const BulkJob = {
  state: ({ finished_at, cancelled_at }: JobRow) =>
    cancelled_at !== null ? ('CANCELLED' as const) : finished_at === null ? ('RUNNING' as const) : ('DONE' as const),
  dryRun: ({ dry_run }: JobRow) => dry_run,
  group: ({ details: { groupID } }: JobRow) => (groupID === null ? null : { id: groupID }),
  createdAt: ({ created_at }: JobRow) => created_at,
  createdBy: ({ created_by }: JobRow, _: unknown, { adminByID }: IdentityContext) => adminByID.load(created_by),
  finishedAt: ({ finished_at }: JobRow) => finished_at,
  progress: ({ id }: JobRow, _: unknown, { countsByJob }: IdentityContext) => countsByJob.load(id),
  async items(
    { id }: JobRow,
    { state, first, after }: PageArguments & { readonly state?: ItemState | null },
    { jobs }: IdentityContext,
  ): Promise<Connection<ItemRow>> {
    const rows = rowsAsked(first);
    const from = after == null ? -1 : positionIn(after);
    const found = await jobs.items(id, { state: state ?? null, after: from, limit: rows + 1 });
    const page = found.slice(0, rows).map((node) => ({ cursor: cursorOf(ITEMS, node.position), node }));
    return connection(page, { next: found.length > rows, previous: after != null });
  },
};

function positionIn(cursor: string): number {
  const position = positionOf(ITEMS, cursor);
  if (!/^\d{1,9}$/.test(position)) throw new Fault('CURSOR_INVALID', { field: 'after' });
  return Number(position);
}

export const BulkJobProgress = {
  total: (counts: Counts) => Object.values(counts).reduce((sum, count) => sum + count, 0),
  pending: ({ PENDING }: Counts) => PENDING,
  done: ({ DONE }: Counts) => DONE,
  skipped: ({ SKIPPED }: Counts) => SKIPPED,
  failed: ({ FAILED }: Counts) => FAILED,
  cancelled: ({ CANCELLED }: Counts) => CANCELLED,
};

export const BulkJobItem = {
  user: ({ user_id }: ItemRow) => ({ id: user_id }),
};
