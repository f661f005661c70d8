import type { ApolloServerOptions } from '@apollo/server';
import { LRUCache } from 'lru-cache';
import type { GatewayContext } from '../scope.ts';

/** Bytes of one text; what is longer is answered, and has to be sent each time. */
const LONGEST = 64 * 1_024;
/** Bytes of all of them. */
const MOST = 16 * 1_024 * 1_024;

/**
 * Automatic persisted queries, at this node: a client that comes to another sends its text once more. Whoever invents
 * texts only puts others out.
 */
export function keepRegistered(): NonNullable<ApolloServerOptions<GatewayContext>['persistedQueries']> {
  const texts = new LRUCache<string, string>({
    ...{ maxSize: MOST, maxEntrySize: LONGEST },
    sizeCalculation: (text) => Buffer.byteLength(text) + 200,
  });
  return {
    cache: {
      get: async (key) => texts.get(key),
      set: async (key, text) => void texts.set(key, text),
      delete: async (key) => texts.delete(key),
    },
  };
}
