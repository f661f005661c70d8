type Entry =
  | { readonly kind: 'text'; readonly value: string; readonly end: number }
  | { readonly kind: 'hash'; readonly fields: Map<string, string>; end: number };
type Kind = Entry['kind'];

/** Entries that each write looks at, so that what has expired goes without a timer and without a long pause. */
const SWEPT_PER_WRITE = 4;

/** What a store of one process holds. */
export interface Entries {
  find<K extends Kind>(key: string, kind: K): Extract<Entry, { kind: K }> | null;
  put(key: string, entry: Entry): void;
  delete(key: string): boolean;
  clear(): void;
}

export function createEntries(): Entries {
  const entries = new Map<string, Entry>();
  let sweep = entries.entries();

  function find<K extends Kind>(key: string, kind: K): Extract<Entry, { kind: K }> | null {
    const entry = entries.get(key);
    if (entry === undefined || entry.kind !== kind) return null;
    if (entry.end > now()) return entry as Extract<Entry, { kind: K }>;
    entries.delete(key);
    return null;
  }

  function put(key: string, entry: Entry): void {
    entries.set(key, entry);
    for (let looked = 0; looked < SWEPT_PER_WRITE; looked += 1) {
      const next = sweep.next();
      if (next.done) sweep = entries.entries();
      else if (next.value[1].end <= now()) entries.delete(next.value[0]);
    }
  }

  return { find, put, delete: (key) => entries.delete(key), clear: () => entries.clear() };
}

/** Not the wall clock: a machine that wakes up or sets its clock must not end every lock at once. */
export const now = (): number => performance.now();

export const endOf = (ttl: number): number => now() + Math.max(1, Math.ceil(ttl));
