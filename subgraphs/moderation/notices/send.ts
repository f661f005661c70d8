import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { Enforcement } from '../../kit/enforcement.ts';
import { type Repeated, repeat } from '../../kit/repeat.ts';

const EVERY_MS = 5_000;
const PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 300_000;
const ATTEMPT_MS = 8_000;
const BATCH = 50;
/** Later it is no news; what became of a report is told by the report, too. */
const OLDEST_MS = 7 * 86_400_000;

interface NoticeRow {
  readonly id: string;
  readonly user_id: string;
  readonly key: string;
  readonly data: unknown;
  readonly tries: number;
  readonly created_at: Date;
}

export interface SendingParts {
  readonly db: Knex;
  readonly enforcement: Pick<Enforcement, 'notify'>;
  readonly log: Logger;
}

/** Sends what is owed until OpenIM has taken it, or it is a week old. */
export function startNotices({ db, enforcement, log }: SendingParts): Repeated {
  const stopped = new AbortController();
  const table = () => db.table('moderation.notices');

  async function send({ id, user_id, key, data, tries, created_at }: NoticeRow): Promise<void> {
    const row = () => table().where({ id });
    if (created_at.getTime() < Date.now() - OLDEST_MS) return void (await row().delete());
    const signal = AbortSignal.any([stopped.signal, AbortSignal.timeout(ATTEMPT_MS)]);
    try {
      await enforcement.notify({ userID: user_id, key, data: JSON.stringify(data) }, { signal, log });
      await row().delete();
    } catch (error) {
      log.warn({ err: error, tries }, 'a notice of moderation is still owed');
      const pause = Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** tries);
      await row().update({ tries: tries + 1, next_at: new Date(Date.now() + pause) });
    }
  }

  async function sendDue(): Promise<void> {
    const due = table().where('next_at', '<=', new Date()).orderBy('next_at').limit(BATCH);
    const claimed = await table()
      .whereIn('id', due.select('id').forUpdate().skipLocked())
      .update({ next_at: new Date(Date.now() + 2 * ATTEMPT_MS) })
      .returning<NoticeRow[]>('*');
    await Promise.all(claimed.map(send));
    if (claimed.length === BATCH && !stopped.signal.aborted) await sendDue();
  }
  const sending = repeat(EVERY_MS, sendDue, (err) => log.warn({ err }, 'notices of moderation could not be read'));

  return {
    now: sending.now,
    async stop() {
      stopped.abort();
      await sending.stop();
    },
  };
}
