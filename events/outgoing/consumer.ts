import type { Knex } from 'knex';
import type { ChatEvent, Consumer } from '../../subgraphs/kit/events.ts';
import { WEBHOOK_KINDS } from './payload.ts';

/** Ms by which OpenIM's clock may be behind the database's. */
const SKEW_MS = 300_000;

/** Notes for each endpoint what it is to be told: once for an event, however often that is told here. */
export const createWebhookConsumer = (db: Knex, noted: () => void): Consumer => ({
  name: 'webhooks',
  kinds: new Set(WEBHOOK_KINDS),
  async handle(events) {
    const endpoints = await db
      .table('events.webhook_endpoints')
      .whereNull('disabled_at')
      .select<Listener[]>('id', 'kinds', 'created_at');
    const rows = endpoints.flatMap((endpoint) =>
      events
        .filter((event) => concerns(endpoint, event))
        .map(({ id, fact }) => ({ endpoint_id: endpoint.id, event_id: id, kind: fact.kind })),
    );
    if (rows.length === 0) return;
    await db.table('events.webhook_deliveries').insert(rows).onConflict(['endpoint_id', 'event_id']).ignore();
    noted();
  },
});

interface Listener {
  readonly id: string;
  readonly kinds: readonly string[];
  readonly created_at: Date;
}

/** What was found late is told late; what happened before there was an endpoint is not its own. */
const concerns = ({ kinds, created_at }: Listener, { fact, at }: ChatEvent): boolean =>
  kinds.includes(fact.kind) && at.getTime() >= created_at.getTime() - SKEW_MS;
