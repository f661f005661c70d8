import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { Enforcement } from '../../kit/enforcement.ts';
import { type OwedRow, startOwed } from '../../kit/owed.ts';
import type { Repeated } from '../../kit/repeat.ts';

const EVERY_MS = 5_000;
const ATTEMPT_MS = 8_000;
/** Later it is no news; what became of a report is told by the report, too. */
const OLDEST_MS = 7 * 86_400_000;

interface NoticeRow extends OwedRow {
  readonly id: string;
  readonly user_id: string;
  readonly key: string;
  readonly data: unknown;
  readonly created_at: Date;
}

export interface SendingParts {
  readonly db: Knex;
  readonly enforcement: Pick<Enforcement, 'notify'>;
  readonly log: Logger;
}

/** Sends what is owed until OpenIM has taken it, or it is a week old. */
export function startNotices({ db, enforcement, log }: SendingParts): Repeated {
  const table = 'moderation.notices';
  return startOwed<NoticeRow>({
    ...{ db, table, key: 'id', what: 'a notice of moderation', log, attempt: ATTEMPT_MS, every: EVERY_MS },
    async pay({ id, user_id, key, data, created_at }, signal) {
      if (created_at.getTime() >= Date.now() - OLDEST_MS)
        await enforcement.notify({ userID: user_id, key, data: JSON.stringify(data) }, { signal, log });
      await db.table(table).where({ id }).delete();
    },
  });
}
