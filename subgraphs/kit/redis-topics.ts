import type { Logger } from 'pino';
import { answered } from './redis-answer.ts';
import type { RedisClient } from './redis-client.ts';
import { createTopics } from './topics.ts';

/**
 * A subscriber is silent by nature, so that a connection which a firewall has dropped would never be missed. It is
 * asked this often; no answer makes it connect and subscribe again.
 */
const HEARTBEAT_MS = 5_000;

export interface RedisTopics {
  connect(): Promise<void>;
  subscribe(channel: string, receive: (message: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** Subscriptions on a connection of their own: however many listen to a channel here, Redis sends it once. */
export function createRedisTopics(subscriber: RedisClient, log: Logger): RedisTopics {
  const topics = createTopics(log);
  const listeners = new Map<string, number>();
  subscriber.on('message', (channel: string, message: string) => topics.publish(channel, message));
  const heartbeat = setInterval(() => void subscriber.ping().catch(() => {}), HEARTBEAT_MS).unref();

  const listen = (channel: string, change: 1 | -1): number => {
    const count = (listeners.get(channel) ?? 0) + change;
    if (count === 0) listeners.delete(channel);
    else listeners.set(channel, count);
    return count;
  };

  return {
    connect: () => subscriber.connect(),
    async subscribe(channel, receive) {
      const end = topics.subscribe(channel, receive);
      listen(channel, 1);
      let ended = false;
      const leave = async (): Promise<void> => {
        if (ended) return;
        ended = true;
        await end();
        // Where it cannot be told, Redis has forgotten it with the connection.
        if (listen(channel, -1) === 0) await answered(subscriber.unsubscribe(channel)).catch(() => {});
      };
      try {
        await answered(subscriber.subscribe(channel));
      } catch (error) {
        await leave();
        throw error;
      }
      return leave;
    },
    async close() {
      clearInterval(heartbeat);
      subscriber.disconnect();
    },
  };
}
