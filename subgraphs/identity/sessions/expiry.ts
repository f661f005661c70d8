import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { repeat } from '../../kit/repeat.ts';
import type { Endings } from './endings.ts';
import type { Sessions } from './sessions.ts';

const EVERY_MS = 2_000;
const BATCH = 100;

export interface ExpiryParts {
  readonly db: Knex;
  readonly sessions: Sessions;
  readonly endings: Endings;
  /** ms. */
  readonly idle: number;
  readonly log: Logger;
}

/**
 * Ends sessions that have run out. Their requests are refused by the clock already; what is left is OpenIM, where an
 * open socket would outlive its session.
 */
export function startExpiry({ db, sessions, endings, idle, log }: ExpiryParts): { stop(): Promise<void> } {
  async function end(): Promise<void> {
    const over = db
      .table('identity.sessions')
      .whereNull('ended_at')
      .where((query) =>
        query.where('expires_at', '<=', new Date()).orWhere('last_seen_at', '<=', new Date(Date.now() - idle)),
      )
      .limit(BATCH);
    // Most of the time there is nothing, and one statement says so.
    if ((await over.clone().forUpdate().skipLocked().first('id')) === undefined) return;
    const ended = await db.transaction(async (on) => {
      const rows = await sessions.end((query) => query.whereIn('id', over.select('id').forUpdate().skipLocked()), on);
      await endings.owe(rows, on);
      return rows;
    });
    await Promise.all(Array.from(new Set(ended.map(({ user_id }) => user_id)), (userID) => endings.pay(userID)));
  }

  return repeat(EVERY_MS, end, (err) => log.warn({ err }, 'sessions that have run out could not be ended'));
}
