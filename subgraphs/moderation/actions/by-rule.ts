import type { Knex } from 'knex';
import { v7 as sortableID } from 'uuid';
import type { BanDesk } from '../../kit/ban-desk.ts';
import { type CaseChanged, type CaseRow, changeCase, heldCase } from '../cases/case.ts';
import { type ActionRow, actions } from './action.ts';
import { impose, tell } from './impose.ts';
import { settle } from './settle.ts';

/** What a rule of the service did in OpenIM already, or decides here: a strike is ours. */
export interface RuledAction {
  readonly kind: 'REVOKE_MESSAGE' | 'MUTE_MEMBER' | 'STRIKE';
  readonly until: Date | null;
  /** For moderators: which rule. */
  readonly note: string;
}

export interface RulingParts {
  readonly on: Knex.Transaction;
  readonly changed: CaseChanged;
  readonly bans: BanDesk;
  /** Whether a moderator is to look at it all the same. */
  readonly review: boolean;
}

/**
 * Writes what a rule did down in the case that it flagged: moderators see it as a decision by nobody, the person is told
 * and may appeal. Where nobody is to look, and nobody reported it, the case is resolved by it. Answers what strikes
 * brought with them, and what of that is owed to OpenIM.
 */
export async function recordRuled(
  caseID: string,
  done: readonly RuledAction[],
  parts: RulingParts,
): Promise<readonly ActionRow[]> {
  if (done.length === 0) return [];
  const { on, changed, bans, review } = parts;
  const more: ActionRow[] = [];
  const held = await heldCase(caseID, on);
  for (const { kind, until, note } of done) {
    const where = { case_id: held.id, round: held.round, user_id: held.accused_id };
    const facts = { id: sortableID(), kind, until, note, state: 'DONE', done_at: new Date() };
    const group_id = kind === 'MUTE_MEMBER' ? held.group_id : null;
    const [made] = await actions(on)
      .insert({ ...where, ...facts, group_id })
      .returning<ActionRow[]>('*');
    const action = made as ActionRow;
    if (kind === 'STRIKE') more.push(...(await impose(action, { on, bans, changed, held, by: null })));
    else await tell(action, on);
  }
  const over = !review && held.state === 'OPEN' && !(await isReported(held, on));
  const row = await changeCase(held.id, over ? { state: 'RESOLVED', resolved_at: new Date() } : {}, { on, changed });
  await settle(row, on);
  return more;
}

const isReported = async ({ id, round }: CaseRow, on: Knex): Promise<boolean> =>
  (await on.table('moderation.reports').where({ case_id: id, round }).first('id')) !== undefined;
