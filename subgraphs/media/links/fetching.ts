import type { Logger } from 'pino';
import type { GuardedGet } from '../../kit/guarded-get.ts';
import { repeat } from '../../kit/repeat.ts';
import type { Pool } from '../workers/pool.ts';
import type { BlockedDomains } from './blocked.ts';
import type { Hosts } from './hosts.ts';
import type { Previews, WaitingLink } from './previews.ts';
import { type Visit, visit } from './visit.ts';

export interface FetchingParts {
  readonly previews: Previews;
  readonly hosts: Hosts;
  readonly blocked: BlockedDomains;
  readonly guarded: GuardedGet;
  readonly pool: Pool;
  readonly log: Logger;
}

export interface Fetching {
  /** There is something new to fetch. */
  now(): void;
  stop(): Promise<void>;
}

/** Hosts at once, by this node. */
const MOST_HOSTS = 8;
/** Links of one host, before others have their turn. */
const LINKS_A_TURN = 10;
/** Ms between two looks at what waits; what is noted here is fetched at once. */
const LOOK_MS = 10_000;
const SWEEP_MS = 3_600_000;

/** Fetches what waits: a host at a time and a link at a time of each, so that nobody is ever knocked at twice at once. */
export function startFetching(parts: FetchingParts): Fetching {
  const { hosts, previews, log } = parts;
  const busy = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  let again = false;

  const now = (): void => {
    if (stopping.signal.aborted) return;
    again = true;
    looking.now();
  };
  async function look(): Promise<void> {
    do {
      again = false;
      const room = MOST_HOSTS - busy.size;
      for (const host of room > 0 ? await hosts.take(room) : []) {
        const work = turnOf(host, parts, stopping.signal)
          .catch((err: unknown) => log.warn({ err }, 'what came of a link could not be written down'))
          .finally(() => {
            busy.delete(host);
            now();
          });
        busy.set(host, work);
      }
    } while (again && !stopping.signal.aborted);
  }
  const looking = repeat(LOOK_MS, look, (err) => log.warn({ err }, 'links that wait could not be read'));
  const sweeping = repeat(SWEEP_MS, previews.sweep, (err) => log.warn({ err }, 'old links could not be forgotten'));
  looking.now();
  sweeping.now();
  return {
    now,
    async stop() {
      stopping.abort();
      await Promise.all([looking.stop(), sweeping.stop()]);
      await Promise.all(busy.values());
    },
  };
}

/** Some links of a host that this node has taken, one after the other. */
async function turnOf(host: string, parts: FetchingParts, signal: AbortSignal): Promise<void> {
  const { hosts, previews } = parts;
  try {
    for (let left = LINKS_A_TURN; left > 0 && !signal.aborted; left -= 1) {
      const link = await previews.take(host);
      if (link === null) return;
      await hosts.renew(host);
      const came = await visitOf(link, parts, signal);
      if (came === null) return await previews.giveBack(link);
      await previews.settle(link, came);
      if (await leftAlone(host, came, hosts)) return;
    }
  } finally {
    await hosts.release(host);
  }
}

/** Null: we are stopping, and another node begins it anew. */
async function visitOf(link: WaitingLink, parts: FetchingParts, signal: AbortSignal): Promise<Visit | null> {
  const { guarded, pool, blocked, log } = parts;
  try {
    return await visit(link.url, { guarded, pool, isBlocked: blocked.includes, log }, signal);
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

async function leftAlone(host: string, came: Visit, hosts: Hosts): Promise<boolean> {
  const down = came.preview === null && came.hostFault;
  // Where it sent us on, it was the other that did not answer.
  if (down && came.hosts.at(-1) === host) return hosts.fails(host, came.waitMs);
  await hosts.thrives(host);
  return false;
}
