import type { Knex } from 'knex';
import { v7 as sortableID } from 'uuid';
import type { BanDesk } from '../../kit/ban-desk.ts';
import { Fault } from '../../kit/fault.ts';
import { type ActionRow, actions } from '../actions/action.ts';
import { impose } from '../actions/impose.ts';
import { settle } from '../actions/settle.ts';
import type { Taken } from '../actions/take.ts';
import { type CaseChanged, type CaseRow, changeCase, heldCase } from '../cases/case.ts';
import { mustHold } from '../cases/claims.ts';
import { anotherRound, weigh } from '../cases/open.ts';
import { oweNotices } from '../notices/owe.ts';
import { appealNotice } from '../notices/texts.ts';
import { removeStrikes } from '../strikes/strikes.ts';
import { type AppealRow, appeals } from './appeal.ts';

export interface Verdict {
  readonly caseID: string;
  readonly granted: boolean;
  /** What the person is told. */
  readonly answer: string | null;
}

export interface HearingParts {
  readonly on: Knex.Transaction;
  readonly bans: BanDesk;
  readonly changed: CaseChanged;
}

/** Somebody else than who decided hears it. Granted: what can be taken back is. */
export async function decideAppeal(
  { caseID, granted, answer }: Verdict,
  by: string,
  parts: HearingParts,
): Promise<Taken> {
  const { on } = parts;
  const held = await heldCase(caseID, on);
  mustHold(held, by);
  if (held.state !== 'APPEALED') throw new Fault('NOT_FOUND', { what: 'The appeal' });
  const decided = await actions(on).where({ case_id: caseID, round: held.round }).orderBy('id').select<ActionRow[]>();
  const judges = decided.flatMap(({ state, decided_by, opinion_by }) =>
    state === 'DECLINED' ? [] : [decided_by, opinion_by],
  );
  if (judges.includes(by)) throw new Fault('APPEAL_OWN');
  const [appeal] = await appeals(on)
    .where({ case_id: caseID, round: held.round })
    .update({ granted, answer, decided_by: by, decided_at: new Date() })
    .returning<AppealRow[]>('*');
  if (appeal === undefined) throw new Fault('NOT_FOUND', { what: 'The appeal' });
  const made = granted ? await takenBack(decided, held, { ...parts, by }) : [];
  await oweNotices([appealNotice(appeal)], on);
  const over = { state: 'RESOLVED', claimed_by: null, claimed_until: null } as const;
  const closed = await changeCase(held.id, over, parts);
  const row = (await saidSince(held, on)) ? await weigh(closed, anotherRound(closed), parts) : closed;
  await settle(row, on, held.round);
  const entry = { action: 'case.decide-appeal', target: `case:${caseID}`, after: { appeal: appeal.id, granted } };
  return { row, made, entry };
}

/** Whether somebody has something else to say by now. */
async function saidSince({ id, round }: CaseRow, on: Knex): Promise<boolean> {
  const next = { case_id: id, round: round + 1 };
  const [report, flag] = [
    await on.table('moderation.reports').where(next).first('id'),
    await on.table('moderation.flags').where(next).first('key'),
  ];
  return report !== undefined || flag !== undefined;
}

/** A revoked message, a member who was taken out and a dissolved group do not come back; bans, mutes and strikes do. */
async function takenBack(
  decided: readonly ActionRow[],
  held: CaseRow,
  { on, bans, changed, by }: HearingParts & { by: string },
): Promise<readonly ActionRow[]> {
  const made: ActionRow[] = [];
  for (const action of decided.filter(({ state }) => state === 'OWED' || state === 'DONE')) {
    if (action.kind === 'BAN_USER') {
      await bans.lift(
        { userID: action.user_id ?? '', by, ...(action.ban_id === null ? {} : { banID: action.ban_id }) },
        on,
      );
      await reversed(action, on);
    } else if (action.kind === 'MUTE_MEMBER') made.push(...(await unmute(action, { on, bans, changed, held, by })));
    else if (action.state === 'OWED' || action.kind === 'WARN' || action.kind === 'STRIKE') await reversed(action, on);
  }
  await removeStrikes(
    decided.map(({ id }) => id),
    on,
  );
  // Who reported it was not right, as it turns out; they are not told twice.
  await on
    .table('moderation.reports')
    .where({ case_id: held.id, round: held.round, outcome: 'ACTED' })
    .update({ outcome: 'NOT_ACTED' });
  return made;
}

const reversed = ({ id }: ActionRow, on: Knex) =>
  actions(on).where({ id }).update({ state: 'REVERSED', next_at: null });

async function unmute(
  { case_id, round, user_id, group_id }: ActionRow,
  imposing: Parameters<typeof impose>[1],
): Promise<readonly ActionRow[]> {
  const facts = { id: sortableID(), case_id, round, kind: 'UNMUTE_MEMBER', state: 'OWED', user_id, group_id };
  const [made] = await actions(imposing.on)
    .insert({ ...facts, decided_by: imposing.by, note: 'appeal granted' })
    .returning<ActionRow[]>('*');
  return impose(made as ActionRow, imposing);
}
