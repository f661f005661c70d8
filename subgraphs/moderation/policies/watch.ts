import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { GuardedFetch } from '../../kit/guarded-fetch.ts';
import { type Repeated, repeat } from '../../kit/repeat.ts';
import type { SharedHashes } from '../../kit/shared-hashes.ts';
import { PolicyRefusal } from './document.ts';
import { look } from './look.ts';
import { type SubscriptionRow, subscriptions } from './subscriptions.ts';

export interface WatchParts {
  readonly db: Knex;
  readonly guarded: GuardedFetch;
  readonly sharedHashes: SharedHashes;
  /** To be told when lists are others. */
  readonly changed: () => Promise<void>;
  readonly log: Logger;
}

const LOOK_MS = 5_000;
const LEASE = '10 minutes';
const HOUR = 3_600;
/** Seconds until a list is looked at again that could not be taken; twice as long each time. */
const PAUSE = 60;

/** Looks at each list once an hour, on one node. What cannot be taken changes nothing but what is told of it. */
export function startPolicyWatch(parts: WatchParts): Repeated {
  const { db, changed, log } = parts;
  const stopping = new AbortController();

  async function lookAt(row: SubscriptionRow): Promise<void> {
    const mine = () => subscriptions(db).where({ id: row.id, lease: row.lease });
    try {
      const isNew = await look(row, { ...parts, signal: stopping.signal });
      await mine().update({ ...NO_FAULT, ...looked(db, HOUR * (0.9 + Math.random() * 0.2)) });
      if (isNew) await changed();
    } catch (error) {
      if (stopping.signal.aborted) return void (await mine().update({ lease: null, leased_until: null }));
      if (!(error instanceof PolicyRefusal)) log.warn({ err: error }, 'a policy list could not be taken');
      const failures = row.failures + 1;
      await mine().update({
        ...(error instanceof PolicyRefusal ? { fault: error.fault, fault_detail: error.message } : BROKEN),
        ...{ failures, ...looked(db, Math.min(HOUR, PAUSE * 2 ** Math.min(row.failures, 10))) },
      });
    }
  }

  async function lookAtDue(): Promise<void> {
    for (let row = await takeDue(db); row !== undefined; row = await takeDue(db)) {
      if (stopping.signal.aborted) return;
      await lookAt(row);
    }
  }

  const looking = repeat(LOOK_MS, lookAtDue, (err) => log.warn({ err }, 'policy lists could not be looked at'));
  return {
    now: looking.now,
    async stop() {
      stopping.abort();
      await looking.stop();
    },
  };
}

const NO_FAULT = { fault: null, fault_detail: null, failures: 0 };
const BROKEN = { fault: 'UNREACHABLE', fault_detail: 'It could not be taken just now; it is tried again.' };

const looked = (db: Knex, seconds: number) => ({
  ...{ looked_at: db.fn.now(), lease: null, leased_until: null },
  due_at: db.raw("now() + ? * interval '1 second'", [seconds]),
});

async function takeDue(db: Knex): Promise<SubscriptionRow | undefined> {
  const { rows } = await db.raw<{ rows: SubscriptionRow[] }>(
    `update moderation.policy_subscriptions set lease = ?, leased_until = now() + ?::interval
      where id = (
        select id from moderation.policy_subscriptions
         where due_at <= now() and (leased_until is null or leased_until < now())
         order by due_at limit 1 for update skip locked)
      returning *`,
    [randomUUID(), LEASE],
  );
  return rows[0];
}
