import type { Knex } from 'knex';
import { Fault } from '../../kit/fault.ts';
import { type CaseChanged, type CaseRow, cases, claimOf, heldCase } from './case.ts';

/** How long a claim holds: long enough to read a case, short enough that a lunch blocks nobody. */
export const LEASE_MS = 15 * 60_000;

/** By the database's clock, which is one for all nodes. */
const leased = (by: string, on: Knex) => ({
  claimed_by: by,
  claimed_until: on.raw(`now() + interval '${LEASE_MS} milliseconds'`),
  version: on.raw('version + 1'),
});

const isFree = (query: Knex.QueryBuilder): void =>
  void query.whereNull('claimed_until').orWhereRaw('claimed_until <= now()');

export interface Claims {
  /** CASE_CLAIMED where somebody else is at it, CASE_RESOLVED where nothing is left to do. */
  claim(id: string, by: string): Promise<CaseRow>;
  /** The most urgent case that is free and that this admin may decide; null when there is none. */
  claimNext(by: string): Promise<CaseRow | null>;
  /** CLAIM_NEEDED where it is not theirs. */
  release(id: string, by: string): Promise<CaseRow>;
  /** Writes down that claims have run out: their cases have been free since. */
  releaseDue(): Promise<void>;
}

export function createClaims(db: Knex, changed: CaseChanged): Claims {
  const told = async (row: CaseRow, on: Knex.Transaction): Promise<CaseRow> => {
    await changed(on, row, {});
    return row;
  };

  return {
    claim: (id, by) =>
      db.transaction(async (on) => {
        const row = await heldCase(id, on);
        mustHold(row, by);
        if (row.state === 'RESOLVED' && claimOf(row) !== by) throw new Fault('CASE_RESOLVED');
        const [claimed] = await cases(on).where({ id }).update(leased(by, on)).returning<CaseRow[]>('*');
        return told(claimed as CaseRow, on);
      }),

    claimNext: (by) =>
      db.transaction(async (on) => {
        const next = cases(on)
          .whereIn('state', ['OPEN', 'APPEALED'])
          .where(isFree)
          .whereNotExists(waitsForAnother(by, on))
          .orderBy([
            { column: 'rank', order: 'desc' },
            { column: 'id', order: 'asc' },
          ])
          .limit(1)
          .forUpdate()
          .skipLocked()
          .select('id');
        const [claimed] = await cases(on).whereIn('id', next).update(leased(by, on)).returning<CaseRow[]>('*');
        return claimed === undefined ? null : told(claimed, on);
      }),

    release: (id, by) =>
      db.transaction(async (on) => {
        if (claimOf(await heldCase(id, on)) !== by) throw new Fault('CLAIM_NEEDED');
        return told(await letGo({ id }, on).then(([row]) => row as CaseRow), on);
      }),

    async releaseDue() {
      const due = (on: Knex) =>
        cases(on).where('claimed_until', '<=', on.fn.now()).limit(BATCH).forUpdate().skipLocked().select('id');
      if ((await due(db)).length === 0) return;
      await db.transaction(async (on) => {
        for (const row of await letGo((query) => query.whereIn('id', due(on)), on)) await told(row, on);
      });
    },
  };
}

const BATCH = 100;

async function letGo(which: object | ((query: Knex.QueryBuilder) => void), on: Knex): Promise<CaseRow[]> {
  return cases(on)
    .where(which)
    .update({ claimed_by: null, claimed_until: null, version: on.raw('version + 1') })
    .returning<CaseRow[]>('*');
}

/** Cases in which the next word is somebody else's: a second opinion on one's own proposal. */
const waitsForAnother =
  (by: string, on: Knex) =>
  (query: Knex.QueryBuilder): void =>
    void query
      .from('moderation.actions')
      .whereRaw('actions.case_id = cases.id')
      .where({ 'actions.decided_by': by })
      .where((whose) =>
        whose
          .where({ 'actions.state': 'PROPOSED' })
          .orWhereRaw(`cases.state = 'APPEALED' and actions.round = cases.round`),
      )
      .select(on.raw('1'));

/** Nobody decides what somebody else is at. */
export function mustHold(row: CaseRow, by: string): void {
  const holder = claimOf(row);
  if (holder !== null && holder !== by)
    throw new Fault('CASE_CLAIMED', { until: row.claimed_until?.toISOString() ?? '' });
}
