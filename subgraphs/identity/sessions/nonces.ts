import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import { bounded } from '../../kit/bounded.ts';
import type { Keys, StoreGate } from './store-gate.ts';

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

export interface Spent {
  /** False when it was spent before, or may have been. */
  readonly fresh: boolean;
  /** Null where nothing is kept; absent where the store did not answer. */
  readonly beside?: string | null;
}

/** Each signature is good once. */
export interface Nonces {
  /**
   * Spends it, and reads what the store keeps under `beside`, in the same step. Rejects while neither store nor database
   * answers.
   */
  spend(proof: Proof, beside: string): Promise<Spent>;
  sweep(): Promise<void>;
}

/**
 * Since when the store has kept nonces, kept in the store itself: when that is gone, the store has lost its data, and
 * what was made up to now is refused. Where the store is new: resolves with the second in which requests are good.
 */
export async function beginEpoch(store: Keys): Promise<void> {
  const now = Date.now();
  const fresh = await store.set(EPOCH, String(now), { ifAbsent: true }).catch(() => false);
  if (fresh) await pause(1000 - (now % 1000));
}

/** The store was away: what was spent meanwhile, it does not know. */
export async function raiseEpoch(store: Keys): Promise<void> {
  await store.set(EPOCH, String(Date.now()));
}

/**
 * In the shared store. While it does not answer, mutations are remembered in Postgres and queries by this node; what
 * was made before the outage, the store alone can tell, so it is refused.
 */
export function createNonces(store: StoreGate, db: Knex): Nonces {
  const ofQueries = bounded<string, true>(100_000);

  async function inPostgres({ session, nonce }: Proof, ttl: number): Promise<boolean> {
    const kept = await db
      .table('identity.nonces')
      .insert({ session_id: session, nonce, until: new Date(Date.now() + ttl) })
      .onConflict()
      .ignore()
      .returning('nonce');
    return kept.length === 1;
  }

  async function epochOf(stored: string | null): Promise<number> {
    if (stored !== null) return Number(stored);
    const now = Date.now();
    const first = await store.set(EPOCH, String(now), { ifAbsent: true });
    return first ? now : Number(await store.get(EPOCH));
  }

  async function inStore(proof: Proof, ttl: number, other: string): Promise<Spent> {
    const made = proof.created * 1000;
    const key = `identity:nonce:${proof.session}:${proof.nonce}`;
    const { claimed, found } = await store.claim(key, ttl, [EPOCH, other]);
    const [epoch = null, beside = null] = found;
    if (!claimed || made <= (await epochOf(epoch))) return { fresh: false, beside };
    // A signer whose clock is ahead: should the store be lost, no epoch of that moment would refuse this again.
    const fresh = made <= Date.now() || (await inPostgres(proof, ttl).catch(() => true));
    return { fresh, beside };
  }

  async function withoutStore(proof: Proof, ttl: number): Promise<boolean> {
    if (proof.created * 1000 <= store.answeredAt) return false;
    if (proof.mutation) return inPostgres(proof, ttl);
    const key = `${proof.session}:${proof.nonce}`;
    if (ofQueries.has(key)) return false;
    ofQueries.set(key, true, { ttl });
    return true;
  }

  return {
    async spend(proof, beside) {
      const ttl = Math.max(1, (proof.created + REMEMBERED) * 1000 - Date.now());
      return inStore(proof, ttl, beside).catch(async () => ({ fresh: await withoutStore(proof, ttl) }));
    },
    sweep: async () => {
      await db.table('identity.nonces').where('until', '<', new Date()).delete();
    },
  };
}
