import type { Delivery } from './delivery.ts';

/** A message as the developer's page shows it. */
export interface OutboxMessage {
  readonly to: string;
  readonly code: string;
  readonly text: string;
  readonly at: string;
}

export interface Outbox extends Delivery {
  /** Newest first. */
  list(): readonly OutboxMessage[];
}

const KEPT = 100;

export function createOutbox(): Outbox {
  const messages: OutboxMessage[] = [];
  return {
    accepts: () => undefined,
    async send({ to, code, text }) {
      messages.unshift({ to: to.address, code, text, at: new Date().toISOString() });
      messages.length = Math.min(messages.length, KEPT);
    },
    list: () => [...messages],
    close: () => undefined,
  };
}
