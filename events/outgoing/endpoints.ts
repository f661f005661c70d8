import type { Knex } from 'knex';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { Endpoint, WebhookKind } from '../../subgraphs/kit/webhooks.ts';
import { liveSecrets, type SecretRow } from './secrets.ts';

export interface EndpointRow {
  readonly id: string;
  readonly url: string;
  readonly description: string | null;
  readonly kinds: readonly WebhookKind[];
  readonly with_content: boolean;
  readonly created_at: Date;
  readonly failing_since: Date | null;
  readonly disabled_at: Date | null;
  readonly disabled_for: Endpoint['disabledFor'];
}

export const endpoints = (db: Knex) => db.table('events.webhook_endpoints');

const endpointOf = (row: EndpointRow, secrets: readonly SecretRow[]): Endpoint => ({
  id: row.id,
  url: row.url,
  description: row.description,
  kinds: row.kinds,
  withContent: row.with_content,
  createdAt: row.created_at,
  failingSince: row.failing_since,
  disabledAt: row.disabled_at,
  disabledFor: row.disabled_for,
  secrets: secrets
    .filter(({ endpoint_id }) => endpoint_id === row.id)
    .map(({ id, created_at, expires_at }) => ({ id, createdAt: created_at, expiresAt: expires_at })),
});

/** Oldest first; of these ids, or all. */
export async function readEndpoints(db: Knex, ids?: readonly string[]): Promise<Endpoint[]> {
  const query = endpoints(db).orderBy('id');
  const rows: EndpointRow[] = await (ids === undefined ? query : query.whereIn('id', ids));
  const secrets = await liveSecrets(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => endpointOf(row, secrets));
}

export async function readEndpoint(db: Knex, id: string): Promise<Endpoint> {
  const [endpoint] = await readEndpoints(db, [id]);
  if (endpoint === undefined) throw notThere();
  return endpoint;
}

/** The row, which nobody else changes until the transaction ends. */
export async function heldEndpoint(on: Knex.Transaction, id: string): Promise<EndpointRow> {
  const row = await endpoints(on).where({ id }).forUpdate().first<EndpointRow | undefined>();
  if (row === undefined) throw notThere();
  return row;
}

const notThere = (): Fault => new Fault('NOT_FOUND', { what: 'The endpoint' });
