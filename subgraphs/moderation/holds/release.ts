import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { isFinal } from '../../kit/enforcement.ts';
import type { Announce } from '../../kit/events.ts';
import { startOwed } from '../../kit/owed.ts';
import { type Repeated, repeat } from '../../kit/repeat.ts';
import type { SendHeld } from '../../kit/send-held.ts';
import { oweNotices } from '../notices/owe.ts';
import { heldNotice } from '../notices/texts.ts';
import { announcedDecision } from './announced.ts';
import { type HeldRow, held, letterOf } from './hold.ts';

const EVERY_MS = 5_000;
const ATTEMPT_MS = 15_000;
const BATCH = 20;
/** Days after which nobody decides about it any more, and after which what was decided is forgotten. */
const WAITS_DAYS = 7;
const KEPT_DAYS = 90;

export interface ReleaseParts {
  readonly db: Knex;
  readonly sendHeld: SendHeld;
  readonly announce: Announce;
  readonly log: Logger;
}

const daysAgo = (days: number, db: Knex) => db.raw('now() - make_interval(days => ?)', [days]);

/** Forgets what was decided long ago. */
export async function sweepHeld(db: Knex): Promise<void> {
  await held(db).whereNot({ state: 'WAITING' }).where('decided_at', '<', daysAgo(KEPT_DAYS, db)).delete();
}

/** Sends what moderators let go on until it is sent, or OpenIM says that it cannot be. */
export function startReleasing(parts: ReleaseParts): Repeated {
  const { db, sendHeld, log } = parts;
  const sending = startOwed<HeldRow>({
    ...{ db, table: 'moderation.held_messages', key: 'id', what: 'a message that was let go on', log },
    ...{ attempt: ATTEMPT_MS, every: EVERY_MS },
    async pay(row, signal) {
      const over = (change: Partial<HeldRow>) =>
        held(db)
          .where({ id: row.id })
          .update({ ...change, next_at: null });
      try {
        const message_id = await sendHeld({ ...letterOf(row), id: row.id }, { signal, log });
        await over({ state: 'RELEASED', message_id });
      } catch (error) {
        if (!isFinal(error)) throw error;
        await over({ state: 'FAILED', problem: error.reason });
      }
    },
  });
  const ending = repeat(
    EVERY_MS,
    () => endOld(parts),
    (err) => log.warn({ err }, 'messages that waited could not be read'),
  );
  return {
    now: sending.now,
    stop: async () => void (await Promise.all([sending.stop(), ending.stop()])),
  };
}

/** What nobody has decided in time. */
const endOld = ({ db, announce }: ReleaseParts): Promise<void> =>
  db.transaction(async (on) => {
    const old = held(on).where({ state: 'WAITING' }).where('created_at', '<', daysAgo(WAITS_DAYS, db)).limit(BATCH);
    const ended = await held(on)
      .whereIn('id', old.select('id').forUpdate().skipLocked())
      .update({ state: 'EXPIRED', decided_at: new Date() })
      .returning<HeldRow[]>('*');
    await oweNotices(ended.map(heldNotice), on);
    await announce(
      on,
      ended.map((row) => announcedDecision(row, 'EXPIRED')),
    );
  });
