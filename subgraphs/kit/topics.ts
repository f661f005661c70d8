import type { Logger } from 'pino';

type Receive = (message: string) => void;

export interface Topics {
  publish(channel: string, message: string): void;
  subscribe(channel: string, receive: Receive): () => Promise<void>;
}

/** Receivers by channel, within one process: told in order, and never inside the call that publishes. */
export function createTopics(log: Logger): Topics {
  const receivers = new Map<string, Set<{ readonly receive: Receive }>>();

  function deliver(channel: string, message: string): void {
    for (const { receive } of receivers.get(channel) ?? []) {
      try {
        receive(message);
      } catch (error) {
        log.error({ err: error, channel }, 'a subscriber failed');
      }
    }
  }

  return {
    publish(channel, message) {
      if (receivers.has(channel)) setImmediate(deliver, channel, message);
    },
    subscribe(channel, receive) {
      const one = { receive };
      const all = receivers.get(channel) ?? new Set();
      receivers.set(channel, all.add(one));
      return async () => {
        all.delete(one);
        if (all.size === 0 && receivers.get(channel) === all) receivers.delete(channel);
      };
    },
  };
}
