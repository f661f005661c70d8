import { Counter, Gauge, type Registry } from 'prom-client';
import type { ConsumerState } from '../subgraphs/kit/event-pipeline.ts';
import type { Delivered } from './delivery/lane.ts';
import type { Kept } from './keeping/keeper.ts';

/** What this node counts of events; lags are those of all nodes together, asked for when the page is. */
export function createMetrics(register: Registry, states: () => Promise<readonly ConsumerState[]>) {
  const registers = [register];
  const kept = new Counter({ name: 'events_kept_total', help: 'Events that were kept here.', registers });
  const repeated = new Counter({
    name: 'events_duplicates_total',
    help: 'Events that were told here and had been kept before.',
    registers,
  });
  const counter = (name: string, help: string) => new Counter({ name, help, labelNames: ['consumer'], registers });
  const delivered = counter('events_delivered_total', 'Events that a consumer handled here.');
  const failed = counter('events_failed_total', 'Times that a consumer failed at an event here.');
  const dead = counter('events_dead_total', 'Events that became dead letters here.');
  const gauge = (name: string, help: string) => new Gauge({ name, help, labelNames: ['consumer'], registers });
  const seconds = gauge(
    'events_lag_seconds',
    'How long the oldest event has been kept that a consumer was not told of.',
  );
  const waiting = gauge('events_waiting', 'Events that a consumer is told of again later, or that wait behind one.');
  const letters = gauge('events_dead_letters', 'Events that a consumer failed at for good.');
  new Gauge({
    name: 'events_lag',
    help: 'Kept events that a consumer was not told of.',
    labelNames: ['consumer'],
    registers,
    async collect() {
      // While the database does not answer there is a page all the same, without these.
      for (const each of [this, seconds, waiting, letters]) each.reset();
      for (const state of await states().catch(() => [])) {
        const labels = { consumer: state.name };
        this.set(labels, state.lag);
        seconds.set(labels, state.lagSeconds);
        waiting.set(labels, state.waiting);
        letters.set(labels, state.deadLetters);
      }
    },
  });
  return {
    kept({ rows, fresh }: Kept): void {
      kept.inc(fresh);
      repeated.inc(rows.length - fresh);
    },
    delivered(told: Delivered): void {
      const labels = { consumer: told.consumer };
      delivered.inc(labels, told.handled);
      failed.inc(labels, told.failed);
      dead.inc(labels, told.dead);
    },
  };
}
