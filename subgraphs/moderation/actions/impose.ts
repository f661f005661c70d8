import type { Knex } from 'knex';
import { v7 as sortableID } from 'uuid';
import type { BanDesk } from '../../kit/ban-desk.ts';
import { Fault } from '../../kit/fault.ts';
import { type CaseChanged, type CaseRow, cases, changeCase } from '../cases/case.ts';
import { oweNotices } from '../notices/owe.ts';
import { decisionNotice } from '../notices/texts.ts';
import { readSettings } from '../settings.ts';
import { consequenceOf } from '../strikes/consequence.ts';
import { giveStrike } from '../strikes/strikes.ts';
import { type ActionRow, actions } from './action.ts';
import { isConsequence, KINDS } from './kinds.ts';

export interface Imposing {
  readonly on: Knex.Transaction;
  readonly bans: BanDesk;
  readonly changed: CaseChanged;
  /** The case that it is decided in. */
  readonly held: CaseRow;
  /** Null: a rule. */
  readonly by: string | null;
}

/** An attempt inside the request gets so long before the worker takes over. */
export const ATTEMPT_MS = 8_000;
const DAY = 86_400_000;

/**
 * From here on it is so: what is ours at once, what is OpenIM's is owed, and the person is to be told. A strike may bring
 * more with it; all that was done is answered, the action itself first.
 */
export async function impose(action: ActionRow, imposing: Imposing): Promise<readonly ActionRow[]> {
  const { on } = imposing;
  const { kind } = action;
  const { reverses, inOpenIM } = KINDS[kind];
  const banID = await banOrLift(action, imposing);
  if (reverses !== undefined) await takeBack(reverses, action, imposing);
  const now = new Date();
  const end = inOpenIM
    ? ({ state: 'OWED', next_at: new Date(now.getTime() + 2 * ATTEMPT_MS) } as const)
    : ({ state: 'DONE', done_at: now } as const);
  const [made] = await actions(on)
    .where({ id: action.id })
    .update({ ...end, ban_id: banID })
    .returning<ActionRow[]>('*');
  if (!inOpenIM) await tell(action, on);
  const more = kind === 'STRIKE' || action.strike ? await strike(action, imposing) : [];
  return [made as ActionRow, ...more];
}

async function banOrLift({ kind, user_id, until, explanation }: ActionRow, { on, bans, held, by }: Imposing) {
  const userID = user_id ?? '';
  if (kind === 'UNBAN_USER' && !(await bans.lift({ userID, by }, on))) throw new Fault('ALREADY_SO');
  if (kind !== 'BAN_USER') return null;
  const reason = explanation ?? 'The moderators of this service decided so.';
  return bans.ban({ userID, reason, until, evidence: { caseID: held.id }, by }, on);
}

/** The person is told once it is so; a warning is its own notice. */
export async function tell(action: ActionRow, on: Knex.Transaction): Promise<void> {
  const { kind, user_id: userID } = action;
  if (userID !== null && kind !== 'WARN' && isConsequence(kind))
    await oweNotices([{ ...decisionNotice(action), userID }], on);
}

/** What is taken back is not owed any more, either. */
async function takeBack(
  kind: ActionRow['kind'],
  { user_id, group_id }: ActionRow,
  { on, held, changed }: Imposing,
): Promise<void> {
  const where = kind === 'BAN_USER' ? { kind, user_id } : { kind, user_id, group_id };
  const taken = await actions(on)
    .where(where)
    .whereIn('state', ['OWED', 'DONE'])
    .update({ state: 'REVERSED', next_at: null })
    .returning<ActionRow[]>('case_id');
  const others = taken.map(({ case_id }) => case_id).filter((id) => id !== held.id);
  // One that somebody else is changing now is told of by them; to wait for it could be to wait for each other.
  const free = await cases(on).whereIn('id', others).forUpdate().skipLocked().pluck<string[]>('id');
  for (const id of free) await changeCase(id, {}, { on, changed });
}

/** One more strike, and what so many of them lead to; a ban that lasts longer anyhow stays. */
async function strike(action: ActionRow, imposing: Imposing): Promise<readonly ActionRow[]> {
  const { on, bans, held } = imposing;
  const { user_id, case_id, note, explanation } = action;
  if (user_id === null) return [];
  const { strikeDays, strikeRules } = await readSettings(on);
  const now = new Date();
  const expires_at = new Date(now.getTime() + strikeDays * DAY);
  const reason = explanation ?? note;
  const count = await giveStrike({ user_id, case_id, action_id: action.id, reason, expires_at }, on);
  const consequence = consequenceOf({ count, inGroup: held.group_id !== null }, strikeRules, now);
  if (consequence === null) return [];
  const { kind, until } = consequence;
  if (kind === 'BAN_USER' && (await bans.standsUntil(user_id, until, on))) return [];
  const facts = { id: sortableID(), case_id, round: held.round, kind, until, user_id, state: 'OWED' };
  const group_id = kind === 'MUTE_MEMBER' ? held.group_id : null;
  const [made] = await actions(on)
    .insert({ ...facts, group_id, note: `strike ${count}` })
    .returning<ActionRow[]>('*');
  return impose(made as ActionRow, { ...imposing, by: null });
}
