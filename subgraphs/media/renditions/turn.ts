import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../../kit/store.ts';

/** Longer than a making may take: whose node died in it is not waited for any longer. */
const HELD_MS = 75_000;
const LOOK_MS = 150;

/**
 * Leave to make one picture, which one node has at a time; what is returned ends it. Rejects as `signal` does. Without
 * the store each node goes on by itself: a picture made twice is no harm.
 */
export async function takeTurn(store: Store, name: string, signal: AbortSignal): Promise<() => Promise<void>> {
  const [key, owner] = [`media:rendition:${name}`, randomUUID()];
  const take = () => store.set(key, owner, { ttl: HELD_MS, ifAbsent: true }).catch(() => true);
  while (!(await take())) await pause(LOOK_MS, undefined, { signal });
  return async () => void (await store.deleteIf(key, owner).catch(() => false));
}
