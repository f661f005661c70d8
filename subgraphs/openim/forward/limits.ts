import { bounded } from '../../kit/bounded.ts';
import { networkOf } from '../../kit/network.ts';

/** ms. */
const WINDOW = 60_000;
const KEYS = 50_000;

/** In a minute, at this node. A sign-in of an SDK costs ten requests, a first sync of many groups some dozens. */
const MOST = { ofUser: 1_200, fromNetwork: 12_000, badTokens: 300 };

export interface Limits {
  /** False: too many. */
  network(ip: string): boolean;
  user(userID: string): boolean;
  /** False: so many of this network's tokens were none that no more are looked at. */
  mayTry(ip: string): boolean;
  failed(ip: string): void;
}

/** How much one client may have forwarded: for this node's sake and OpenIM's, so each node counts by itself. */
export function createLimits(): Limits {
  const users = createWindow();
  const networks = createWindow();
  const failures = createWindow();
  return {
    network: (ip) => networks.add(networkOf(ip)) <= MOST.fromNetwork,
    user: (userID) => users.add(userID) <= MOST.ofUser,
    mayTry: (ip) => failures.count(networkOf(ip)) < MOST.badTokens,
    failed: (ip) => void failures.add(networkOf(ip)),
  };
}

function createWindow() {
  const counts = bounded<string, { count: number }>(KEYS, WINDOW);
  return {
    count: (key: string): number => counts.get(key)?.count ?? 0,
    /** Counts one more. A window begins with its first. */
    add(key: string): number {
      const entry = counts.get(key) ?? { count: 0 };
      if (entry.count === 0) counts.set(key, entry);
      entry.count += 1;
      return entry.count;
    },
  };
}
