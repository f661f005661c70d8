import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { type Enforcement, type EnforcementSpan, isFinal } from '../../kit/enforcement.ts';
import { type Owed, startOwed } from '../../kit/owed.ts';
import { type CaseChanged, type CaseRow, cases, changeCase, heldCase } from '../cases/case.ts';
import { decisionNotice } from '../notices/texts.ts';
import { type ActionRow, actions } from './action.ts';
import { ATTEMPT_MS, tell } from './impose.ts';
import { settle } from './settle.ts';

/** For what was put off, and what a node that died has left. */
const EVERY_MS = 5_000;

export interface CarryingParts {
  readonly db: Knex;
  readonly enforcement: Enforcement;
  readonly changed: CaseChanged;
  readonly log: Logger;
}

/** Does in OpenIM what was decided, and tries until it is done, or cannot be. */
export function startCarryingOut({ db, enforcement, changed, log }: CarryingParts): Owed<ActionRow> {
  /** A decision that cannot be carried out is none: its case waits again. */
  const close = (action: ActionRow, end: Partial<ActionRow>): Promise<void> =>
    db.transaction(async (on) => {
      const held = await heldCase(action.case_id, on);
      const closed = await actions(on)
        .where({ id: action.id, state: 'OWED' })
        .update({ ...end, next_at: null });
      if (closed === 0) return;
      const failed = end.state === 'FAILED' && held.state === 'RESOLVED';
      const row = await changeCase(held.id, failed ? { state: 'OPEN', resolved_at: null } : {}, { on, changed });
      if (end.state === 'DONE') await tell(action, on);
      await settle(row, on, action.round);
    });

  return startOwed<ActionRow>({
    ...{ db, table: 'moderation.actions', key: 'id', what: 'a decision of moderators', log },
    ...{ attempt: ATTEMPT_MS, every: EVERY_MS },
    async pay(action, signal) {
      const subject = await cases(db).where({ id: action.case_id }).first<CaseRow>('subject_id');
      try {
        await perform(action, subject.subject_id, { enforcement, span: { signal, log } });
        await close(action, { state: 'DONE', done_at: new Date() });
      } catch (error) {
        if (!isFinal(error)) throw error;
        await close(action, { state: 'FAILED', problem: error.reason });
      }
    },
  });
}

interface Performing {
  readonly enforcement: Enforcement;
  readonly span: EnforcementSpan;
}

async function perform(action: ActionRow, subjectID: string, { enforcement, span }: Performing): Promise<void> {
  const member = { groupID: action.group_id ?? '', userID: action.user_id ?? '' };
  switch (action.kind) {
    case 'WARN':
      return enforcement.notify({ ...decisionNotice(action), userID: member.userID }, span);
    case 'REVOKE_MESSAGE':
      return enforcement.revokeMessage(subjectID, span);
    case 'MUTE_MEMBER':
      return mute({ ...member, until: action.until ?? new Date() }, { enforcement, span });
    case 'UNMUTE_MEMBER':
      return enforcement.unmuteMember(member, span);
    case 'REMOVE_MEMBER':
      return enforcement.removeMember(member, span);
    case 'DISMISS_GROUP':
      return enforcement.dismissGroup(member.groupID, span);
  }
}

/** One whose time is over is over. */
const mute = async (
  muted: { groupID: string; userID: string; until: Date },
  { enforcement, span }: Performing,
): Promise<void> => {
  if (muted.until.getTime() > Date.now()) await enforcement.muteMember(muted, span);
};
