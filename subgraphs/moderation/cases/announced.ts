import type { Knex } from 'knex';
import type { Announcement } from '../../kit/events.ts';
import { actions } from '../actions/action.ts';
import { type AppealRow, appeals } from '../appeals/appeal.ts';
import type { CaseRow } from './case.ts';

/** What others are told when a case was changed: that it waits, was appealed, or is decided, and how. */
export async function announcedOf(row: CaseRow, change: Partial<CaseRow>, on: Knex): Promise<readonly Announcement[]> {
  const state = row.version === 1 ? row.state : change.state;
  if (state === undefined) return [];
  const told = {
    ...{ caseID: row.id, round: row.round, subjectKind: row.subject_kind, subjectID: row.subject_id },
    ...{ userID: row.accused_id, groupID: row.group_id },
  };
  // A case that is decided further, or waits again because a decision could not be carried out, is told again.
  const where = { key: `case:${row.id}:${row.version}`, stream: `case:${row.id}` };
  if (state === 'OPEN') return [{ ...where, fact: { kind: 'CASE_OPENED', ...told } }];
  if (state === 'APPEALED') return [{ ...where, fact: { kind: 'CASE_APPEALED', ...told } }];
  return [{ ...where, fact: { kind: 'CASE_RESOLVED', ...told, ...(await outcomeOf(row, on)) } }];
}

async function outcomeOf({ id: case_id, round }: CaseRow, on: Knex) {
  const stands = actions(on).where({ case_id, round }).whereIn('state', ['OWED', 'DONE']);
  const decisions: string[] = await stands.orderBy('id').pluck('kind');
  const heard = await appeals(on).where({ case_id, round }).first<Pick<AppealRow, 'granted'> | undefined>('granted');
  const appeal = heard === undefined || heard.granted === null ? null : heard.granted ? 'GRANTED' : 'REFUSED';
  return { decisions, appeal } as const;
}
