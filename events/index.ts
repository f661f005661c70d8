import { join } from 'node:path';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { migrate } from '../subgraphs/kit/database.ts';
import type { Consumer, Keeper } from '../subgraphs/kit/events.ts';
import { type Delivery, startDelivery } from './delivery/delivery.ts';
import type { Patience } from './delivery/set-aside.ts';
import { createKeeper } from './keeping/keeper.ts';

export interface EventsOptions {
  readonly db: Knex;
  readonly log: Logger;
  readonly patience?: Patience;
}

export interface Events {
  readonly keeper: Keeper;
  /** Tells everybody whom it concerns, from now on: once, when all who are to be told are known. */
  deliver(consumers: readonly Consumer[]): Promise<void>;
  /** What was accepted is written, and consumers finish what they are at. */
  stop(): Promise<void>;
}

/** An hour and a half of failing, all in all: then it is an admin's turn. */
const PATIENCE: Patience = { attempts: 15, pause: 1_000, longestPause: 15 * 60_000 };
const KEEP_FOR_MS = 7 * 24 * 3_600_000;

/** What OpenIM tells us: kept, and delivered. */
export async function createEvents({ db, log, patience = PATIENCE }: EventsOptions): Promise<Events> {
  await migrate(db, { schema: 'events', directory: join(import.meta.dirname, 'migrations') });
  let delivery: Delivery | null = null;
  const keeper = createKeeper(db, (kept) => delivery?.told(kept));
  return {
    keeper,
    async deliver(consumers) {
      delivery = await startDelivery({ db, consumers, patience, keepFor: KEEP_FOR_MS, log, onDelivered: () => {} });
    },
    async stop() {
      await keeper.drain();
      await delivery?.stop();
    },
  };
}
