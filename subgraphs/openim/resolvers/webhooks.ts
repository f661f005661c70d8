import { badInput, Fault } from '../../kit/fault.ts';
import { type Connection, connection, cursorOf, type PageArguments, positionOf, rowsAsked } from '../../kit/page.ts';
import { reasonOf } from '../../kit/reason.ts';
import type {
  Delivery,
  Endpoint,
  WebhookDeed,
  WebhookKind,
  WebhookSettings,
  WebhookWithSecret,
} from '../../kit/webhooks.ts';
import type { OpenIMContext } from '../context.ts';

const LONGEST_DESCRIPTION = 200;
const LONGEST_URL = 2_000;
const HOUR_MS = 3_600_000;
const MOST_OVERLAP_HOURS = 168;

interface Named {
  readonly id: string;
  readonly reason: string;
}

const webhookEndpoints = (_: unknown, __: unknown, { webhooks }: OpenIMContext): Promise<readonly Endpoint[]> =>
  webhooks.endpoints();

const webhookEndpoint = (_: unknown, { id }: { id: string }, { webhooks }: OpenIMContext) => webhooks.endpoint(id);

type Listed = PageArguments & { readonly state?: Delivery['state'] | null };

export const WebhookEndpoint = {
  async deliveries(
    { id }: Endpoint,
    { state = null, first, after }: Listed,
    { webhooks }: OpenIMContext,
  ): Promise<Connection<Delivery>> {
    const rows = rowsAsked(first);
    const list = `webhooks ${id} ${state}`;
    const before = after == null ? null : positionOf(list, after);
    const found = await webhooks.deliveries(id, { first: rows, before, state });
    const shown = found.slice(0, rows).map((node) => ({ cursor: cursorOf(list, node.id), node }));
    return connection(shown, { next: found.length > rows, previous: before !== null });
  },
};

interface CreateInput {
  readonly url: string;
  readonly description?: string | null;
  readonly kinds: readonly WebhookKind[];
  readonly withContent?: boolean | null;
}

function createWebhookEndpoint(
  _: unknown,
  { input, reason }: { input: CreateInput; reason: string },
  context: OpenIMContext,
): Promise<WebhookWithSecret> {
  const { url, kinds, description = null, withContent } = input;
  const settings = settingsOf({ url, kinds, description, withContent: withContent ?? false }, context);
  return context.webhooks.create(settings, deedOf(reason, context));
}

type UpdateInput = { readonly [Name in keyof CreateInput]?: CreateInput[Name] | null } & {
  readonly enabled?: boolean | null;
};

function updateWebhookEndpoint(
  _: unknown,
  { id, input, reason }: Named & { input: UpdateInput },
  context: OpenIMContext,
): Promise<Endpoint> {
  for (const field of ['url', 'kinds', 'withContent', 'enabled'] as const)
    if (input[field] === null) throw badInput(`input.${field}`, 'null clears nothing here; leave it out');
  const changes = settingsOf(input as Partial<WebhookSettings> & { enabled?: boolean }, context);
  return context.webhooks.update(id, changes, deedOf(reason, context));
}

function rotateWebhookSecret(
  _: unknown,
  { id, overlapHours, reason }: Named & { overlapHours?: number | null },
  context: OpenIMContext,
): Promise<WebhookWithSecret> {
  const hours = overlapHours ?? 24;
  if (hours < 0 || hours > MOST_OVERLAP_HOURS) throw badInput('overlapHours', `0 to ${MOST_OVERLAP_HOURS} is expected`);
  return context.webhooks.rotate(id, hours * HOUR_MS, deedOf(reason, context));
}

const deleteWebhookEndpoint = (_: unknown, { id, reason }: Named, context: OpenIMContext): Promise<Endpoint> =>
  context.webhooks.remove(id, deedOf(reason, context));

const testWebhookEndpoint = (_: unknown, { id, reason }: Named, context: OpenIMContext) =>
  context.webhooks.test(id, deedOf(reason, context));

const redeliverWebhook = (_: unknown, { id, reason }: Named, context: OpenIMContext) =>
  context.webhooks.redeliver(id, deedOf(reason, context));

async function replayWebhooks(
  _: unknown,
  { id, from, to, reason }: Named & { from: Date; to: Date },
  context: OpenIMContext,
): Promise<{ endpoint: Endpoint; count: number }> {
  if (to <= from) throw badInput('to', 'a time after `from` is expected');
  const count = await context.webhooks.replay(id, { from, to }, deedOf(reason, context));
  const endpoint = await context.webhooks.endpoint(id);
  if (endpoint === null) throw new Fault('NOT_FOUND', { what: 'The endpoint' });
  return { endpoint, count };
}

const deedOf = (reason: string, { scope }: OpenIMContext): WebhookDeed => ({
  actor: { viewer: scope.viewer, from: scope.ip },
  reason: reasonOf(reason),
});

/** Whoever lets others read what people wrote has to be allowed to read it. */
function settingsOf<Settings extends Partial<WebhookSettings>>(settings: Settings, { scope }: OpenIMContext): Settings {
  const { url, description, kinds, withContent } = settings;
  if (url !== undefined && url.length > LONGEST_URL)
    throw badInput('input.url', `${LONGEST_URL} characters at most are expected`);
  if ((description?.length ?? 0) > LONGEST_DESCRIPTION || description?.includes('\0'))
    throw badInput('input.description', `${LONGEST_DESCRIPTION} characters at most are expected`);
  if (kinds?.length === 0) throw badInput('input.kinds', 'at least one is expected');
  if (withContent && !(scope.viewer.kind === 'admin' && scope.viewer.scopes.has('messages:read')))
    throw new Fault('SCOPE_MISSING', { scopes: 'messages:read' });
  return kinds === undefined ? settings : { ...settings, kinds: [...new Set(kinds)] };
}

export const webhookQueries = { webhookEndpoints, webhookEndpoint };

export const webhookMutations = {
  createWebhookEndpoint,
  updateWebhookEndpoint,
  rotateWebhookSecret,
  deleteWebhookEndpoint,
  testWebhookEndpoint,
  redeliverWebhook,
  replayWebhooks,
};
