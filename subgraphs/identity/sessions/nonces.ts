import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import type { Store } from '../../kit/store.ts';

/** Seconds after `created` for which a nonce is remembered. */
const REMEMBERED = 60;
const EPOCH = 'identity:epoch';

export interface Proof {
  readonly session: string;
  readonly nonce: string;
  /** Unix seconds. */
  readonly created: number;
  readonly mutation: boolean;
}

/** Each signature is good once. */
export interface Nonces {
  /** Where the store is new: resolves with the second in which requests are good. */
  begin(): Promise<void>;
  /** False when it was spent before, or may have been. Rejects while neither store nor database answers. */
  spend(proof: Proof): Promise<boolean>;
  sweep(): Promise<void>;
}

/**
 * In the shared store. It also keeps the moment since when it has kept nonces: when that is gone, the store was lost
 * and what was spent before is forgotten, so requests made up to now are refused. While the store does not answer,
 * mutations are remembered in Postgres and queries by this node; the moment is set anew when it is back.
 */
export function createNonces(store: Store, db: Knex): Nonces {
  const ofQueries = new LRUCache<string, true>({ max: 100_000 });
  let away = false;

  async function inStore({ session, nonce, created }: Proof, ttl: number): Promise<boolean> {
    const [fresh, epoch] = await Promise.all([
      store.set(`identity:nonce:${session}:${nonce}`, '1', { ttl, ifAbsent: true }),
      store.get(EPOCH),
    ]);
    if (epoch === null || away) {
      away = false;
      await store.set(EPOCH, String(Date.now()), { ifAbsent: epoch === null });
      return false;
    }
    return fresh && created * 1000 > Number(epoch);
  }

  async function withoutStore({ session, nonce, mutation }: Proof, ttl: number): Promise<boolean> {
    away = true;
    if (!mutation) {
      const key = `${session}:${nonce}`;
      if (ofQueries.has(key)) return false;
      ofQueries.set(key, true, { ttl });
      return true;
    }
    const until = new Date(Date.now() + ttl);
    const kept = await db
      .table('identity.nonces')
      .insert({ session_id: session, nonce, until })
      .onConflict()
      .ignore()
      .returning('nonce');
    return kept.length === 1;
  }

  return {
    async begin() {
      const now = Date.now();
      const fresh = await store.set(EPOCH, String(now), { ifAbsent: true }).catch(() => false);
      if (fresh) await pause(1000 - (now % 1000));
    },
    async spend(proof) {
      const ttl = Math.max(1, (proof.created + REMEMBERED) * 1000 - Date.now());
      return inStore(proof, ttl).catch(() => withoutStore(proof, ttl));
    },
    sweep: async () => {
      await db.table('identity.nonces').where('until', '<', db.fn.now()).delete();
    },
  };
}
