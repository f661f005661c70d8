import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { Consumer } from '../../subgraphs/kit/events.ts';
import type { Kept } from '../keeping/keeper.ts';
import { type Lane, openCursors, restart } from './cursors.ts';
import { type Delivered, runLane } from './lane.ts';
import { dropHandled, laggingLanes } from './retention.ts';
import type { Patience } from './set-aside.ts';
import { createTelling } from './telling.ts';
import { createTurns } from './turns.ts';
import { type Job, openWorkers } from './workers.ts';

export interface DeliveryParts {
  readonly db: Knex;
  readonly consumers: readonly Consumer[];
  readonly patience: Patience;
  /** ms that an event which everybody has handled is kept for. */
  readonly keepFor: number;
  readonly log: Logger;
  onDelivered(delivered: Delivered): void;
}

export interface Delivery {
  /** New events are there. */
  told(kept: Kept): void;
  /** There is something to do for a consumer, in any of its lanes. */
  wake(consumer: string): Promise<void>;
  stop(): Promise<void>;
}

const nameOf = (consumer: string, shard: number): string => `${shard}:${consumer}`;

/** Each minute, on one of the nodes: what was missed, by whomever. And once an hour what is no longer needed. */
const CRONTAB = '* * * * * look\n17 * * * * tidy';

const jobOf = (lane: string): Job => {
  const at = lane.indexOf(':');
  const payload = { shard: Number(lane.slice(0, at)), consumer: lane.slice(at + 1) };
  return { task: 'deliver', payload, key: `deliver:${lane}`, queue: lane };
};

/** Tells consumers of what is kept: each in its own time, each stream in order, on any number of nodes. */
export async function startDelivery(parts: DeliveryParts): Promise<Delivery> {
  const { db, consumers, keepFor, log } = parts;
  const stopping = new AbortController();
  const byName = new Map(consumers.map((consumer) => [consumer.name, consumer]));
  const workers = await openWorkers(db, log);
  const turns = createTurns();
  const telling = createTelling((lanes) => workers.add(turns.others(lanes).map(jobOf)), log);

  async function deliver(payload: unknown, ended: AbortSignal): Promise<void> {
    const { consumer: name, shard } = payload as { consumer: string; shard: number };
    const consumer = byName.get(name);
    // Of a release that knows more consumers than this one: its own nodes look for what is left.
    if (consumer === undefined) return;
    const lane: Lane = { consumer, shard };
    const next = await turns.take(nameOf(name, shard), () =>
      runLane(lane, { ...parts, stopping: stopping.signal, ended }),
    );
    if (next === 'NOW') telling.now(nameOf(name, shard));
    else if (next !== null) telling.at(nameOf(name, shard), next);
  }
  async function look(): Promise<void> {
    await workers.releaseDead();
    for (const { consumer, shard } of await laggingLanes(db)) telling.now(nameOf(consumer, shard));
  }
  async function tidy(): Promise<void> {
    await openCursors(db, consumers);
    await dropHandled(db, keepFor);
    await workers.cleanUp();
  }

  await restart(db);
  await openCursors(db, consumers);
  await look();
  await workers.start({ deliver, look, tidy }, CRONTAB, look);
  return {
    told({ rows }) {
      for (const { name, kinds } of consumers)
        for (const { shard, kind } of rows)
          if ((kinds as ReadonlySet<string>).has(kind)) telling.now(nameOf(name, shard));
    },
    async wake(consumer) {
      for (const lane of await laggingLanes(db))
        if (lane.consumer === consumer) telling.now(nameOf(consumer, lane.shard));
    },
    async stop() {
      stopping.abort();
      await telling.stop();
      await workers.stop();
    },
  };
}
