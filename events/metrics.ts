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
  const shared = atOnce(states);
  const gauge = (name: string, help: string, value: (state: ConsumerState) => number) =>
    new Gauge({
      ...{ name, help, labelNames: ['consumer'], registers },
      async collect() {
        this.reset();
        for (const state of await shared()) this.set({ consumer: state.name }, value(state));
      },
    });
  gauge('events_lag', 'Kept events that a consumer was not told of.', ({ lag }) => lag);
  gauge(
    'events_lag_seconds',
    'How long the oldest event has been kept that a consumer was not told of.',
    ({ lagSeconds }) => lagSeconds,
  );
  gauge('events_waiting', 'Events that a consumer is told of later, again or behind one.', ({ waiting }) => waiting);
  gauge('events_dead_letters', 'Events that a consumer failed at for good.', ({ deadLetters }) => deadLetters);
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

/** One question for all who ask while it is under way; where nobody answers the page goes without these. */
function atOnce(states: () => Promise<readonly ConsumerState[]>): () => Promise<readonly ConsumerState[]> {
  let asked: Promise<readonly ConsumerState[]> | null = null;
  return () => {
    asked ??= states()
      .catch(() => [])
      .finally(() => {
        asked = null;
      });
    return asked;
  };
}
