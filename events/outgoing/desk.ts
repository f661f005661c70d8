import type { Knex } from 'knex';
import { v7 } from 'uuid';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { WebhookDesk, WebhookSettings } from '../../subgraphs/kit/webhooks.ts';
import { auditedBy, type DeskParts } from './audited.ts';
import { createDeliveryDesk } from './delivery-desk.ts';
import { endpoints, heldEndpoint, readEndpoint, readEndpoints } from './endpoints.ts';
import { addSecret, secrets } from './secrets.ts';

const MOST_ENDPOINTS = 20;

/** Where admins set up whom to tell. */
export function createWebhookDesk(parts: DeskParts): WebhookDesk {
  const { db, seal, guarded, noted } = parts;
  const audited = auditedBy(parts);

  return {
    ...createDeliveryDesk(parts, audited),
    endpoints: () => readEndpoints(db),
    endpoint: async (id) => (await readEndpoints(db, [id]))[0] ?? null,

    async create(settings, by) {
      guarded.check(settings.url, 'input.url');
      const id = v7();
      const secret = await audited(by, async (on) => {
        // One at a time, or two would be the last one that fits.
        await on.raw('lock table events.webhook_endpoints in share row exclusive mode');
        const [counted] = await endpoints(on).count<{ count: string }[]>({ count: '*' });
        if (Number(counted?.count) >= MOST_ENDPOINTS)
          throw new Fault('TOO_MANY', { what: 'endpoints', most: MOST_ENDPOINTS });
        await endpoints(on).insert({ id, ...columnsOf(settings) });
        const result = await addSecret(on, id, seal);
        return { result, entry: { action: 'webhook.create', target: `webhook:${id}`, after: told(settings) } };
      });
      return { endpoint: await readEndpoint(db, id), secret };
    },

    async update(id, { enabled, ...settings }, by) {
      if (settings.url !== undefined) guarded.check(settings.url, 'input.url');
      await audited(by, async (on) => {
        const before = await heldEndpoint(on, id);
        const columns = { ...columnsOf(settings), ...switched(enabled, before.disabled_at, db) };
        if (Object.keys(columns).length > 0) await endpoints(on).where({ id }).update(columns);
        const after = { ...told(settings), ...(enabled === undefined ? {} : { enabled }) };
        return { result: null, entry: { action: 'webhook.update', target: `webhook:${id}`, after } };
      });
      noted();
      return readEndpoint(db, id);
    },

    async rotate(id, overlap, by) {
      const secret = await audited(by, async (on) => {
        await heldEndpoint(on, id);
        // Two may sign at once: the one of now goes on for the overlap, an older one ends.
        const held = () => secrets(on).where({ endpoint_id: id });
        await (overlap === 0 ? held() : held().whereNotNull('expires_at')).delete();
        await held().update({ expires_at: on.raw('now() + make_interval(secs => ?)', [overlap / 1000]) });
        const result = await addSecret(on, id, seal);
        return { result, entry: { action: 'webhook.rotate-secret', target: `webhook:${id}`, after: { overlap } } };
      });
      return { endpoint: await readEndpoint(db, id), secret };
    },

    remove: (id, by) =>
      audited(by, async (on) => {
        await heldEndpoint(on, id);
        const result = await readEndpoint(on, id);
        await endpoints(on).where({ id }).delete();
        return { result, entry: { action: 'webhook.delete', target: `webhook:${id}` } };
      }),
  };
}

const columnsOf = ({ url, description, kinds, withContent }: Partial<WebhookSettings>) => ({
  ...(url === undefined ? {} : { url }),
  ...(description === undefined ? {} : { description }),
  ...(kinds === undefined ? {} : { kinds }),
  ...(withContent === undefined ? {} : { with_content: withContent }),
});

/** For the audit log: of an address no more than its host, because some carry a password of a kind in the path. */
const told = ({ url, description: _, ...settings }: Partial<WebhookSettings>): object => ({
  ...settings,
  ...(url === undefined ? {} : { host: new URL(url).host }),
});

function switched(enabled: boolean | undefined, disabledAt: Date | null, db: Knex): object {
  if (enabled === undefined || enabled === (disabledAt === null)) return {};
  if (enabled) return { disabled_at: null, disabled_for: null, failing_since: null };
  return { disabled_at: db.fn.now(), disabled_for: 'ADMIN' };
}
