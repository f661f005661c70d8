import type { Knex } from 'knex';
import { v7 as sortableID } from 'uuid';
import { Fault } from '../../kit/fault.ts';
import type { SharedHashes } from '../../kit/shared-hashes.ts';
import type { Change } from '../rules/store.ts';
import { insertList } from '../rules/word-store.ts';
import type { PolicyFault } from './document.ts';

/** Whose signature is good: of these keys (RFC 7638 thumbprints), or of those that an address serves. */
export type Trust = { readonly thumbprints: readonly string[] } | { readonly jwksURL: string };

/** A row of `moderation.policy_subscriptions`. */
export interface SubscriptionRow {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly trust: Trust;
  readonly words_list_id: string;
  readonly domains_list_id: string;
  /** Media's list of hashes; null for what was subscribed to before there were such. */
  readonly files_list_id: string | null;
  readonly issuer: string | null;
  readonly list: string | null;
  /** A bigint, as Postgres' driver has it. */
  readonly version: string | null;
  readonly digest: string | null;
  readonly etag: string | null;
  readonly passed_over: number;
  readonly expires_at: Date | null;
  readonly accepted_at: Date | null;
  readonly fault: PolicyFault | null;
  readonly fault_detail: string | null;
  readonly failures: number;
  readonly looked_at: Date | null;
  readonly due_at: Date;
  readonly lease: string | null;
  readonly created_at: Date;
}

const MOST = 100;
/** So that the lists of domains and files have names of their own. */
const [DOMAINS, FILES] = [' (domains)', ' (files)'];

export const subscriptions = (on: Knex) => on.table('moderation.policy_subscriptions');

/** With three empty lists, which rules may name at once; ALREADY_THERE for a name or an address that is taken. */
export async function insertSubscription(
  { name, url, trust }: Pick<SubscriptionRow, 'name' | 'url' | 'trust'>,
  { change, sharedHashes }: { readonly change: Change; readonly sharedHashes: SharedHashes },
  on: Knex.Transaction,
): Promise<SubscriptionRow> {
  const id = sortableID();
  const words = await insertList({ name, kind: 'WORDS', subscription_id: id }, change, on);
  const domains = await insertList({ name: `${name}${DOMAINS}`, kind: 'DOMAINS', subscription_id: id }, change, on);
  const files = await sharedHashes.make({ name: `${name}${FILES}`, filledBy: id }, on);
  const [row] = await subscriptions(on)
    .insert({
      ...{ id, name, url, trust: JSON.stringify(trust) },
      ...{ words_list_id: words.id, domains_list_id: domains.id, files_list_id: files },
    })
    .onConflict('url')
    .ignore()
    .returning<SubscriptionRow[]>('*');
  if (row === undefined) throw new Fault('ALREADY_THERE', { what: 'A subscription to this address' });
  const [counted] = await subscriptions(on).count<{ count: string }[]>();
  if (Number(counted?.count) > MOST) throw new Fault('TOO_MANY', { what: 'subscriptions', most: MOST });
  return row;
}

/** Locked to the end of the transaction. */
export async function lockSubscription(id: string, on: Knex.Transaction): Promise<SubscriptionRow> {
  const row = await subscriptions(on).where({ id }).forUpdate().first<SubscriptionRow | undefined>();
  if (row === undefined) throw new Fault('NOT_FOUND', { what: 'The subscription' });
  return row;
}

export const readSubscription = (id: string, on: Knex): Promise<SubscriptionRow | undefined> =>
  subscriptions(on).where({ id }).first<SubscriptionRow | undefined>();

/** Newest first. */
export const readSubscriptionPage = (
  { limit, before }: { readonly limit: number; readonly before: string | null },
  on: Knex,
): Promise<SubscriptionRow[]> => {
  const query = subscriptions(on).orderBy('id', 'desc').limit(limit).select<SubscriptionRow[]>();
  return before === null ? query : query.where('id', '<', before);
};

export async function countSubscriptions(on: Knex): Promise<number> {
  const [counted] = await subscriptions(on).count<{ count: string }[]>();
  return Number(counted?.count ?? 0);
}

/** Looked at at once, whatever the last look brought. */
export async function dueNow(id: string, on: Knex, more: object = {}): Promise<SubscriptionRow> {
  const [row] = await subscriptions(on)
    .where({ id })
    .update({ due_at: on.fn.now(), lease: null, leased_until: null, ...more })
    .returning<SubscriptionRow[]>('*');
  return row as SubscriptionRow;
}

/** With its lists. */
export async function deleteSubscription(
  row: SubscriptionRow,
  sharedHashes: SharedHashes,
  on: Knex.Transaction,
): Promise<void> {
  const ids = [row.words_list_id, row.domains_list_id];
  await subscriptions(on).where({ id: row.id }).delete();
  await on.table('moderation.word_list_versions').whereIn('list_id', ids).delete();
  // Their words are swept: nothing holds them any more.
  await on.table('moderation.word_lists').whereIn('id', ids).delete();
  if (row.files_list_id !== null) await sharedHashes.drop(row.files_list_id, on);
}

export type SubscriptionState = 'PENDING' | 'CURRENT' | 'FAILING';

export const stateOf = ({ fault, accepted_at }: Pick<SubscriptionRow, 'fault' | 'accepted_at'>): SubscriptionState => {
  if (fault !== null) return 'FAILING';
  return accepted_at === null ? 'PENDING' : 'CURRENT';
};

/** How many there are in each state, for Prometheus. */
export async function countStates(on: Knex): Promise<Readonly<Record<SubscriptionState, number>>> {
  const rows = await subscriptions(on).select<SubscriptionRow[]>('fault', 'accepted_at');
  const count = (state: SubscriptionState): number => rows.filter((row) => stateOf(row) === state).length;
  return { PENDING: count('PENDING'), CURRENT: count('CURRENT'), FAILING: count('FAILING') };
}
