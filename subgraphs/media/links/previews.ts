import type { Knex } from 'knex';
import { domainsOf, hostOf, type LinkAddress } from './address.ts';
import { pauseAfter } from './freshness.ts';
import type { Visit } from './visit.ts';

/** What is shown of a link. */
export interface PreviewRow {
  readonly id: string;
  readonly title: string | null;
  readonly description: string | null;
  readonly site_name: string | null;
  /** Null also where it lies in a domain that is blocked. */
  readonly image_url: string | null;
}

/** A link that somebody looked at. */
export interface Seen extends PreviewRow {
  /** There is something to show. */
  readonly shown: boolean;
  /** Its time is over, or nobody has looked at it for a day: it has to be noted again. */
  readonly stale: boolean;
}

/** A link that waits to be fetched. */
export interface WaitingLink {
  readonly id: string;
  readonly url: string;
  readonly host: string;
  /** This try included: counted before it, so that what ends the process is not tried forever. */
  readonly failures: number;
}

/** The links of all texts that somebody looked at, as Postgres keeps them. */
export interface Previews {
  find(ids: readonly string[]): Promise<ReadonlyMap<string, Seen>>;
  /** New ones wait to be fetched from then on, and those whose time is over; the same one once. */
  note(links: readonly LinkAddress[]): Promise<void>;
  /** The link of a host that has waited longest, counted as tried; null: there is none. */
  take(host: string): Promise<WaitingLink | null>;
  settle(link: WaitingLink, visit: Visit): Promise<void>;
  /** As if it had not been taken. */
  giveBack(link: WaitingLink): Promise<void>;
  /** Forgets what nobody has looked at for so long. */
  sweep(): Promise<void>;
}

/** Of one host, and of all: beyond it, links are noted when they are looked at again. */
const MOST_WAITING_OF_HOST = 50;
const MOST_WAITING = 10_000;
const MOST_FAILURES = 8;
const UNSEEN_DAYS = 30;
const TABLE = 'media.link_previews';

export function createPreviews(db: Knex): Previews {
  return {
    async find(ids) {
      const { rows } = await db.raw<{ rows: Seen[] }>(FIND, { ids });
      return new Map(rows.map((row) => [row.id, row]));
    },

    async note(links) {
      const rows = links.map((link) => ({ ...link, domains: domainsOf(link.host) }));
      const bounds = { ofHost: MOST_WAITING_OF_HOST, ofAll: MOST_WAITING };
      if (rows.length > 0) await db.raw(NOTE, { rows: JSON.stringify(rows), ...bounds });
    },

    async take(host) {
      const { rows } = await db.raw<{ rows: WaitingLink[] }>(TAKE, { host });
      return rows[0] ?? null;
    },

    async settle(link, visit) {
      await db
        .table(TABLE)
        .where({ id: link.id })
        .update(settled(link, visit, db));
    },

    giveBack: async ({ id }) => {
      await db
        .table(TABLE)
        .where({ id })
        .update({ failures: db.raw('failures - 1'), due_at: db.fn.now() });
    },

    sweep: async () => {
      await db.raw(SWEEP, { days: UNSEEN_DAYS });
    },
  };
}

const SHOWN = `title is not null or image_url is not null`;
const blocked = (domains: string): string =>
  `exists (select from media.blocked_link_domains b where b.domain = any (${domains}))`;

/** One that could not be fetched again for a month is not true any more. */
const FIND = `
  select p.id, p.title, p.description, p.site_name,
    case when ${blocked('p.image_domains')} then null else p.image_url end as image_url,
    (${SHOWN}) and p.fetched_at > now() - interval '30 days' and not ${blocked('p.domains')} as shown,
    p.due_at is null and p.expires_at < now() or p.seen_at < now() - interval '1 day' as stale
  from ${TABLE} p where p.id = any (:ids)`;

const STALE = 'kept.due_at is null and kept.expires_at < now()';

/** In the order of their ids: two nodes that note the same page wait for each other, and do not lock each other out. */
const NOTE = `
  with given as (
    select * from jsonb_to_recordset(:rows::jsonb) as g (id text, url text, host text, domains text[])
  ), noted as (
    insert into ${TABLE} as kept (id, url, host, domains, due_at, seen_at)
    select id, url, host, domains, now(), now() from given
    where not ${blocked('given.domains')}
      and (select count(*) from ${TABLE} w where w.host = given.host and w.due_at is not null) < :ofHost
      and (select count(*) from ${TABLE} w where w.due_at is not null) < :ofAll
    order by id
    on conflict (id) do update set
      seen_at = now(),
      url = case when ${STALE} then excluded.url else kept.url end,
      due_at = case when ${STALE} then now() else kept.due_at end
    where ${STALE} or kept.seen_at < now() - interval '1 day'
    returning host
  )
  insert into media.link_hosts (host) select distinct host from noted order by host on conflict do nothing`;

/** Due again later, by itself: what could not be settled, because the process or the database ended, is not lost. */
const TAKE = `
  update ${TABLE} set failures = failures + 1,
    due_at = now() + least(interval '1 minute' * 2 ^ least(failures, 11), interval '1 day')
  where id = (
    select id from ${TABLE} where host = :host and due_at <= now() order by due_at limit 1 for update skip locked
  )
  returning id, url, host, failures`;

const SWEEP = `
  with forgotten as (delete from ${TABLE} where seen_at < now() - make_interval(days => :days))
  delete from media.link_hosts h
  where (leased_until is null or leased_until < now()) and (resting_until is null or resting_until < now())
    and not exists (select from ${TABLE} p where p.host = h.host and p.due_at is not null)`;

const after = (ms: number, db: Knex): Knex.Raw => db.raw('now() + make_interval(secs => ?)', [ms / 1_000]);

/** The address goes as soon as it is not needed: whoever looks at the link next brings it along. */
function settled({ failures, host }: WaitingLink, visit: Visit, db: Knex): Record<string, unknown> {
  const done = { url: null, due_at: null };
  const domains = [...new Set([host, ...visit.hosts].flatMap(domainsOf))];
  if (visit.preview !== null) {
    const { title, description, siteName, imageURL } = visit.preview;
    return {
      ...{ ...done, domains, title, description, site_name: siteName, image_url: imageURL, problem: null, failures: 0 },
      image_domains: imageURL === null ? [] : domainsOf(hostOf(new URL(imageURL))),
      fetched_at: db.fn.now(),
      expires_at: after(visit.freshMs, db),
    };
  }
  const failed = { ...done, problem: visit.problem, expires_at: after(pauseAfter(failures), db) };
  // A host that is down takes nothing back of what it said before.
  if (visit.hostFault && failures < MOST_FAILURES) return failed;
  const nothing = { title: null, description: null, site_name: null, image_url: null, image_domains: [] };
  return { ...failed, ...nothing, domains, fetched_at: db.fn.now(), expires_at: after(pauseAfter(MOST_FAILURES), db) };
}
