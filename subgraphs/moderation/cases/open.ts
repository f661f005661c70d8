import type { Knex } from 'knex';
import { v7 as sortableID } from 'uuid';
import type { SubjectKind } from '../../kit/flags.ts';
import type { Evidence } from '../../kit/witness.ts';
import { type CaseChanged, type CaseRow, cases, changeCase } from './case.ts';
import { rankOf } from './priority.ts';

/** Of these, what was seen may hurt who sees it. */
const GRAPHIC: readonly string[] = ['SEXUAL', 'VIOLENCE', 'SELF_HARM'];

export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** The subject's case, opened where there is none; nobody else changes it until the transaction ends. */
export async function caseOf(
  { kind, id }: Subject,
  seen: Pick<Evidence, 'accusedID' | 'groupID' | 'reach'>,
  on: Knex.Transaction,
): Promise<CaseRow> {
  const about = { accused_id: seen.accusedID, group_id: seen.groupID, reach: seen.reach };
  const [row] = await cases(on)
    .insert({ id: sortableID(), subject_kind: kind, subject_id: id, ...about, version: 0 })
    .onConflict(['subject_kind', 'subject_id'])
    .merge({ reach: on.raw('greatest(cases.reach, excluded.reach)') })
    .returning<CaseRow[]>('*');
  return row as CaseRow;
}

/** A new round of a case that was resolved: what is said from now on is judged anew, and nothing of before is lost. */
export const anotherRound = ({ round }: CaseRow): Partial<CaseRow> => ({
  state: 'OPEN',
  round: round + 1,
  claimed_by: null,
  claimed_until: null,
  opened_at: new Date(),
  resolved_at: null,
});

/**
 * Where what is said now belongs. What is said of somebody while their appeal is heard is not what the appeal is about:
 * it waits for the next round.
 */
export const roundOf = ({ state, subject_kind, round }: CaseRow, change: Partial<CaseRow>): number =>
  change.round ?? (state === 'APPEALED' && subject_kind !== 'MESSAGE' ? round + 1 : round);

interface Said {
  readonly worst: number;
  readonly voices: number;
  readonly reports: string;
  readonly graphic: boolean;
}

/** After something was said against it in this round: how urgent it is now. */
export async function weigh(
  { id, round, reach, opened_at }: CaseRow,
  change: Partial<CaseRow>,
  { on, changed }: { on: Knex.Transaction; changed: CaseChanged },
): Promise<CaseRow> {
  const { rows } = await on.raw<{ rows: Said[] }>(
    `select
       greatest((select max(weight) from moderation.reports where case_id = :id and round = :round),
         (select max(weight) from moderation.flags where case_id = :id and round = :round), 0) as worst,
       (select coalesce(sum(trust), 0) from moderation.reports where case_id = :id and round = :round) as voices,
       (select count(*) from moderation.reports where case_id = :id) as reports,
       exists (select from moderation.reports where case_id = :id and reason = any(:graphic))
         or exists (select from moderation.flags where case_id = :id and reason = any(:graphic)) as graphic`,
    { id, round: change.round ?? round, graphic: [...GRAPHIC] },
  );
  const said = rows[0] ?? { worst: 0, voices: 0, reports: '0', graphic: false };
  const rank = rankOf({ ...said, reach }, change.opened_at ?? opened_at);
  const weighed = { ...change, report_count: Number(said.reports), graphic: said.graphic, rank };
  return changeCase(id, weighed, { on, changed });
}
