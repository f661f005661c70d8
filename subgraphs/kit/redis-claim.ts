import { Cluster } from 'ioredis';
import { answered, whole } from './redis-answer.ts';
import type { RedisClient } from './redis-client.ts';
import type { Claimed, Store } from './store.ts';

/** One command for all keys: three would cost a request twice as much as its signature. A Cluster has them in several places. */
export const claimsOf = (redis: RedisClient): Store['claim'] =>
  redis instanceof Cluster ? (...asked) => apart(redis, ...asked) : (...asked) => together(redis, ...asked);

type Asked = Parameters<Store['claim']>;

async function together(redis: RedisClient, ...[key, ttl, others]: Asked): Promise<Claimed> {
  const [claimed, found] = await answered(redis.claim(1 + others.length, key, ...others, whole(ttl)));
  return { claimed: claimed === 1, found };
}

async function apart(redis: Cluster, ...[key, ttl, others]: Asked): Promise<Claimed> {
  const [set, ...found] = await Promise.all([
    answered(redis.set(key, '1', 'PX', whole(ttl), 'NX')),
    ...others.map((other) => answered(redis.get(other))),
  ]);
  return { claimed: set === 'OK', found };
}
