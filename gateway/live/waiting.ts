import { type Change, isLater } from '../../subgraphs/kit/changes-table.ts';

/** Keys that may wait for a reader; with more, it is told of a gap instead. */
const MOST_WAITING = 1_000;

/** That there is something to tell; `key`: of what, null for nothing by itself: a gap, or a beginning, of several keys. */
export interface Told {
  readonly cursor: string;
  readonly gap: boolean;
  readonly key: string | null;
}

/** What one reader has not been told yet: the newest change of each key, in the order of their cursors. */
export interface Waiting {
  add(change: Change): void;
  /** What waited is lost with whatever else was before this cursor. */
  gap(cursor: string): void;
  /** Tells this before anything else. */
  begin(cursor: string): void;
  take(): Told | null;
  /** Resolves when something was put here after the last look found nothing, or somebody woke it. */
  arrived(): Promise<void>;
  wake(): void;
}

/** `keys`: the only ones of interest; null: all are. */
export function createWaiting(keys: ReadonlySet<string> | null): Waiting {
  const [one = null] = keys?.size === 1 ? keys : [];
  const changes = new Map<string, Change>();
  let first: Told | null = null;
  let arrival = Promise.withResolvers<void>();

  const begin = (cursor: string, gap: boolean): void => {
    changes.clear();
    first = { cursor, gap, key: one };
    arrival.resolve();
  };

  return {
    add(change) {
      if (keys !== null && !keys.has(change.key)) return;
      const known = changes.get(change.key);
      if (known !== undefined && !isLater(change.cursor, known.cursor)) return;
      // Again at the end, or a reader who goes on from it would miss what stands before.
      changes.delete(change.key);
      changes.set(change.key, change);
      if (changes.size > MOST_WAITING) begin(change.cursor, true);
      arrival.resolve();
    },
    gap: (cursor) => begin(cursor, true),
    begin: (cursor) => begin(cursor, false),
    take() {
      const told = first;
      first = null;
      if (told !== null) return told;
      for (const [name, { cursor }] of changes) {
        changes.delete(name);
        return { cursor, gap: false, key: name };
      }
      arrival = Promise.withResolvers();
      return null;
    },
    arrived: () => arrival.promise,
    wake: () => arrival.resolve(),
  };
}
