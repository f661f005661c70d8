import { Webhook } from 'standardwebhooks';
import { Pool } from 'undici';
import type { Delivery, Message } from './delivery.ts';

export interface CallSettings {
  readonly url: string;
  /** `whsec_` and 24 to 64 bytes in base64, as Standard Webhooks has it. */
  readonly secret: string;
}

const TIMEOUT_MS = 10_000;

/** Somebody else's server did not take a message; what it answered may repeat the address, so only its status is told. */
class NotTaken extends Error {
  readonly code: string;

  constructor(status: number) {
    super('The message was not taken.');
    this.code = `HTTP ${status}`;
  }
}

/**
 * Hands each message to a server of the operator's, which has it sent: POST with JSON, signed as Standard Webhooks 1.0
 * says. `webhook-id` is the same when a message is tried again. Any 2xx takes it; redirects are not followed.
 */
export function createCall({ url, secret }: CallSettings): Delivery {
  const { origin, pathname, search } = new URL(url);
  const webhook = new Webhook(secret);
  const pool = new Pool(origin, {
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
    connect: { timeout: TIMEOUT_MS },
  });
  return {
    accepts: () => undefined,
    async send(message) {
      const body = bodyOf(message);
      const at = new Date();
      const { statusCode, body: answer } = await pool.request({
        path: `${pathname}${search}`,
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'webhook-id': message.id,
          'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
          'webhook-signature': webhook.sign(message.id, at, body),
        },
      });
      await answer.dump();
      if (statusCode < 200 || statusCode > 299) throw new NotTaken(statusCode);
    },
    close: () => void pool.destroy(),
  };
}

const bodyOf = ({ id, purpose, to, code, language, subject, text }: Message): string =>
  JSON.stringify({ id, purpose, channel: to.channel, to: to.address, code: code || null, language, subject, text });
