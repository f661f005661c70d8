import type { Knex } from 'knex';
import { v7 as sortableID } from 'uuid';
import type { StandingBan } from '../../kit/appeal-desk.ts';
import { type ActionRow, actions } from '../actions/action.ts';
import type { CaseChanged } from '../cases/case.ts';
import { anotherRound, caseOf, weigh } from '../cases/open.ts';

/** What a round is that begins with its decision. */
const DECIDED = { state: 'RESOLVED', claimed_by: null, claimed_until: null } as const;

/**
 * A ban by `banUser` belongs to no case until its person asks how to appeal: then it is a decision in theirs, in a round
 * of its own. Null while that case is open: what is decided in it comes first.
 */
export async function adopt(ban: StandingBan, on: Knex.Transaction, changed: CaseChanged): Promise<ActionRow | null> {
  const { id: ban_id, userID: user_id, since: created_at } = ban;
  const seen = { accusedID: user_id, groupID: null, reach: 1 };
  const held = await caseOf({ kind: 'USER', id: user_id }, seen, on);
  // The case is held now: whoever asked at the same moment has done it, or waits.
  const known = await actions(on).where({ ban_id }).first<ActionRow | undefined>();
  if (known !== undefined) return known;
  const fresh = held.version === 0;
  if (!fresh && held.state !== 'RESOLVED') return null;
  const opened = { opened_at: created_at, resolved_at: created_at };
  const change = { ...(fresh ? {} : anotherRound(held)), ...DECIDED, ...opened };
  const { id: case_id, round } = { ...held, ...change };
  const decided = { decided_by: ban.by, explanation: ban.reason, until: ban.until, user_id, ban_id };
  const done = { kind: 'BAN_USER', state: 'DONE', created_at, done_at: created_at };
  const [made] = await actions(on)
    .insert({ id: sortableID(), case_id, round, ...done, ...decided })
    .returning<ActionRow[]>('*');
  await weigh(held, change, { on, changed });
  return made ?? null;
}
