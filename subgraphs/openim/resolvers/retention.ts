import { badInput, Fault } from '../../kit/fault.ts';
import { reasonOf } from '../../kit/reason.ts';
import type { RetentionRow } from '../archive/retention.ts';
import type { OpenIMContext } from '../context.ts';
import { group } from './groups.ts';

/** A hundred years. */
const MOST_DAYS = 36_500;

interface RetentionSource {
  readonly days: number | null;
  readonly groups: readonly RetentionRow[];
}

export async function retention(_: unknown, __: unknown, context: OpenIMContext): Promise<RetentionSource> {
  const [general, ...groups] = await context.retention.all();
  return { days: general?.days ?? null, groups };
}

export async function setRetention(
  _: unknown,
  { days, groupID, reason }: { days?: number | null; groupID?: string | null; reason: string },
  context: OpenIMContext,
): Promise<RetentionSource> {
  const why = reasonOf(reason);
  if (days === undefined || (days !== null && (days < 1 || days > MOST_DAYS)))
    throw badInput('days', `1 to ${MOST_DAYS} days, or null, are expected`);
  if (groupID != null && (groupID === '' || (await context.groupByID.load(groupID)) === null))
    throw new Fault('NOT_FOUND', { what: 'The group' });
  const row = { groupID: groupID ?? null, days };
  const { db, audit, scope } = context;
  await db.transaction(async (on) => {
    const before = await context.retention.set(row, on);
    const target = row.groupID === null ? 'setting:retention' : `group:${row.groupID}`;
    const change = { before: { days: before }, after: { days: row.days } };
    const by = { viewer: scope.viewer, from: scope.ip };
    await audit.record(by, { action: 'retention.set', target, reason: why, ...change }, on);
  });
  context.retention.sweepNow();
  return retention(null, {}, context);
}

export const GroupRetention = {
  group: ({ groupID }: RetentionRow, _: unknown, context: OpenIMContext) => group(groupID, context),
};
