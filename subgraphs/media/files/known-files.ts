import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { Fault } from '../../kit/fault.ts';
import { type FileRow, filesByID } from './table.ts';

/** ms that a page of messages waits for what is known of its files. */
const PATIENCE_MS = 400;
/** ms for which nobody waits again, once somebody has in vain. */
const REST_MS = 2_000;

export type FindFiles = (ids: readonly string[]) => Promise<ReadonlyMap<string, FileRow>>;

/**
 * Looks up what is known of files. Rejects with STORE_UNAVAILABLE where the database does not answer soon, and at once
 * while that was so a moment ago: messages are shown with what their senders said.
 */
export function createKnownFiles(db: Knex, log: Logger): FindFiles {
  let restingUntil = 0;
  const away = (because: unknown): never => {
    if (Date.now() >= restingUntil) log.warn({ err: because }, 'what is known of files cannot be looked up now');
    restingUntil = Date.now() + REST_MS;
    throw new Fault('STORE_UNAVAILABLE');
  };
  return async (ids) => {
    if (Date.now() < restingUntil) throw new Fault('STORE_UNAVAILABLE');
    const { promise: late, reject } = Promise.withResolvers<never>();
    const impatience = setTimeout(() => reject(new Fault('STORE_UNAVAILABLE')), PATIENCE_MS);
    return Promise.race([filesByID(ids, db), late])
      .catch(away)
      .finally(() => clearTimeout(impatience));
  };
}
