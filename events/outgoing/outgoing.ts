import type { Consumer } from '../../subgraphs/kit/events.ts';
import type { WebhookDesk } from '../../subgraphs/kit/webhooks.ts';
import { createWebhookConsumer } from './consumer.ts';
import { createWebhookDesk } from './desk.ts';
import { type SendingParts, startSending } from './sending.ts';

export interface Outgoing {
  readonly consumer: Consumer;
  readonly desk: WebhookDesk;
  stop(): Promise<void>;
}

/** Webhooks of ours, in the format of Standard Webhooks 1.0: what OpenIM told us is told on to servers of others. */
export function startOutgoing(parts: SendingParts): Outgoing {
  const sending = startSending(parts);
  return {
    consumer: createWebhookConsumer(parts.db, sending.now),
    desk: createWebhookDesk({ ...parts, noted: sending.now }),
    stop: sending.stop,
  };
}
