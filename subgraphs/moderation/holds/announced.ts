import type { Announcement } from '../../kit/events.ts';

/** Of a row of `moderation.held_messages`. */
interface Held {
  readonly id: string;
  readonly case_id: string;
  readonly user_id: string;
}

const about = ({ id, case_id: caseID, user_id: userID }: Held) => ({ heldMessageID: id, caseID, userID });

/** What others are told when a message begins to wait. */
export const announcedWaiting = (row: Held): Announcement => ({
  key: `held:${row.id}`,
  stream: `user:${row.user_id}`,
  fact: { kind: 'MESSAGE_HELD', ...about(row) },
});

/** What others are told when it is decided, or nobody has decided it in time. */
export const announcedDecision = (row: Held, decision: 'RELEASED' | 'DECLINED' | 'EXPIRED'): Announcement => ({
  key: `held:${row.id}:decided`,
  stream: `user:${row.user_id}`,
  fact: { kind: 'HELD_MESSAGE_DECIDED', ...about(row), decision },
});
