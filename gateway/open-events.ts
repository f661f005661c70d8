import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { startFigures } from '../events/figures/figures.ts';
import { createEvents, type Events } from '../events/index.ts';
import { startOutgoing } from '../events/outgoing/outgoing.ts';
import { eventsPersonal } from '../events/personal.ts';
import { startReconciler } from '../events/reconciler/reconciler.ts';
import type { AuditLog } from '../subgraphs/kit/audit.ts';
import type { Coverages } from '../subgraphs/kit/coverage.ts';
import type { Figures } from '../subgraphs/kit/figures.ts';
import { createGuardedFetch } from '../subgraphs/kit/guarded-fetch.ts';
import type { Holder } from '../subgraphs/kit/personal-data.ts';
import type { Seal } from '../subgraphs/kit/seal.ts';
import type { Store } from '../subgraphs/kit/store.ts';
import type { WebhookDesk } from '../subgraphs/kit/webhooks.ts';
import type { OpenIM } from '../subgraphs/openim/rest/openim.ts';
import { watchCoverage } from './coverage-metrics.ts';
import type { Observer } from './observe.ts';

/** What events stand on. */
export interface EventsGround {
  readonly db: Knex;
  readonly store: Store;
  readonly openim: OpenIM;
  /** Seconds that an event stays which everybody has handled. */
  readonly eventsKept: number;
  /** Calls a second for what callbacks did not tell. */
  readonly reconcilerRate: number;
  readonly observer: Observer;
  readonly audit: AuditLog;
  /** For the secrets of webhooks. */
  readonly seal: Seal;
  /** Where webhooks go to the public internet only. */
  readonly production: boolean;
  readonly log: Logger;
}

/** All of it; what it holds about people comes first in an erasure, so that nobody is told of it after theirs. */
export interface OpenEvents extends Events, Holder {
  readonly coverage: Coverages;
  readonly webhooks: WebhookDesk;
  readonly figures: Figures;
}

/** Assembles what OpenIM tells us: where it is kept, what finds the rest, and who is told of it. */
export async function openEvents(ground: EventsGround, undo: AsyncDisposableStack): Promise<OpenEvents> {
  const { db, log, reconcilerRate: callsPerSecond, eventsKept } = ground;
  const events = await createEvents({ db, register: ground.observer.register, keepFor: eventsKept * 1_000, log });
  undo.defer(() => events.drain());
  const { keeper } = events;
  const reconciler = startReconciler({ ...ground, keeper, callsPerSecond });
  undo.defer(() => reconciler.stop());
  const counting = startFigures({ db, log });
  undo.defer(() => counting.stop());
  const { coverage } = reconciler;
  watchCoverage(ground.observer, coverage);
  const guarded = createGuardedFetch({ allowPrivate: !ground.production });
  const outgoing = startOutgoing({ ...ground, guarded });
  undo.defer(() => outgoing.stop());
  return {
    ...events,
    name: 'events',
    personal: eventsPersonal(db),
    coverage,
    figures: counting.figures,
    webhooks: outgoing.desk,
    deliver: (consumers) => events.deliver([reconciler.consumer, counting.consumer, outgoing.consumer, ...consumers]),
  };
}
