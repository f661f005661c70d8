import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { PlatformID } from '../../kit/viewer.ts';
import type { TokenBroker } from '../../openim/rest/tokens/broker.ts';
import type { HotCopies } from './hot-copy.ts';
import type { SessionRow } from './session.ts';

const EVERY_MS = 5_000;
const ATTEMPT_MS = 8_000;
const LONGEST_PAUSE_MS = 300_000;
const BATCH = 20;

interface Owed {
  readonly id: string;
  readonly user_id: string;
  readonly platform: PlatformID;
  readonly session_ids: readonly string[];
  readonly ended_at: Date;
  readonly tries: number;
}

/**
 * What follows the end of sessions: their copies in the shared store, then OpenIM's token and sockets of the platform.
 * It is owed from the moment our record says that they ended, written down with that record, and tried until done.
 */
export interface Endings {
  /** In the transaction that ends the sessions. */
  owe(sessions: readonly SessionRow[], db: Knex): Promise<readonly string[]>;
  /** At once, after that transaction; what fails is tried again later. */
  pay(owed: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

export interface EndingsParts {
  readonly db: Knex;
  readonly hot: HotCopies;
  readonly tokens: TokenBroker;
  readonly log: Logger;
}

export function createEndings({ db, hot, tokens, log }: EndingsParts): Endings {
  const table = (on: Knex = db) => on.table('identity.pending_logouts');
  const stopped = new AbortController();

  async function payOne({ id, user_id, platform, session_ids, ended_at, tries }: Owed): Promise<void> {
    try {
      await hot.end(session_ids);
      const signal = AbortSignal.any([stopped.signal, AbortSignal.timeout(ATTEMPT_MS)]);
      // Where OpenIM's policy lets sessions share a token, the last of them ends it.
      if (!(await isShared(user_id, platform, ended_at)))
        await tokens.end(user_id, platform, { signal, log, before: ended_at });
      await table().where({ id }).delete();
    } catch (error) {
      const pause = Math.min(LONGEST_PAUSE_MS, EVERY_MS * 2 ** tries);
      log.warn({ err: error, tries }, 'a forced logout is still owed');
      await table()
        .where({ id })
        .update({ tries: tries + 1, next_at: new Date(Date.now() + pause) });
    }
  }

  async function isShared(user_id: string, platform: PlatformID, endedAt: Date): Promise<boolean> {
    const alive = db.table('identity.sessions').where({ user_id, platform }).whereNull('ended_at');
    return (
      (await alive.where('created_at', '<', endedAt).where('expires_at', '>', db.fn.now()).first('id')) !== undefined
    );
  }

  /** Claimed for a while, so that two nodes do not pay the same; a node that dies lets go of its claim by time. */
  async function payDue(): Promise<void> {
    const claim = new Date(Date.now() + 2 * ATTEMPT_MS);
    const due = db
      .table('identity.pending_logouts')
      .where('next_at', '<=', db.fn.now())
      .orderBy('next_at')
      .limit(BATCH);
    const rows = await table()
      .whereIn('id', due.select('id').forUpdate().skipLocked())
      .update({ next_at: claim })
      .returning<Owed[]>('*');
    await Promise.all(rows.map(payOne));
  }

  const timer = setInterval(() => {
    working ??= payDue()
      .catch((error: unknown) => log.warn({ err: error }, 'owed logouts could not be read'))
      .finally(() => {
        working = null;
      });
  }, EVERY_MS).unref();
  let working: Promise<void> | null = null;

  return {
    async owe(sessions, on) {
      const seats = Map.groupBy(sessions, ({ user_id, platform }) => `${user_id} ${platform}`);
      if (seats.size === 0) return [];
      const rows = [...seats.values()].flatMap((ended) => {
        const [first] = ended;
        if (first === undefined) return [];
        const { user_id, platform, ended_at } = first;
        const next_at = new Date(Date.now() + 2 * ATTEMPT_MS);
        return [{ user_id, platform, ended_at, next_at, session_ids: ended.map(({ id }) => id) }];
      });
      const kept = await table(on).insert(rows).returning<{ id: string }[]>('id');
      return kept.map(({ id }) => id);
    },
    async pay(owed) {
      if (owed.length === 0) return;
      const rows = await table().whereIn('id', owed).select<Owed[]>();
      await Promise.all(rows.map(payOne));
    },
    async stop() {
      clearInterval(timer);
      stopped.abort();
      await working;
    },
  };
}
