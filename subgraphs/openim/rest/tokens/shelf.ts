import { bounded } from '../../../kit/bounded.ts';
import type { Store } from '../../../kit/store.ts';
import type { PlatformID } from '../../../kit/viewer.ts';
import { type Entry, lifeOf, readEntry, sinceWhen, writeEntry } from './entry.ts';

export type Entries = ReadonlyMap<PlatformID, Entry>;
/** Null takes the entry away. */
type Changes = ReadonlyMap<PlatformID, Entry | null>;

/** Users whose entries this process keeps a copy of. */
const COPIES = 20_000;
/** A copy is believed for so long; OpenIM itself says when it was wrong, and then the store is asked. */
const BELIEVED_MS = 3_000;

interface Copy {
  readonly entries: Entries;
  readonly seenAt: number;
  /** What the store did not take, and since when. */
  readonly unsaved: ReadonlyMap<PlatformID, { readonly entry: Entry | null; readonly at: number }>;
}

/** The entries of each user: in the store, and in this process for when the store is asked often or is down. */
export interface Shelf {
  /** Like `current`, but a copy of the last seconds will do. */
  read(userID: string): Promise<Entries>;
  /** As the store has them now; rejects with STORE_UNAVAILABLE. */
  fresh(userID: string): Promise<Entries>;
  /** As the store has them now, or, while it is down, as this process last knew them. */
  current(userID: string): Promise<Entries>;
  /** Kept here even when the store is down, and brought there later. */
  write(userID: string, changes: Changes): Promise<void>;
}

export function createShelf(store: Store): Shelf {
  const copies = bounded<string, Copy>(COPIES);

  const keep = (userID: string, entries: Entries, unsaved: Copy['unsaved'] = new Map()): Entries => {
    copies.set(userID, { entries, seenAt: performance.now(), unsaved });
    return entries;
  };

  async function fresh(userID: string): Promise<Entries> {
    const stored = await load(store, userID);
    // Another node may have had the store meanwhile: what is newer there stays.
    const unsaved = [...(copies.get(userID)?.unsaved ?? [])].flatMap(([platform, { entry, at }]) => {
      const theirs = stored.get(platform);
      return theirs === undefined || sinceWhen(theirs) <= at ? [[platform, entry] as const] : [];
    });
    if (unsaved.length > 0) await save(store, userID, new Map(unsaved));
    return keep(userID, merge(stored, unsaved));
  }

  const known = (userID: string): Entries => copies.get(userID)?.entries ?? new Map();
  const current = (userID: string): Promise<Entries> => fresh(userID).catch(() => known(userID));

  return {
    fresh,
    current,
    async read(userID) {
      const copy = copies.get(userID);
      if (copy && copy.unsaved.size === 0 && performance.now() - copy.seenAt < BELIEVED_MS) return copy.entries;
      return current(userID);
    },
    async write(userID, changes) {
      const merged = merge(known(userID), changes);
      const unsaved = new Map(copies.get(userID)?.unsaved);
      const at = Date.now();
      for (const [platform, entry] of changes) unsaved.set(platform, { entry, at });
      const saved = await save(store, userID, changes).then(
        () => true,
        () => false,
      );
      if (saved) for (const platform of changes.keys()) unsaved.delete(platform);
      keep(userID, merged, unsaved);
    },
  };
}

const keyOf = (userID: string): string => `im:token:${userID}`;

async function load(store: Store, userID: string): Promise<Entries> {
  const entries = new Map<PlatformID, Entry>();
  for (const [platform, text] of Object.entries(await store.hashAll(keyOf(userID)))) {
    const entry = readEntry(text);
    if (entry) entries.set(Number(platform) as PlatformID, entry);
  }
  return entries;
}

async function save(store: Store, userID: string, changes: Changes): Promise<void> {
  const key = keyOf(userID);
  await Promise.all(
    [...changes].map(([platform, entry]) =>
      entry === null
        ? store.hashDelete(key, String(platform))
        : store.hashSet(key, { [platform]: writeEntry(entry) }, Math.max(1, Math.ceil(lifeOf(entry)))),
    ),
  );
}

function merge(entries: Entries, changes: Iterable<readonly [PlatformID, Entry | null]>): Entries {
  const merged = new Map(entries);
  for (const [platform, entry] of changes) {
    if (entry === null) merged.delete(platform);
    else merged.set(platform, entry);
  }
  return merged;
}
