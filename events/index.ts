import { join } from 'node:path';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { migrate } from '../subgraphs/kit/database.ts';
import type { EventPipeline } from '../subgraphs/kit/event-pipeline.ts';
import type { Announce, Consumer, Keeper } from '../subgraphs/kit/events.ts';
import { type Delivery, startDelivery } from './delivery/delivery.ts';
import { consumerStates, createPipeline } from './delivery/pipeline.ts';
import type { Patience } from './delivery/set-aside.ts';
import { createAnnounce } from './keeping/announce.ts';
import { createKeeper, type Kept } from './keeping/keeper.ts';
import { createMetrics } from './metrics.ts';

export interface EventsOptions {
  readonly db: Knex;
  /** Where it counts. */
  readonly register: Registry;
  readonly log: Logger;
  readonly patience?: Patience;
  /** ms that an event which everybody has handled is kept for. */
  readonly keepFor?: number;
}

export interface Events {
  readonly keeper: Keeper;
  /** For what this service itself does. */
  readonly announce: Announce;
  /** For admins. */
  readonly pipeline: EventPipeline;
  /** Tells everybody whom it concerns, from now on: once, when all who are to be told are known. */
  deliver(consumers: readonly Consumer[]): Promise<Pick<Delivery, 'stop'>>;
  /** Resolves when everything that was accepted is written. */
  drain(): Promise<void>;
}

/** An hour and a half of failing, all in all: then it is an admin's turn. */
const PATIENCE: Patience = { attempts: 15, pause: 1_000, longestPause: 15 * 60_000 };
const KEEP_FOR_MS = 7 * 24 * 3_600_000;

/** What OpenIM tells us: kept, and delivered. */
export async function createEvents(options: EventsOptions): Promise<Events> {
  const { db, register, log, patience = PATIENCE, keepFor = KEEP_FOR_MS } = options;
  await migrate(db, { schema: 'events', directory: join(import.meta.dirname, 'migrations') });
  let names: readonly string[] = [];
  let delivery: Delivery | null = null;
  const metrics = createMetrics(register, () => consumerStates(db, names));
  const told = (kept: Kept): void => {
    metrics.kept(kept);
    delivery?.told(kept);
  };
  const keeper = createKeeper(db, told);
  return {
    keeper,
    announce: createAnnounce(told),
    pipeline: createPipeline(
      db,
      () => names,
      async (consumer) => delivery?.wake(consumer),
    ),
    async deliver(consumers) {
      names = consumers.map(({ name }) => name);
      delivery = await startDelivery({ db, consumers, patience, keepFor, log, onDelivered: metrics.delivered });
      return delivery;
    },
    drain: () => keeper.drain(),
  };
}
