import DataLoader from 'dataloader';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { GuardedGet } from '../../kit/guarded-get.ts';
import type { LinkSightings } from '../../kit/link-sightings.ts';
import type { Pool } from '../workers/pool.ts';
import { type LinkAddress, linkAddress } from './address.ts';
import { type BlockedDomains, createBlockedDomains } from './blocked.ts';
import { startFetching } from './fetching.ts';
import { createHosts } from './hosts.ts';
import { createPreviews, type PreviewRow, type Previews } from './previews.ts';

/** `private`: links may lead to this machine and its network, too; on a developer's machine only. */
export type LinkPreviews = 'on' | 'off' | 'private';

export interface Links extends LinkSightings {
  readonly blocked: BlockedDomains;
  /** What is known of a link, for one request: all that it asks about are looked up at once, and nothing is waited for. */
  loader(): (url: string) => Promise<PreviewRow | null>;
  stop(): Promise<void>;
}

export interface LinksParts {
  readonly db: Knex;
  readonly log: Logger;
  readonly mode: LinkPreviews;
  /** Leads to this machine only where links may. */
  readonly web: GuardedGet;
  readonly pool: Pool;
}

const PATIENCE_MS = 500;
/** Of one request: a page of nothing but links is noted bit by bit, as it is looked at. */
const MOST_NOTED = 100;

export function startLinks({ db, log, mode, web: guarded, pool }: LinksParts): Links {
  const blocked = createBlockedDomains(db);
  if (mode === 'off') return { blocked, loader: () => async () => null, sighted: async () => {}, stop: async () => {} };
  const previews = createPreviews(db);
  const fetching = startFetching({ previews, blocked, guarded, pool, hosts: createHosts(db), log });
  const noting = new Set<Promise<void>>();

  /** Behind the answer. */
  function note(links: readonly LinkAddress[]): void {
    if (links.length === 0) return;
    const work = previews
      .note(links)
      .then(fetching.now)
      .catch((err: unknown) => log.warn({ err }, 'links could not be noted'))
      .finally(() => noting.delete(work));
    noting.add(work);
  }
  return {
    blocked,
    loader: () => loaderOf(previews, note, log),
    async sighted(urls) {
      const links = new Map(urls.flatMap((url) => linkAddress(url) ?? []).map((link) => [link.id, link]));
      await previews.note([...links.values()]);
      fetching.now();
    },
    async stop() {
      await Promise.all(noting);
      await fetching.stop();
    },
  };
}

/** Null when the database is slow: a message is worth reading without previews. */
async function soon<Found>(found: Promise<Found>): Promise<Found | null> {
  const { promise, resolve } = Promise.withResolvers<null>();
  const impatience = setTimeout(() => resolve(null), PATIENCE_MS);
  return Promise.race([found, promise]).finally(() => clearTimeout(impatience));
}

function loaderOf(previews: Previews, note: (links: readonly LinkAddress[]) => void, log: Logger) {
  let left = MOST_NOTED;
  const byLink = new DataLoader<LinkAddress, PreviewRow | null, string>(
    async (links) => {
      const found = await soon(previews.find(links.map(({ id }) => id))).catch((err: unknown) => {
        log.warn({ err }, 'link previews could not be read');
        return null;
      });
      if (found === null) return links.map(() => null);
      const wanted = links.filter(({ id }) => found.get(id)?.stale ?? true).slice(0, left);
      left -= wanted.length;
      note(wanted);
      return links.map(({ id }) => {
        const seen = found.get(id);
        return seen?.shown === true ? seen : null;
      });
    },
    { cacheKeyFn: ({ id }) => id },
  );
  return async (url: string): Promise<PreviewRow | null> => {
    const link = linkAddress(url);
    return link === null ? null : byLink.load(link);
  };
}
