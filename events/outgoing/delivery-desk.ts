import { Fault } from '../../subgraphs/kit/fault.ts';
import type { WebhookDesk } from '../../subgraphs/kit/webhooks.ts';
import type { Audited, DeskParts } from './audited.ts';
import { type DeliveryRow, deliveries, deliveryOf, FRESH } from './deliveries.ts';
import { heldEndpoint } from './endpoints.ts';

type DeliveryDesk = Pick<WebhookDesk, 'deliveries' | 'test' | 'redeliver' | 'replay'>;

/** Events that one replay may tell again. */
const MOST_REPLAYED = 10_000;
const ID = /^\d{1,18}$/;

/** What was told, what failed, and how it is told again. */
export function createDeliveryDesk({ db, noted }: DeskParts, audited: Audited): DeliveryDesk {
  return {
    async deliveries(endpointID, { first, before, state }) {
      const query = deliveries(db).where({ endpoint_id: endpointID, ...(state === null ? {} : { state }) });
      if (before !== null) query.where('id', '<', before);
      const rows: DeliveryRow[] = await query.orderBy('id', 'desc').limit(first + 1);
      return rows.map(deliveryOf);
    },

    async test(id, by) {
      const row = await audited(by, async (on) => {
        await heldEndpoint(on, id);
        const [result] = await deliveries(on).insert({ endpoint_id: id }).returning<DeliveryRow[]>('*');
        return { result, entry: { action: 'webhook.test', target: `webhook:${id}` } };
      });
      noted();
      return deliveryOf(there(row));
    },

    async redeliver(deliveryID, by) {
      const row = await audited(by, async (on) => {
        if (!ID.test(deliveryID)) throw notThere();
        const [result] = await deliveries(on)
          .where({ id: deliveryID })
          .update({ ...FRESH, next_at: on.fn.now() })
          .returning<DeliveryRow[]>('*');
        const { endpoint_id } = there(result);
        return {
          result,
          entry: { action: 'webhook.redeliver', target: `webhook:${endpoint_id}`, after: { deliveryID } },
        };
      });
      noted();
      return deliveryOf(there(row));
    },

    async replay(id, { from, to }, by) {
      const count = await audited(by, async (on) => {
        const { kinds } = await heldEndpoint(on, id);
        const { rows } = await on.raw(
          `select id, kind from events.inbox where id >= ? and id < ? and kind = any(?) limit ?`,
          [firstOf(from), firstOf(to), [...kinds], MOST_REPLAYED + 1],
        );
        if (rows.length > MOST_REPLAYED) throw new Fault('TOO_MANY', { what: 'events', most: MOST_REPLAYED });
        const told = (rows as { id: string; kind: string }[]).map((row) => ({
          ...{ endpoint_id: id, event_id: row.id, kind: row.kind },
        }));
        for (let at = 0; at < told.length; at += 1_000)
          await deliveries(on)
            .insert(told.slice(at, at + 1_000))
            .onConflict(['endpoint_id', 'event_id'])
            .merge({ ...FRESH, next_at: on.fn.now() });
        const after = { from, to, count: told.length };
        return { result: told.length, entry: { action: 'webhook.replay', target: `webhook:${id}`, after } };
      });
      noted();
      return count;
    },
  };
}

/** The least id of an event that was kept then: UUIDv7 begins with the ms (RFC 9562 §5.7). */
function firstOf(at: Date): string {
  const hex = Math.max(0, at.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

function there(row: DeliveryRow | undefined): DeliveryRow {
  if (row === undefined) throw notThere();
  return row;
}

const notThere = (): Fault => new Fault('NOT_FOUND', { what: 'The delivery' });
