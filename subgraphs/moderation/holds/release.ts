import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { isFinal } from '../../kit/enforcement.ts';
import type { Announce } from '../../kit/events.ts';
import { type Repeated, repeat } from '../../kit/repeat.ts';
import type { SendHeld } from '../../kit/send-held.ts';
import { oweNotices } from '../notices/owe.ts';
import { heldNotice } from '../notices/texts.ts';
import { announcedDecision } from './announced.ts';
import { type HeldRow, held, letterOf } from './hold.ts';

const EVERY_MS = 5_000;
const ATTEMPT_MS = 15_000;
const PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 300_000;
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
export function startReleasing({ db, sendHeld, announce, log }: ReleaseParts): Repeated {
  const stopped = new AbortController();

  async function send(row: HeldRow): Promise<void> {
    const after = (change: Partial<HeldRow> & { next_at: Date | null }) =>
      held(db).where({ id: row.id }).update(change);
    const signal = AbortSignal.any([stopped.signal, AbortSignal.timeout(ATTEMPT_MS)]);
    try {
      const message_id = await sendHeld({ ...letterOf(row), id: row.id }, { signal, log });
      await after({ state: 'RELEASED', message_id, next_at: null });
    } catch (error) {
      if (isFinal(error)) return void (await after({ state: 'FAILED', problem: error.reason, next_at: null }));
      log.warn({ err: error, tries: row.tries }, 'a message that was let go on is still to be sent');
      const pause = Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** row.tries);
      await after({ tries: row.tries + 1, next_at: new Date(Date.now() + pause) });
    }
  }

  async function sendDue(): Promise<void> {
    const due = held(db).where('next_at', '<=', new Date()).orderBy('next_at').limit(BATCH);
    const claimed = await held(db)
      .whereIn('id', due.select('id').forUpdate().skipLocked())
      .update({ next_at: new Date(Date.now() + 2 * ATTEMPT_MS) })
      .returning<HeldRow[]>('*');
    await Promise.all(claimed.map(send));
    if (claimed.length === BATCH && !stopped.signal.aborted) await sendDue();
  }

  async function endOld(): Promise<void> {
    await db.transaction(async (on) => {
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
  }

  const sending = repeat(
    EVERY_MS,
    async () => {
      await sendDue();
      await endOld();
    },
    (err) => log.warn({ err }, 'messages that waited could not be read'),
  );
  return {
    now: sending.now,
    async stop() {
      stopped.abort();
      await sending.stop();
    },
  };
}
