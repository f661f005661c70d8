import type { Logger } from 'pino';
import type { Store } from '../subgraphs/kit/store.ts';
import { createTopics } from '../subgraphs/kit/topics.ts';

type Entry =
  | { readonly kind: 'text'; readonly value: string; readonly end: number }
  | { readonly kind: 'hash'; readonly fields: Map<string, string>; end: number };
type Kind = Entry['kind'];

/** Entries that each write looks at, so that what has expired goes without a timer and without a long pause. */
const SWEPT_PER_WRITE = 4;

/**
 * The store of a single process, with the behaviour of Redis: `test/store/contract.ts` holds both to it. It lives
 * and dies with the process. Expired keys are never seen, and are let go of as others are written.
 */
export function createMemoryStore(log: Logger): Store {
  const entries = new Map<string, Entry>();
  const topics = createTopics(log);
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

  const textOf = (key: string): string | null => find(key, 'text')?.value ?? null;
  const there = (key: string): boolean => find(key, 'text') !== null || find(key, 'hash') !== null;

  return {
    get: async (key) => textOf(key),
    async set(key, value, { ttl, ifAbsent = false } = {}) {
      if (ifAbsent && there(key)) return false;
      put(key, { kind: 'text', value, end: ttl === undefined ? Number.POSITIVE_INFINITY : endOf(ttl) });
      return true;
    },
    delete: async (key) => there(key) && entries.delete(key),
    deleteIf: async (key, value) => textOf(key) === value && entries.delete(key),

    hashGet: async (key, field) => find(key, 'hash')?.fields.get(field) ?? null,
    hashAll: async (key) => Object.fromEntries(find(key, 'hash')?.fields ?? []),
    async hashSet(key, fields, ttl) {
      if (Object.keys(fields).length === 0) return;
      const hash = find(key, 'hash') ?? { kind: 'hash', fields: new Map<string, string>(), end: 0 };
      for (const [field, value] of Object.entries(fields)) hash.fields.set(field, value);
      hash.end = Math.max(hash.end, endOf(ttl));
      put(key, hash);
    },
    async hashDelete(key, ...fields) {
      const held = find(key, 'hash')?.fields;
      const gone = fields.filter((field) => held?.delete(field)).length;
      if (held?.size === 0) entries.delete(key);
      return gone;
    },

    async count(key, window) {
      const before = find(key, 'text');
      const count = Number(before?.value ?? 0) + 1;
      const end = before?.end ?? endOf(window);
      put(key, { kind: 'text', value: String(count), end });
      return { count, resetsIn: Math.ceil(end - now()) };
    },

    publish: async (channel, message) => topics.publish(channel, message),
    subscribe: async (channel, receive) => topics.subscribe(channel, receive),

    ping: async () => {},
    close: async () => entries.clear(),
  };
}

/** Not the wall clock: a machine that wakes up or sets its clock must not end every lock at once. */
const now = (): number => performance.now();

const endOf = (ttl: number): number => now() + Math.max(1, Math.ceil(ttl));
