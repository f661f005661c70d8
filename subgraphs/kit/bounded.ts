import { LRUCache } from 'lru-cache';

/**
 * A cache of so many entries at most; whatever was not used for longest goes first. It takes memory as it fills, where
 * `max` of lru-cache takes the memory of all of them when it is made. `ttl` in ms.
 */
export const bounded = <Key extends {}, Value extends {}>(most: number, ttl?: number): LRUCache<Key, Value> =>
  new LRUCache<Key, Value>({ maxSize: most, sizeCalculation: () => 1, ...(ttl === undefined ? {} : { ttl }) });
