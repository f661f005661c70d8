import type { Knex } from 'knex';
import type { Delivery, WebhookKind } from '../../subgraphs/kit/webhooks.ts';
import { secrets } from './secrets.ts';

export interface DeliveryRow {
  readonly id: string;
  readonly endpoint_id: string;
  readonly event_id: string | null;
  readonly kind: WebhookKind | null;
  readonly state: Delivery['state'];
  readonly attempts: number;
  readonly created_at: Date;
  readonly next_at: Date;
  readonly settled_at: Date | null;
  readonly last_status: number | null;
  readonly last_ms: number | null;
  readonly problem: string | null;
}

export const deliveries = (db: Knex) => db.table('events.webhook_deliveries');

/** The same at each try, and when it is told again on purpose: by it, receivers know what they have seen. */
export const webhookIDOf = ({ id, event_id }: Pick<DeliveryRow, 'id' | 'event_id'>): string =>
  event_id === null ? `test_${id}` : `evt_${event_id}`;

export const deliveryOf = (row: DeliveryRow): Delivery => ({
  id: row.id,
  endpointID: row.endpoint_id,
  webhookID: webhookIDOf(row),
  kind: row.kind,
  state: row.state,
  attempts: row.attempts,
  createdAt: row.created_at,
  nextAttemptAt: row.state === 'PENDING' ? row.next_at : null,
  settledAt: row.settled_at,
  status: row.last_status,
  latency: row.last_ms,
  problem: row.problem,
});

/** As it was before its first try. */
export const FRESH = {
  state: 'PENDING',
  attempts: 0,
  settled_at: null,
  last_status: null,
  last_ms: null,
  problem: null,
} as const;

/** Ms that a node has for what it took; then another takes it. */
const LEASE_MS = 60_000;
/** Of one endpoint, at once. */
const AT_ONCE = 8;

/** What is due, for endpoints that are not `busy`; nobody else takes it for a while. */
export async function takeDue(db: Knex, busy: string[]): Promise<DeliveryRow[]> {
  const { rows } = await db.raw(
    `update events.webhook_deliveries taken
     set attempts = attempts + 1, next_at = now() + make_interval(secs => ?)
     from (
       select due.id from events.webhook_endpoints endpoint cross join lateral (
         select id from events.webhook_deliveries
         where endpoint_id = endpoint.id and state = 'PENDING' and next_at <= now()
         order by next_at limit ? for update skip locked
       ) due
       where endpoint.disabled_at is null and endpoint.id <> all(?)
     ) due
     where taken.id = due.id returning taken.*`,
    [LEASE_MS / 1000, AT_ONCE, busy],
  );
  return rows;
}

const KEPT_DAYS = 14;
/** The inbox keeps events for seven days; what waited longer for an endpoint to be enabled has nothing to tell. */
const WAITS_DAYS = 7;

/** Old deliveries, and secrets that sign no more. */
export async function sweepDeliveries(db: Knex): Promise<void> {
  await deliveries(db)
    .where({ state: 'PENDING' })
    .whereRaw('created_at < now() - make_interval(days => ?)', [WAITS_DAYS])
    .update({ state: 'FAILED', settled_at: db.fn.now(), problem: 'EVENT_GONE' });
  await deliveries(db)
    .whereNot({ state: 'PENDING' })
    .whereRaw('created_at < now() - make_interval(days => ?)', [KEPT_DAYS])
    .delete();
  await secrets(db).where('expires_at', '<', db.fn.now()).delete();
}
