import { Cluster, Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { RedisAddress } from './redis-address.ts';

/** A server that sends nothing for so long, while something was asked, is taken for gone. */
const SILENCE_MS = 1_500;
const CONNECT_MS = 2_000;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Each one step, and but for `claim` for one key: what Redis has no command for. HEXPIRE is too new to count on.
 */
const SCRIPTS = {
  deleteIf: {
    numberOfKeys: 1,
    lua: `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`,
  },
  claim: {
    lua: `
      local claimed = redis.call('SET', KEYS[1], '1', 'PX', ARGV[1], 'NX')
      return { claimed and 1 or 0, #KEYS > 1 and redis.call('MGET', unpack(KEYS, 2)) or {} }`,
  },
  countOne: {
    numberOfKeys: 1,
    lua: `
      local count = redis.call('INCR', KEYS[1])
      local left = redis.call('PTTL', KEYS[1])
      if left < 0 then
        redis.call('PEXPIRE', KEYS[1], ARGV[1])
        left = tonumber(ARGV[1])
      end
      return { count, left }`,
  },
  hashPut: {
    numberOfKeys: 1,
    lua: `
      redis.call('HSET', KEYS[1], unpack(ARGV, 2))
      if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[1]) then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
      return 1`,
  },
  // With the channel for its key, so that a Cluster takes all messages of a channel at one node, and in order.
  publishAt: { numberOfKeys: 1, lua: `return redis.call('PUBLISH', KEYS[1], ARGV[1])` },
};

/** Not for subscriptions: one that overtakes the end of an earlier one would be ended by it. */
const PIPELINED = { enableAutoPipelining: true, autoPipeliningIgnoredCommands: ['subscribe', 'unsubscribe'] };

/** ioredis adds the scripts to its clients under their names. */
interface Scripted {
  deleteIf(key: string, value: string): Promise<number>;
  claim(keys: number, ...keysAndWindow: readonly (string | number)[]): Promise<[claimed: 0 | 1, (string | null)[]]>;
  countOne(key: string, window: number): Promise<[count: number, left: number]>;
  publishAt(channel: string, message: string): Promise<number>;
  hashPut(key: string, ttl: number, ...fieldsAndValues: readonly string[]): Promise<number>;
}

export type RedisClient = (Redis | Cluster) & Scripted;

/**
 * A client that never keeps a command for later: what cannot be sent now, or was not answered when the connection
 * broke, fails. It reconnects by itself, and what it was subscribed to is subscribed to again.
 */
export function openRedisClient(address: RedisAddress, log: Logger): RedisClient {
  const { username, password, db, tls } = address;
  const connection = {
    ...(username === '' ? {} : { username }),
    ...(password === '' ? {} : { password }),
    ...(tls ? { tls: {} } : {}),
    connectionName: 'openim-graphql',
    // What RESP3 adds is not used, and proxies that do not know it are about.
    protocol: 2 as const,
    connectTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    // A primary that became a replica under an unchanged name: its successor answers at the next connect.
    reconnectOnError: (error: Error) => error.message.startsWith('READONLY'),
  };
  const common = { scripts: SCRIPTS, enableOfflineQueue: false, lazyConnect: true };
  const client = address.cluster
    ? new Cluster([...address.nodes], {
        // Without pipelines: one whose commands are redirected to several nodes would fail instead of following.
        ...common,
        redisOptions: connection,
        clusterRetryStrategy: pause,
        slotsRefreshTimeout: CONNECT_MS,
        // Certificates name hosts: the names that the nodes give must not be turned into addresses.
        ...(tls ? { dnsLookup: (name, found) => found(null, name) } : {}),
      })
    : new Redis({ ...address.nodes[0], ...connection, ...common, ...PIPELINED, db, retryStrategy: pause });
  tellOutages(client, log);
  return client as RedisClient;
}

/** Doubling, with some chance in it, so that all nodes do not come back in the same moment. */
const pause = (times: number): number => Math.min(50 * 2 ** (times - 1), LONGEST_PAUSE_MS) * (0.75 + Math.random() / 2);

/** One line when Redis goes and one when it is back, however often is tried in between. */
function tellOutages(client: Redis | Cluster, log: Logger): void {
  let answering = true;
  client.on('error', (error: Error & { lastNodeError?: Error }) => {
    if (!answering) return;
    answering = false;
    // The message only: errors of ioredis carry the command with its arguments.
    log.warn({ reason: error.lastNodeError?.message ?? error.message }, 'Redis does not answer');
  });
  client.on('ready', () => {
    if (!answering) log.info('Redis answers again');
    answering = true;
  });
}
