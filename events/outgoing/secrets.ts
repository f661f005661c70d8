import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { Webhook } from 'standardwebhooks';
import { v7 } from 'uuid';
import { boundToWebhookSecret, type Seal } from '../../subgraphs/kit/seal.ts';

const PREFIX = 'whsec_';

export interface SecretRow {
  readonly id: string;
  readonly endpoint_id: string;
  readonly sealed_secret: string;
  readonly created_at: Date;
  readonly expires_at: Date | null;
}

export const secrets = (db: Knex) => db.table('events.webhook_secrets');

/** Those that sign now, the newest first. */
export const liveSecrets = (db: Knex, endpointIDs: readonly string[]): Promise<SecretRow[]> =>
  secrets(db)
    .whereIn('endpoint_id', endpointIDs)
    .whereRaw('(expires_at is null or expires_at > now())')
    .orderBy('id', 'desc')
    .select<SecretRow[]>();

/** A new secret, as Standard Webhooks has it. It is shown once, and kept sealed. */
export async function addSecret(on: Knex.Transaction, endpointID: string, seal: Seal): Promise<string> {
  const id = v7();
  const key = randomBytes(32);
  const row = { id, endpoint_id: endpointID, sealed_secret: seal.seal(key, boundToWebhookSecret(id)) };
  await secrets(on).insert(row);
  return `${PREFIX}${key.toString('base64')}`;
}

/** `webhook-signature`: one for each live secret. Null where none of them can be opened. */
export function signed(rows: readonly SecretRow[], seal: Seal, message: { id: string; at: Date; body: string }) {
  const signatures = rows.flatMap(({ id, sealed_secret }) => {
    const key = seal.open(sealed_secret, boundToWebhookSecret(id));
    if (key === null) return [];
    return [new Webhook(Buffer.from(key).toString('base64')).sign(message.id, message.at, message.body)];
  });
  return signatures.length === 0 ? null : signatures.join(' ');
}
