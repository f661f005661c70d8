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

/** An attempt inside the request gets so long before the worker takes over. */
export const ATTEMPT_MS = 8_000;

export interface Taken {
  readonly row: CaseRow;
  readonly action: ActionRow;
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
  const { kind, note, explanation, until, caseID } = wanted;
  const facts = { id: sortableID(), case_id: caseID, round: held.round, kind, note, explanation, until, ...target };
  const [made] = await actions(on)
    .insert({ ...facts, decided_by: by, state: proposed ? 'PROPOSED' : 'OWED' })
    .returning<ActionRow[]>('*');
  const inserted = made as ActionRow;
  const entry = {
    action: proposed ? 'case.propose' : 'case.act',
    target: `case:${held.id}`,
    after: { kind, action: inserted.id, subject: `${held.subject_kind}:${held.subject_id}`, until, ...target },
  };
  if (proposed) {
    const row = await changeCase(held.id, { claimed_by: null, claimed_until: null }, { on, changed: parts.changed });
    return { row, action: inserted, entry };
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

/** From here on it is so: what is ours at once, what is OpenIM's is owed. */
export async function effect(
  action: ActionRow,
  { held, by, keepOpen }: Deciding,
  { on, bans, changed }: Omit<DecidingParts, 'colleagues'> & { on: Knex.Transaction },
): Promise<{ row: CaseRow; action: ActionRow }> {
  const { kind, user_id, until } = action;
  const why = action.explanation ?? 'The moderators of this service decided so.';
  const ban = { userID: user_id ?? '', reason: why, until, evidence: { caseID: held.id }, by };
  const banID = kind === 'BAN_USER' ? await bans.ban(ban, on) : null;
  if (kind === 'UNBAN_USER' && !(await bans.lift({ userID: user_id ?? '', by }, on))) throw new Fault('ALREADY_SO');
  const { reverses, inOpenIM } = KINDS[kind];
  if (reverses !== undefined) await takeBack(reverses, action, on);
  const now = new Date();
  const [made] = await actions(on)
    .where({ id: action.id })
    .update({
      ...(inOpenIM
        ? { state: 'OWED', next_at: new Date(now.getTime() + 2 * ATTEMPT_MS) }
        : { state: 'DONE', done_at: now }),
      ban_id: banID,
    })
    .returning<ActionRow[]>('*');
  const row = await changeCase(held.id, stateAfter({ held, by, keepOpen }, kind), { on, changed });
  await settle(row, on);
  return { row, action: made as ActionRow };
}

/** Whoever decided may go on for as long as their claim holds; everybody else finds the case resolved. */
function stateAfter({ held, by, keepOpen }: Deciding, kind: ActionRow['kind']): Partial<CaseRow> {
  if (KINDS[kind].reverses !== undefined) return {};
  const claim = by === null ? {} : { claimed_by: by, claimed_until: new Date(Date.now() + LEASE_MS) };
  return keepOpen ? claim : { state: 'RESOLVED', resolved_at: held.resolved_at ?? new Date(), ...claim };
}

/** What is taken back is not owed any more, either. */
async function takeBack(kind: ActionRow['kind'], { user_id, group_id }: ActionRow, on: Knex): Promise<void> {
  const where = kind === 'BAN_USER' ? { kind, user_id } : { kind, user_id, group_id };
  await actions(on).where(where).whereIn('state', ['OWED', 'DONE']).update({ state: 'REVERSED', next_at: null });
}
