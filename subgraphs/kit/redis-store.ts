import type { Logger } from 'pino';
import { readRedisURL } from './redis-address.ts';
import { answered, whole } from './redis-answer.ts';
import { claimsOf } from './redis-claim.ts';
import { openRedisClient, type RedisClient } from './redis-client.ts';
import { createRedisTopics } from './redis-topics.ts';
import type { Store } from './store.ts';

/**
 * The store on Redis 6.2 or newer, one server or a Cluster: `url` as {@link readRedisURL} reads it. Resolves when it
 * is connected, or has tried once: it goes on trying, and commands fail at once in the meantime.
 */
export async function createRedisStore(url: string, log: Logger): Promise<Store> {
  const address = readRedisURL(url);
  if (address === null) throw new TypeError('REDIS_URL: redis://[user:password@]host[:port][/db] is expected');
  const redis = openRedisClient(address, log);
  const topics = createRedisTopics(openRedisClient(address, log), log);
  await answered(redis.connect()).catch(() => {});
  await answered(topics.connect()).catch(() => {});

  return {
    ...keysOf(redis),
    claim: claimsOf(redis),
    ...hashesOf(redis),
    async publish(channel, message) {
      await answered(redis.publishAt(channel, message));
    },
    subscribe: topics.subscribe,
    async ping() {
      await answered(redis.ping());
    },
    async close() {
      await Promise.all([leave(redis), topics.close()]);
    },
  };
}

function keysOf(redis: RedisClient): Pick<Store, 'get' | 'set' | 'delete' | 'deleteIf' | 'count'> {
  return {
    get: (key) => answered(redis.get(key)),
    async set(key, value, { ttl, ifAbsent = false } = {}) {
      return (await answered(put(redis, { key, value, ttl, ifAbsent }))) === 'OK';
    },
    delete: async (key) => (await answered(redis.del(key))) === 1,
    deleteIf: async (key, value) => (await answered(redis.deleteIf(key, value))) === 1,
    async count(key, window) {
      const [count, left] = await answered(redis.countOne(key, whole(window)));
      return { count, resetsIn: Math.max(1, left) };
    },
  };
}

function hashesOf(redis: RedisClient): Pick<Store, 'hashGet' | 'hashAll' | 'hashSet' | 'hashDelete'> {
  return {
    hashGet: (key, field) => answered(redis.hget(key, field)),
    hashAll: (key) => answered(redis.hgetall(key)),
    async hashSet(key, fields, ttl) {
      const flat = Object.entries(fields).flat();
      if (flat.length > 0) await answered(redis.hashPut(key, whole(ttl), ...flat));
    },
    hashDelete: async (key, ...fields) => (fields.length === 0 ? 0 : answered(redis.hdel(key, ...fields))),
  };
}

function put(redis: RedisClient, { key, value, ttl, ifAbsent }: Value): Promise<'OK' | null> {
  if (ttl === undefined) return ifAbsent ? redis.set(key, value, 'NX') : redis.set(key, value);
  return ifAbsent ? redis.set(key, value, 'PX', whole(ttl), 'NX') : redis.set(key, value, 'PX', whole(ttl));
}

interface Value {
  readonly key: string;
  readonly value: string;
  readonly ttl: number | undefined;
  readonly ifAbsent: boolean;
}

async function leave(redis: RedisClient): Promise<void> {
  await answered(redis.quit()).catch(() => {});
  redis.disconnect();
}
