import type { Knex } from 'knex';

/** Whose turn a host is: links of one host are fetched one after the other, by one node. */
export interface Hosts {
  /** Hosts with links that wait, taken by this node: no more than `room`, nor than leaves all nodes at their bound. */
  take(room: number): Promise<readonly string[]>;
  /** Keeps a host that was taken. */
  renew(host: string): Promise<void>;
  /** It answered: whatever it said, it is well. */
  thrives(host: string): Promise<void>;
  /** It did not answer, or is busy: after some such in a row, or where it asks so, it is left alone. Tells whether. */
  fails(host: string, waitMs: number | null): Promise<boolean>;
  release(host: string): Promise<void>;
}

/** At once, by all nodes together; those that take in the same moment may go beyond it by what is their own room. */
const MOST_TAKEN = 32;
/** Longer than the slowest fetch: it is renewed with each. */
const LEASE = `interval '60 seconds'`;
const PATIENCE = 3;
const TABLE = 'media.link_hosts';

export function createHosts(db: Knex): Hosts {
  const row = (host: string) => db.table(TABLE).where({ host });
  return {
    async take(room) {
      const { rows } = await db.raw<{ rows: { host: string }[] }>(TAKE, { room, most: MOST_TAKEN });
      return rows.map(({ host }) => host);
    },

    renew: async (host) => {
      await row(host).update({ leased_until: db.raw(`now() + ${LEASE}`) });
    },

    thrives: async (host) => {
      await row(host).where('failures', '>', 0).update({ failures: 0 });
    },

    async fails(host, waitMs) {
      const { rows } = await db.raw<{ rows: { resting: boolean }[] }>(FAIL, { host, wait: (waitMs ?? 0) / 1_000 });
      return rows[0]?.resting ?? false;
    },

    release: async (host) => {
      await row(host).update({ leased_until: null });
    },
  };
}

const TAKE = `
  update ${TABLE} set leased_until = now() + ${LEASE} where host in (
    select h.host from ${TABLE} h
    where (h.leased_until is null or h.leased_until < now()) and (h.resting_until is null or h.resting_until < now())
      and h.host in (select p.host from media.link_previews p where p.due_at <= now())
    limit least(:room::int, :most::int - (select count(*) from ${TABLE} t where t.leased_until >= now()))
    for update skip locked
  )
  returning host`;

/** From a minute on, each time twice as long, to six hours. */
const FAIL = `
  update ${TABLE} set failures = failures + 1, resting_until = greatest(
    now() + make_interval(secs => :wait),
    case when failures + 1 >= ${PATIENCE} then now() + least(interval '1 minute' * 2 ^ least(failures + 1 - ${PATIENCE}, 9), interval '6 hours') end
  ) where host = :host
  returning resting_until > now() as resting`;
