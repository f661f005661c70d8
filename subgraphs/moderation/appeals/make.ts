import type { Knex } from 'knex';
import { v7 as sortableID } from 'uuid';
import { Fault } from '../../kit/fault.ts';
import { type CaseChanged, changeCase, heldCase } from '../cases/case.ts';
import { wordsIn } from '../words.ts';
import { type AppealRow, appeals } from './appeal.ts';
import { decisionAbout } from './decisions.ts';

const LONGEST_TEXT = 2_000;

export interface NewAppeal {
  readonly decisionID: string;
  readonly userID: string;
  readonly text: string;
}

/** One a decision, in time; all that was decided in the same round is heard with it. */
export async function makeAppeal(
  { decisionID, userID, text }: NewAppeal,
  { on, changed }: { on: Knex.Transaction; changed: CaseChanged },
): Promise<AppealRow> {
  const words = wordsIn(text, 'text', LONGEST_TEXT);
  const found = await decisionAbout(on, userID, decisionID);
  if (found === null) throw new Fault('NOT_FOUND', { what: 'The decision' });
  const held = await heldCase(found.case_id, on);
  // What stood before the case was held may have changed.
  const decision = (await decisionAbout(on, userID, decisionID)) ?? found;
  if (decision.appeal !== null) throw new Fault('APPEAL_MADE');
  if (decision.appealableUntil.getTime() < Date.now())
    throw new Fault('APPEAL_LATE', { until: decision.appealableUntil.toISOString() });
  // A case that is open again is being judged anew anyhow.
  if (held.state !== 'RESOLVED' || held.round !== decision.round || decision.state === 'REVERSED')
    throw new Fault('APPEAL_NEEDLESS');
  const row = { id: sortableID(), case_id: held.id, round: held.round, user_id: userID, text: words };
  const [made] = await appeals(on).insert(row).returning<AppealRow[]>('*');
  await changeCase(held.id, { state: 'APPEALED', claimed_by: null, claimed_until: null }, { on, changed });
  return made as AppealRow;
}
