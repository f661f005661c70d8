import { createHash } from 'node:crypto';
import { bounded } from '../../../kit/bounded.ts';

/** Something seen, as one node tells another: what it counts for, and when it was. */
export interface Seen {
  readonly key: string;
  /** What makes it another one than those counted before: a message, or a user where users are counted. */
  readonly one: string;
  readonly at: number;
}

/** Counts within sliding windows, in memory: bounded in how many keys it knows, and in how much it keeps of each. */
export interface Tally {
  /** How many were seen in the window that ends at `at`, this one included; `most` is as far as it counts. */
  count(seen: Seen, span: { readonly ms: number; readonly most: number }): number;
  /** What another node saw. */
  learn(seen: Seen): void;
}

const MOST_KEYS = 200_000;
/** Of each key; the largest limit that a rule may have is below it. */
const MOST_KEPT = 1_001;

export function createTally(tell: (seen: Seen) => void = () => undefined): Tally {
  const kept = bounded<string, Map<string, number>>(MOST_KEYS);

  function add({ key, one, at }: Seen): Map<string, number> {
    const seen = kept.get(key) ?? new Map<string, number>();
    if (!kept.has(key)) kept.set(key, seen);
    // Told twice, it is counted once, where it was first.
    const known = seen.get(one);
    if (known === undefined || known < at) {
      seen.delete(one);
      seen.set(one, at);
    }
    for (const first of seen.keys()) {
      if (seen.size <= MOST_KEPT) break;
      seen.delete(first);
    }
    return seen;
  }

  return {
    count(seen, { ms, most }) {
      const all = add(seen);
      tell(seen);
      let count = 0;
      // The newest stand last.
      for (const at of [...all.values()].reverse()) {
        if (at > seen.at - ms && at <= seen.at) count++;
        if (count >= most) break;
      }
      return count;
    },
    learn: (seen) => void add(seen),
  };
}

/** A text as far as repeating it goes: what was read, without what separates. */
export const digestOf = (units: readonly number[]): string =>
  createHash('sha256').update(Uint32Array.from(units)).digest('base64url').slice(0, 22);
