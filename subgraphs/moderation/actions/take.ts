import type { Knex } from 'knex';
import { v7 as sortableID } from 'uuid';
import type { AuditEntry } from '../../kit/audit.ts';
import type { BanDesk } from '../../kit/ban-desk.ts';
import type { Colleagues } from '../../kit/colleagues.ts';
import { Fault } from '../../kit/fault.ts';
import { type CaseChanged, type CaseRow, changeCase, claimOf, heldCase } from '../cases/case.ts';
import { LEASE_MS, mustHold } from '../cases/claims.ts';
import { readSettings } from '../settings.ts';
import { type ActionRow, actions } from './action.ts';
import { impose } from './impose.ts';
import { KINDS, targetOf, type Wanted } from './kinds.ts';
import { settle } from './settle.ts';

export interface NewAction extends Wanted {
  readonly caseID: string;
  /** For moderators. */
  readonly note: string | null;
  /** For the person. */
  readonly explanation: string | null;
  /** What the moderator has seen; null: whatever there is. */
  readonly version: number | null;
  /** More is to follow: the case is not resolved by it. */
  readonly keepOpen: boolean;
}

export interface DecidingParts {
  readonly bans: BanDesk;
  readonly colleagues: Colleagues;
  readonly changed: CaseChanged;
}

export interface Taken {
  readonly row: CaseRow;
  /** The decision, and what it brought with it. */
  readonly made: readonly ActionRow[];
  readonly entry: Omit<AuditEntry, 'reason'>;
}

/** Decides a case, in the transaction of its entry in the audit log; or proposes to, where a second opinion is due. */
export async function take(
  wanted: NewAction,
  by: string,
  { on, ...parts }: DecidingParts & { on: Knex.Transaction },
): Promise<Taken> {
  const held = await heldCase(wanted.caseID, on);
  mustDecide(held, wanted, by);
  const target = targetOf(held, wanted);
  const waiting = await actions(on).where({ case_id: held.id, state: 'PROPOSED' }).first<ActionRow | undefined>('id');
  if (waiting !== undefined) throw new Fault('OPINION_PENDING');
  const proposed = await needsOpinion(wanted, by, { on, colleagues: parts.colleagues });
  const { kind, note, explanation, until, caseID, strike } = wanted;
  const facts = { id: sortableID(), case_id: caseID, round: held.round, kind, note, explanation, until, strike };
  const [made] = await actions(on)
    .insert({ ...facts, ...target, decided_by: by, state: proposed ? 'PROPOSED' : 'OWED' })
    .returning<ActionRow[]>('*');
  const inserted = made as ActionRow;
  const entry = {
    action: proposed ? 'case.propose' : 'case.act',
    target: `case:${held.id}`,
    after: { kind, action: inserted.id, subject: `${held.subject_kind}:${held.subject_id}`, until, ...target },
  };
  if (proposed) {
    const row = await changeCase(held.id, { claimed_by: null, claimed_until: null }, { on, changed: parts.changed });
    return { row, made: [inserted], entry };
  }
  return { ...(await effect(inserted, { held, by, keepOpen: wanted.keepOpen }, { on, ...parts })), entry };
}

/** CASE_CLAIMED, CASE_RESOLVED, CASE_CHANGED: three ways of having come too late. */
function mustDecide(row: CaseRow, { kind, version }: NewAction, by: string): void {
  mustHold(row, by);
  if (version !== null && version !== row.version) throw new Fault('CASE_CHANGED', { version: row.version });
  const over = row.state === 'RESOLVED' && KINDS[kind].reverses === undefined;
  if (over && (claimOf(row) !== by || kind === 'DISMISS')) throw new Fault('CASE_RESOLVED');
  if (row.state === 'APPEALED') throw new Fault('APPEAL_PENDING');
}

async function needsOpinion(
  { kind, until }: NewAction,
  by: string,
  { on, colleagues }: { on: Knex.Transaction; colleagues: Colleagues },
): Promise<boolean> {
  const { secondOpinion } = await readSettings(on);
  if (!secondOpinion.includes(kind) || until !== null) return false;
  // Where there is nobody else, nobody else can be asked.
  return colleagues.hasOther(by, 'moderation:act');
}

interface Deciding {
  readonly held: CaseRow;
  /** Null: a rule. */
  readonly by: string | null;
  readonly keepOpen: boolean;
}

/** What was decided is done, and the case with it. */
export async function effect(
  action: ActionRow,
  { held, by, keepOpen }: Deciding,
  { on, bans, changed }: Omit<DecidingParts, 'colleagues'> & { on: Knex.Transaction },
): Promise<{ row: CaseRow; made: readonly ActionRow[] }> {
  const made = await impose(action, { on, bans, changed, held, by });
  const row = await changeCase(held.id, stateAfter({ held, by, keepOpen }, action.kind), { on, changed });
  await settle(row, on);
  return { row, made };
}

/** Whoever decided may go on for as long as their claim holds; everybody else finds the case resolved. */
function stateAfter({ held, by, keepOpen }: Deciding, kind: ActionRow['kind']): Partial<CaseRow> {
  if (KINDS[kind].reverses !== undefined) return {};
  const claim = by === null ? {} : { claimed_by: by, claimed_until: new Date(Date.now() + LEASE_MS) };
  return keepOpen ? claim : { state: 'RESOLVED', resolved_at: held.resolved_at ?? new Date(), ...claim };
}
