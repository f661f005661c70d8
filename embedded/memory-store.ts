import type { Logger } from 'pino';
import type { Store } from '../subgraphs/kit/store.ts';
import { createTopics } from '../subgraphs/kit/topics.ts';
import { createEntries, endOf, now } from './memory-entries.ts';

/**
 * The store of a single process, with the behaviour of Redis: `test/store/contract.ts` holds both to it. It lives
 * and dies with the process. Expired keys are never seen, and are let go of as others are written.
 */
export function createMemoryStore(log: Logger): Store {
  const entries = createEntries();
  const { find, put } = entries;
  const topics = createTopics(log);

  const textOf = (key: string): string | null => find(key, 'text')?.value ?? null;
  const there = (key: string): boolean => find(key, 'text') !== null || find(key, 'hash') !== null;

  return {
    get: async (key) => textOf(key),
    async set(key, value, { ttl, ifAbsent = false } = {}) {
      if (ifAbsent && there(key)) return false;
      put(key, { kind: 'text', value, end: ttl === undefined ? Number.POSITIVE_INFINITY : endOf(ttl) });
      return true;
    },
    async claim(key, ttl, others) {
      const claimed = !there(key);
      if (claimed) put(key, { kind: 'text', value: '1', end: endOf(ttl) });
      return { claimed, found: others.map(textOf) };
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
