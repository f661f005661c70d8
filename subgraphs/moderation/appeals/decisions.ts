import type { Knex } from 'knex';
import { type ActionRow, actions } from '../actions/action.ts';
import { isConsequence, KINDS } from '../actions/kinds.ts';
import { readSettings } from '../settings.ts';
import { isID } from '../words.ts';
import { type AppealRow, appeals } from './appeal.ts';

/** A decision as the person sees it: what, until when and why; not who decided, nor who reported. */
export interface ShownDecision extends ActionRow {
  readonly appeal: AppealRow | null;
  readonly appealableUntil: Date;
}

const DAY = 86_400_000;
const CONSEQUENCES = Object.keys(KINDS).filter((kind) => isConsequence(kind as ActionRow['kind']));

/** Decisions about somebody that are or were in force, newest first. */
export async function decisionsAbout(
  db: Knex,
  userID: string,
  { limit, before }: { limit: number; before: string | null },
): Promise<readonly ShownDecision[]> {
  const found = ofPerson(db, userID).orderBy('id', 'desc').limit(limit).select<ActionRow[]>();
  return withAppeals(db, await (before === null ? found : found.where('id', '<', before)));
}

/** One of them; null where there is none of that id about that person. */
export async function decisionAbout(db: Knex, userID: string, id: string): Promise<ShownDecision | null> {
  if (!isID(id)) return null;
  const [decision] = await withAppeals(db, await ofPerson(db, userID).where({ id }).select<ActionRow[]>());
  return decision ?? null;
}

const ofPerson = (db: Knex, user_id: string) =>
  actions(db).where({ user_id }).whereIn('kind', CONSEQUENCES).whereIn('state', ['OWED', 'DONE', 'REVERSED']);

async function withAppeals(db: Knex, rows: readonly ActionRow[]): Promise<readonly ShownDecision[]> {
  if (rows.length === 0) return [];
  const caseIDs = [...new Set(rows.map(({ case_id }) => case_id))];
  const [{ appealDays }, made] = await Promise.all([
    readSettings(db),
    appeals(db).whereIn('case_id', caseIDs).select<AppealRow[]>(),
  ]);
  return rows.map((row) => ({
    ...row,
    appeal: made.find(({ case_id, round }) => case_id === row.case_id && round === row.round) ?? null,
    appealableUntil: new Date((row.opinion_at ?? row.created_at).getTime() + appealDays * DAY),
  }));
}
