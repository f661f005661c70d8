import { createHash, randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import type { AppealDesk } from '../../kit/appeal-desk.ts';
import { Fault } from '../../kit/fault.ts';
import { type ActionRow, actions } from '../actions/action.ts';
import type { CaseChanged } from '../cases/case.ts';
import { adopt } from './adopt.ts';
import { decisionAbout } from './decisions.ts';

const LIFE_MS = 3_600_000;
const BYTES = 32;

const hashOf = (ticket: string): string => createHash('sha256').update(ticket).digest('base64url');
const table = (db: Knex) => db.table('moderation.appeal_tickets');

export interface Tickets extends AppealDesk {
  /** Whose it is, and for what; TICKET_INVALID for any other text. */
  redeem(ticket: string, on: Knex): Promise<{ userID: string; decisionID: string }>;
  /** Deletes what has run out. */
  sweep(): Promise<void>;
}

/** For who was banned and cannot sign in. Kept as a hash: whoever reads the table can appeal for nobody. */
export const createTickets = (db: Knex, changed: CaseChanged): Tickets => ({
  async wayFor(ban) {
    const known = await actions(db).where({ ban_id: ban.id }).first<ActionRow | undefined>();
    const decided = known ?? (await db.transaction((on) => adopt(ban, on, changed)));
    const { userID } = ban;
    const decision = decided === null ? null : await decisionAbout(db, userID, decided.id);
    if (decision === null) return null;
    const { appeal, appealableUntil } = decision;
    if (appeal !== null) return { appealTicket: null, appealState: stateOf(appeal) };
    if (appealableUntil.getTime() < Date.now()) return { appealTicket: null, appealState: null };
    const ticket = randomBytes(BYTES).toString('base64url');
    const row = { hash: hashOf(ticket), user_id: userID, action_id: decision.id };
    await table(db).insert({ ...row, expires_at: new Date(Date.now() + LIFE_MS) });
    return { appealTicket: ticket, appealState: null };
  },

  async redeem(ticket, on) {
    const row = await table(on)
      .where({ hash: hashOf(ticket) })
      .where('expires_at', '>', new Date())
      .first<{ user_id: string; action_id: string } | undefined>();
    if (row === undefined) throw new Fault('APPEAL_TICKET_INVALID');
    return { userID: row.user_id, decisionID: row.action_id };
  },

  async sweep() {
    await table(db).where('expires_at', '<', new Date()).delete();
  },
});

const stateOf = ({ granted }: { granted: boolean | null }) =>
  granted === null ? 'PENDING' : granted ? 'GRANTED' : 'REFUSED';
