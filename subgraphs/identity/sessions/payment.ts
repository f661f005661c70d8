import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { PlatformID } from '../../kit/viewer.ts';
import type { TokenBroker } from '../../openim/rest/tokens/broker.ts';
import { type BanRow, isStanding } from '../bans/ban.ts';
import { closeReceipt } from '../bans/receipts.ts';
import type { HotCopies } from './hot-copy.ts';

const ATTEMPT_MS = 8_000;
const SHORTEST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 300_000;

/** A row of `identity.pending_logouts`. */
export interface Owed {
  readonly id: string;
  readonly user_id: string;
  /** Null: there is nothing to end but the sessions. */
  readonly platform: PlatformID | null;
  readonly session_ids: readonly string[];
  readonly ended_at: Date;
  readonly tries: number;
  /** The ban or the forced logout that it is for. */
  readonly order_id: string | null;
}

type Seated = Owed & { readonly platform: PlatformID };

export interface PaymentParts {
  readonly db: Knex;
  readonly hot: HotCopies;
  readonly tokens: TokenBroker;
  readonly log: Logger;
}

/** Pays one logout, or puts it off. Whether OpenIM has done its part; what `stopped` cuts short is still owed. */
export type Payment = (owed: Owed) => Promise<boolean>;

export function createPayment({ db, hot, tokens, log }: PaymentParts, stopped: AbortSignal): Payment {
  const row = ({ id }: Owed) => db.table('identity.pending_logouts').where({ id });

  async function pay(owed: Owed): Promise<boolean> {
    const marking = hot.end(owed.session_ids).then(
      () => true,
      () => false,
    );
    try {
      if (owed.platform !== null) await endToken({ ...owed, platform: owed.platform });
    } catch (error) {
      log.warn({ err: error, tries: owed.tries }, 'a forced logout is still owed');
      await later(owed, Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** owed.tries));
      return false;
    }
    // While the store is away Postgres tells who has ended; the marks are made when it is back.
    const marked = await marking;
    if (owed.order_id !== null && (marked || owed.platform !== null))
      await closeReceipt(owed.order_id, owed.platform, db);
    if (marked) await row(owed).delete();
    else await later(owed, SHORTEST_PAUSE_MS);
    return true;
  }

  const later = (owed: Owed, pause: number) =>
    row(owed).update({ tries: owed.tries + 1, next_at: new Date(Date.now() + pause) });

  /** Where OpenIM's policy lets sessions share a token, the last of them ends it. */
  async function endToken({ user_id, platform, ended_at, order_id }: Seated): Promise<void> {
    const signal = AbortSignal.any([stopped, AbortSignal.timeout(ATTEMPT_MS)]);
    const [ban] = order_id === null ? [] : await db.table('identity.bans').where({ id: order_id }).select<BanRow[]>();
    // While a ban stands, no token is too new to be ended by it; once it does not, there is nothing left to end.
    if (ban !== undefined)
      return isStanding(ban) ? void (await tokens.end(user_id, platform, { signal, log })) : undefined;
    const alive = db.table('identity.sessions').where({ user_id, platform }).whereNull('ended_at');
    if ((await alive.where('created_at', '<', ended_at).first('id')) !== undefined) return;
    await tokens.end(user_id, platform, { signal, log, before: ended_at });
  }

  return pay;
}
