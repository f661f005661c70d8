/**
 * The key-value and pub/sub store that all nodes share: Redis (or a Redis Cluster), or the embedded one of a
 * single process. Only what both can do alike is here; one contract suite runs against both.
 *
 * Each call but `claim` names one key, so that every call works on a Cluster; calls of one tick travel together.
 * Times are milliseconds. A store that does not answer rejects with STORE_UNAVAILABLE.
 */
export interface Store {
  get(key: string): Promise<string | null>;
  /** True when it was set: always, unless `ifAbsent` and the key was there. Without `ttl` it stays. */
  set(key: string, value: string, options?: { ttl?: number; ifAbsent?: boolean }): Promise<boolean>;
  /** Sets `key` if it was not there, and reads others: in one step; on a Cluster, each where it is. */
  claim(key: string, ttl: number, others: readonly string[]): Promise<Claimed>;
  /** True when the key was there. */
  delete(key: string): Promise<boolean>;
  /** Deletes the key only while it holds `value`: how the owner of a lock lets go of it. */
  deleteIf(key: string, value: string): Promise<boolean>;

  hashGet(key: string, field: string): Promise<string | null>;
  hashAll(key: string): Promise<Record<string, string>>;
  /** Sets fields; the whole hash then ends at the later of its old end and `ttl` from now. */
  hashSet(key: string, fields: Readonly<Record<string, string>>, ttl: number): Promise<void>;
  hashDelete(key: string, ...fields: readonly string[]): Promise<number>;

  /** Counts one more in a window that begins with its first count. */
  count(key: string, window: number): Promise<{ count: number; resetsIn: number }>;

  publish(channel: string, message: string): Promise<void>;
  /** Resolves when messages published from now on arrive; the returned function ends it. */
  subscribe(channel: string, receive: (message: string) => void): Promise<() => Promise<void>>;

  /** Resolves when the store answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface Claimed {
  /** The key was not there. */
  readonly claimed: boolean;
  /** The others in their order, null where there is none. */
  readonly found: readonly (string | null)[];
}
