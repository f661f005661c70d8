import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { Fault } from '../../kit/fault.ts';
import { repeat } from '../../kit/repeat.ts';
import { asAdmin, type Span } from '../../openim/rest/call.ts';
import type { OpenIM } from '../../openim/rest/openim.ts';
import type { AdminSettings } from './mode.ts';

/** Whom and what a new person finds: friends, and groups that they are in. */
export interface Newcomers {
  readonly friendIDs: readonly string[];
  readonly groupIDs: readonly string[];
}

export const NO_NEWCOMERS: Newcomers = { friendIDs: [], groupIDs: [] };

export interface WelcomeRow {
  readonly id: string;
  readonly user_id: string;
  readonly kind: 'FRIEND' | 'GROUP';
  readonly target: string;
  readonly tries: number;
  readonly next_at: Date;
  /** The fault's reason, of the try before. */
  readonly problem: string | null;
  readonly created_at: Date;
}

/** What a new person is given in OpenIM: owed from the moment their account is made, and tried until it is done. */
export interface Welcomes {
  /** In the transaction that makes the account. */
  owe(userID: string, on: Knex): Promise<void>;
  /** All that is owed to one person whom OpenIM knows by now; what fails is tried again later. */
  pay(userID: string, span: Span): Promise<void>;
  /** Those that failed and are still tried, oldest first. */
  failing(most: number): Promise<readonly WelcomeRow[]>;
  /** What is not given to new people any more is not owed to those who wait for it. */
  forgive(kept: Newcomers, on: Knex): Promise<void>;
  stop(): Promise<void>;
}

export interface WelcomeParts {
  readonly db: Knex;
  readonly settings: AdminSettings;
  readonly openim: Pick<OpenIM, 'friends' | 'groups'>;
  readonly log: Logger;
}

/** For what was put off, and what a node that died has left. */
const EVERY_MS = 15_000;
const CLAIM_MS = 30_000;
const ATTEMPT_MS = 10_000;
const BATCH = 20;
const SHORTEST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 3_600_000;

export function createWelcomes({ db, settings, openim, log }: WelcomeParts): Welcomes {
  const table = (on: Knex = db) => on.table('identity.welcomes');
  const stopped = new AbortController();

  const payOne = createPayment({ db, openim, log });

  /** Nobody else pays what was claimed meanwhile; who dies lets go of it by time. */
  const claim = (which: (query: Knex.QueryBuilder) => void): Promise<WelcomeRow[]> =>
    table()
      .whereIn('id', table().modify(which).select('id').forUpdate().skipLocked())
      .update({ next_at: new Date(Date.now() + CLAIM_MS) })
      .returning<WelcomeRow[]>('*');

  async function payDue(): Promise<void> {
    const registered = db.table('identity.accounts').whereNotNull('registered_at').select('user_id');
    const rows = await claim((query) =>
      query.where('next_at', '<=', new Date()).whereIn('user_id', registered).orderBy('next_at').limit(BATCH),
    );
    for (const row of rows) await payOne(row, { signal: limited(stopped.signal), log });
  }
  const paying = repeat(EVERY_MS, payDue, (err) => log.warn({ err }, 'what new people are owed could not be read'));

  return {
    async owe(userID, on) {
      const { friendIDs, groupIDs } = await settings.read('newcomers', NO_NEWCOMERS, on);
      const next_at = new Date(Date.now() + CLAIM_MS);
      const rows = [
        ...friendIDs.map((target) => ({ user_id: userID, kind: 'FRIEND', target, next_at })),
        ...groupIDs.map((target) => ({ user_id: userID, kind: 'GROUP', target, next_at })),
      ];
      if (rows.length > 0) await table(on).insert(rows);
    },
    async pay(userID, span) {
      const rows = await claim((query) => query.where({ user_id: userID }));
      await Promise.all(rows.map((row) => payOne(row, span)));
    },
    failing: (most) => table().where('tries', '>', 0).orderBy('created_at').limit(most).select<WelcomeRow[]>(),
    forgive: async ({ friendIDs, groupIDs }, on) => {
      await table(on).where({ kind: 'FRIEND' }).whereNotIn('target', friendIDs).delete();
      await table(on).where({ kind: 'GROUP' }).whereNotIn('target', groupIDs).delete();
    },
    async stop() {
      stopped.abort();
      await paying.stop();
    },
  };
}

const limited = (signal: AbortSignal): AbortSignal => AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_MS)]);

/** Gives one thing, or puts it off with the reason. */
function createPayment({ db, openim, log }: Omit<WelcomeParts, 'settings'>) {
  async function give({ user_id, kind, target }: WelcomeRow, span: Span): Promise<void> {
    const call = asAdmin(span);
    const given =
      kind === 'FRIEND'
        ? openim.friends.import(target, [user_id], call)
        : openim.groups.invite(target, [user_id], call);
    await given.catch((error: unknown) => {
      if (!(error instanceof Fault && error.reason === 'ALREADY_SO')) throw error;
    });
  }

  return async (row: WelcomeRow, span: Span): Promise<void> => {
    const owed = db.table('identity.welcomes').where({ id: row.id });
    try {
      await give(row, span);
      await owed.delete();
    } catch (error) {
      const problem = error instanceof Fault ? error.reason : 'INTERNAL';
      log.warn({ err: error, kind: row.kind, tries: row.tries }, 'a new person was not given everything yet');
      const pause = Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** row.tries);
      await owed.update({ tries: row.tries + 1, problem, next_at: new Date(Date.now() + pause) });
    }
  };
}
