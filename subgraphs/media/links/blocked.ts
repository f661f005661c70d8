import type { Knex } from 'knex';
import { domainsOf } from './address.ts';

export interface BlockedDomainRow {
  readonly domain: string;
  readonly reason: string;
  readonly created_by: string;
  readonly created_at: Date;
}

/** Domains of which nothing is shown, and nothing is fetched; each stands for itself and everything below it. */
export interface BlockedDomains {
  includes(host: string): Promise<boolean>;
  /** By name, after one of them. */
  page(after: string | null, rows: number): Promise<readonly BlockedDomainRow[]>;
  count(): Promise<number>;
  /** In place of the row that was there. */
  put(row: Omit<BlockedDomainRow, 'created_at'>, on: Knex): Promise<BlockedDomainRow>;
  remove(domain: string, on: Knex): Promise<BlockedDomainRow | null>;
}

export function createBlockedDomains(db: Knex): BlockedDomains {
  const table = (on: Knex = db) => on.table('media.blocked_link_domains');
  return {
    includes: async (host) => (await table().whereIn('domain', domainsOf(host)).first('domain')) !== undefined,

    page: (after, rows) =>
      table()
        .modify((query) => void (after !== null && query.where('domain', '>', after)))
        .orderBy('domain')
        .limit(rows)
        .select<BlockedDomainRow[]>(),

    async count() {
      const [row] = await table().count<{ count: string }[]>({ count: '*' });
      return Number(row?.count ?? 0);
    },

    async put(row, on) {
      const now = { ...row, created_at: db.fn.now() };
      const [put] = await table(on).insert(now).onConflict('domain').merge().returning<BlockedDomainRow[]>('*');
      return put as BlockedDomainRow;
    },

    async remove(domain, on) {
      const [gone] = await table(on).where({ domain }).delete().returning<BlockedDomainRow[]>('*');
      return gone ?? null;
    },
  };
}
