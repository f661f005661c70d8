import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { createEvents, type Events } from '../events/index.ts';
import { eventsPersonal } from '../events/personal.ts';
import { startReconciler } from '../events/reconciler/reconciler.ts';
import type { Coverages } from '../subgraphs/kit/coverage.ts';
import type { Holder } from '../subgraphs/kit/personal-data.ts';
import type { Store } from '../subgraphs/kit/store.ts';
import type { OpenIM } from '../subgraphs/openim/rest/openim.ts';
import { watchCoverage } from './coverage-metrics.ts';
import type { Observer } from './observe.ts';

/** What events stand on. */
export interface EventsGround {
  readonly db: Knex;
  readonly store: Store;
  readonly openim: OpenIM;
  /** Calls a second for what callbacks did not tell. */
  readonly reconcilerRate: number;
  readonly observer: Observer;
  readonly log: Logger;
}

/** All of it; what it holds about people comes first in an erasure, so that nobody is told of it after theirs. */
export interface OpenEvents extends Events, Holder {
  readonly coverage: Coverages;
}

/** Assembles what OpenIM tells us: where it is kept, what finds the rest, and who is told of it. */
export async function openEvents(ground: EventsGround, undo: AsyncDisposableStack): Promise<OpenEvents> {
  const { db, log, reconcilerRate: callsPerSecond } = ground;
  const events = await createEvents({ db, register: ground.observer.register, log });
  undo.defer(() => events.drain());
  const { keeper } = events;
  const reconciler = startReconciler({ ...ground, keeper, callsPerSecond });
  undo.defer(() => reconciler.stop());
  const { consumer, coverage } = reconciler;
  watchCoverage(ground.observer, coverage);
  return {
    ...events,
    name: 'events',
    personal: eventsPersonal(db),
    coverage,
    deliver: (consumers) => events.deliver([consumer, ...consumers]),
  };
}
