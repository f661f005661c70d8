import type { Knex } from 'knex';
import type { CaseRow } from '../cases/case.ts';
import type { ReportRow } from '../cases/reports.ts';
import { oweNotices } from '../notices/owe.ts';
import { outcomeNotice } from '../notices/texts.ts';
import { type ActionRow, actions } from './action.ts';
import { isConsequence } from './kinds.ts';

/** Once a round is decided and nothing of it is owed, its reports have their outcome, and who made them is told. */
export async function settle(row: CaseRow, on: Knex.Transaction, round = row.round): Promise<void> {
  const { id, state } = row;
  if (round === row.round && state !== 'RESOLVED') return;
  const decided = await actions(on).where({ case_id: id, round }).select<ActionRow[]>('kind', 'state');
  if (decided.some((each) => each.state === 'OWED' || each.state === 'PROPOSED')) return;
  const acted = decided.some((each) => each.state === 'DONE' && isConsequence(each.kind));
  const outcome = acted ? 'ACTED' : 'NOT_ACTED';
  const told = await on
    .table('moderation.reports')
    .where({ case_id: id, round, outcome: 'PENDING' })
    .update({ outcome, updated_at: on.fn.now() })
    .returning<ReportRow[]>('*');
  await oweNotices(told.map(outcomeNotice), on);
}
