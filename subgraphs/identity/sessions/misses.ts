import { bounded } from '../../kit/bounded.ts';
import { Fault } from '../../kit/fault.ts';
import { networkOf } from '../../kit/network.ts';

/** Look-ups of sessions in Postgres that find nothing to sign in with, from one network in a minute, at this node. */
const MOST = 300;
const WINDOW_MS = 60_000;

/** Keeps unsigned junk from costing more than memory: Postgres is not asked for whoever asked in vain too often. */
export interface Misses {
  /** Throws LOOKUPS_LIMITED. */
  begin(ip: string): void;
  /** It was no miss, and counts for nothing. */
  found(ip: string): void;
}

export function createMisses(): Misses {
  const counts = bounded<string, { count: number; readonly until: number }>(50_000, WINDOW_MS);

  return {
    begin(ip) {
      const network = networkOf(ip);
      const known = counts.get(network);
      const entry = known ?? { count: 0, until: Date.now() + WINDOW_MS };
      if (entry.count >= MOST) throw new Fault('LOOKUPS_LIMITED', { retryAfter: new Date(entry.until).toISOString() });
      entry.count += 1;
      if (known === undefined) counts.set(network, entry);
    },
    found(ip) {
      const entry = counts.get(networkOf(ip));
      if (entry !== undefined && entry.count > 0) entry.count -= 1;
    },
  };
}
