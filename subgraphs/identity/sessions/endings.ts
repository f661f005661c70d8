import type { Knex } from 'knex';
import { repeat } from '../../kit/repeat.ts';
import type { PlatformID } from '../../kit/viewer.ts';
import { within } from '../../openim/rest/tokens/flight.ts';
import type { HotCopies } from './hot-copy.ts';
import { createPayment, type Owed, type PaymentParts } from './payment.ts';
import type { SessionRow } from './session.ts';

const EVERY_MS = 2_000;
/** Who ends a session, or signs in after one, waits for OpenIM no longer. */
const WAIT_MS = 4_000;
/** Nobody else pays meanwhile, which takes half of it; who dies lets go of it by time. */
const CLAIM_MS = 16_000;
const BATCH = 20;

/**
 * What follows the end of sessions: their marks in the shared store, then OpenIM's token and sockets of the platform.
 * It is owed from the moment our record says that they ended, written down with that record, and tried until done.
 */
export interface Endings {
  /** In the transaction that ends the sessions. */
  owe(sessions: readonly SessionRow[], db: Knex): Promise<void>;
  /** The same for a ban or a forced logout: each of its platforms, whether or not a session of ours was there. */
  oweOrder(order: OwedOrder, ended: readonly SessionRow[], db: Knex): Promise<void>;
  /** All that is owed for a user, as far as it goes within a few seconds; false when OpenIM still owes some of it. */
  pay(userID: string): Promise<boolean>;
  /** Marks what is owed in a store that was away. */
  mark(hot: HotCopies): Promise<void>;
  stop(): Promise<void>;
}

/** Its receipts are closed as it is paid. */
export interface OwedOrder {
  readonly id: string;
  readonly userID: string;
  readonly platforms: readonly PlatformID[];
}

export function createEndings(parts: PaymentParts): Endings {
  const { db, log } = parts;
  const table = (on: Knex = db) => on.table('identity.pending_logouts');
  const stopped = new AbortController();
  const payOne = createPayment(parts, stopped.signal);
  const underWay = new Set<Promise<boolean>>();

  async function claim(which: (query: Knex.QueryBuilder) => void): Promise<Promise<boolean>[]> {
    const next_at = new Date(Date.now() + CLAIM_MS);
    const rows = await table().modify(which).update({ next_at }).returning<Owed[]>('*');
    // Where somebody was signed in comes first.
    rows.sort((one, other) => other.session_ids.length - one.session_ids.length);
    return rows.map((row) => {
      const work = payOne(row).catch(() => false);
      underWay.add(work);
      work.finally(() => underWay.delete(work));
      return work;
    });
  }

  async function payDue(): Promise<void> {
    const due = table().where('next_at', '<=', new Date()).orderBy('next_at').limit(BATCH);
    await Promise.all(await claim((query) => query.whereIn('id', due.select('id').forUpdate().skipLocked())));
  }
  const paying = repeat(EVERY_MS, payDue, (err) => log.warn({ err }, 'owed logouts could not be read'));

  return {
    async owe(sessions, on) {
      const seats = Map.groupBy(sessions, ({ user_id, platform }) => `${user_id} ${platform}`);
      const next_at = new Date(Date.now() + CLAIM_MS);
      const rows = Array.from(seats.values(), (ended) => ({
        user_id: ended[0]?.user_id,
        platform: ended[0]?.platform,
        ended_at: ended[0]?.ended_at,
        next_at,
        session_ids: ended.map(({ id }) => id),
      }));
      if (rows.length > 0) await table(on).insert(rows);
    },
    async oweOrder(order, ended, on) {
      await table(on).insert(rowsOf(order, ended));
    },
    async pay(userID) {
      const paid = await claim((query) => query.where({ user_id: userID }));
      return within(AbortSignal.timeout(WAIT_MS), Promise.all(paid)).then(
        (all) => all.every(Boolean),
        () => false,
      );
    },
    async mark(copies) {
      const rows = await table().select<Pick<Owed, 'session_ids'>[]>('session_ids');
      await copies.end(rows.flatMap(({ session_ids }) => session_ids));
    },
    async stop() {
      stopped.abort();
      await paying.stop();
      await Promise.all(underWay);
    },
  };
}

/** The marks of all its sessions, and each platform; the mutation that gave the order pays, and others once it died. */
function rowsOf({ id, userID, platforms }: OwedOrder, ended: readonly SessionRow[]): Omit<Owed, 'id' | 'tries'>[] {
  const facts = { user_id: userID, order_id: id, ended_at: new Date(), next_at: new Date(Date.now() + CLAIM_MS) };
  return [null, ...platforms].map((platform) => {
    const marked = platform === null ? ended : ended.filter((session) => session.platform === platform);
    return { ...facts, platform, session_ids: marked.map((session) => session.id) };
  });
}
