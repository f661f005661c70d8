import type { Knex } from 'knex';
import type { Flag, Flags } from '../../kit/flags.ts';
import type { CaseChanged, CaseRow } from './case.ts';
import { keepEvidence } from './evidence.ts';
import { anotherRound, caseOf, roundOf, weigh } from './open.ts';
import { SEVERITY } from './priority.ts';

/** A row of `moderation.flags`. */
export interface FlagRow {
  readonly key: string;
  readonly case_id: string;
  readonly source: string;
  readonly reason: Flag['reason'];
  readonly note: string | null;
  readonly created_at: Date;
}

const MOST_WEIGHT = 100;

/** What rules and findings hold against somebody. */
export function createFlags(db: Knex, changed: CaseChanged): Flags {
  async function keep(flag: Flag, on: Knex.Transaction): Promise<{ caseID: string }> {
    const known = await on.table('moderation.flags').where({ key: flag.key }).first<FlagRow | undefined>('case_id');
    if (known !== undefined) return { caseID: known.case_id };
    const row = await caseOf(flag.subject, flag.evidence, on);
    const again = row.state === 'RESOLVED' && row.subject_kind !== 'MESSAGE';
    const change: Partial<CaseRow> = again ? anotherRound(row) : {};
    const round = roundOf(row, change);
    const { key, source, reason, note } = flag;
    const weight = Math.min(MOST_WEIGHT, Math.max(0, flag.weight ?? SEVERITY[reason]));
    const kept = { key, case_id: row.id, round, source, reason, note, weight };
    // Another node may have been told of it meanwhile: it held the case until now.
    const added = await on.table('moderation.flags').insert(kept).onConflict('key').ignore().returning('key');
    if (added.length === 0) return { caseID: row.id };
    await keepEvidence({ ...row, round }, flag.evidence, on);
    await weigh(row, change, { on, changed });
    return { caseID: row.id };
  }

  return { flag: (flag, on) => (on === undefined ? db.transaction((own) => keep(flag, own)) : keep(flag, on)) };
}

/** By case, newest first. */
export async function flagsOf(db: Knex, ids: readonly string[]): Promise<ReadonlyMap<string, readonly FlagRow[]>> {
  const rows = await db
    .table('moderation.flags')
    .whereIn('case_id', ids)
    .orderBy('created_at', 'desc')
    .select<FlagRow[]>();
  return Map.groupBy(rows, ({ case_id }) => case_id);
}
