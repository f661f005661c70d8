import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { Coverages } from '../../subgraphs/kit/coverage.ts';
import type { Consumer, Keeper } from '../../subgraphs/kit/events.ts';
import type { Store } from '../../subgraphs/kit/store.ts';
import { asAdmin } from '../../subgraphs/openim/rest/call.ts';
import type { OpenIM } from '../../subgraphs/openim/rest/openim.ts';
import { createClaims } from './claims.ts';
import { createCoverages } from './coverage.ts';
import { type Ask, createDiscovery } from './discovery.ts';
import { createLedger } from './ledger.ts';
import { createListings } from './listings.ts';
import { createLooking } from './looking.ts';
import { createPace } from './pace.ts';
import { createTold } from './told.ts';
import { createWalks } from './walks.ts';

export interface ReconcilerParts {
  readonly db: Knex;
  readonly store: Pick<Store, 'count'>;
  readonly openim: OpenIM;
  readonly keeper: Keeper;
  /** Calls to OpenIM, of all nodes together; 0: nothing is read back. */
  readonly callsPerSecond: number;
  readonly log: Logger;
}

export interface Reconciler {
  /** Is told of what is kept, and begins with what it shows to be missing. */
  readonly consumer: Consumer;
  readonly coverage: Coverages;
  stop(): Promise<void>;
}

const LOOK_MS = 1_000;
const AFTER_FAILURE_MS = 5_000;
const ATTEMPT_MS = 30_000;

/** Finds what OpenIM never told, reads it back by seq, and keeps it like everything else. */
export function startReconciler(parts: ReconcilerParts): Reconciler {
  const { db, store, openim, keeper, callsPerSecond, log } = parts;
  const stopping = new AbortController();
  const { signal } = stopping;
  const [ledger, claims, walks] = [createLedger(db), createClaims(db), createWalks(db)];
  const look = createLooking({ openim, keeper, ledger, claims });
  const discovery = createDiscovery({ openim, ledger, walks, listings: createListings(db) });
  const pace = createPace(store, callsPerSecond);
  const ask: Ask = (call) =>
    pace.ask(() => call(asAdmin({ signal: AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_MS)]), log })), signal);

  /** What is known to be missing first; then, in turn, conversations and what leads to more of them. */
  async function step(): Promise<boolean> {
    const claimed = await claims.claim();
    if (claimed.length > 0) await look(claimed, ask);
    const found = await discovery.step(ask);
    return claimed.length > 0 || found;
  }

  async function walk(): Promise<void> {
    while (!signal.aborted)
      try {
        if (!(await step())) await pause(LOOK_MS, null, { signal, ref: false });
      } catch (error) {
        if (signal.aborted) return;
        log.warn({ err: error }, 'what OpenIM did not tell could not be read back now');
        await pause(AFTER_FAILURE_MS, null, { signal, ref: false }).catch(() => {});
      }
  }
  const walking = callsPerSecond > 0 ? walk() : Promise.resolve();

  return {
    consumer: createTold(ledger, walks),
    coverage: createCoverages(db),
    async stop() {
      stopping.abort();
      await walking;
    },
  };
}
