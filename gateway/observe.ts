import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { CallbackSeen } from '../subgraphs/kit/webhook-door.ts';

const COSTS = [1, 10, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000];
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];

/** One GraphQL operation: what kind it was, and whether all, some or none of it was answered. */
export interface OperationSeen {
  readonly type: 'query' | 'mutation' | 'subscription' | 'none';
  readonly outcome: 'ok' | 'partial' | 'refused';
  readonly seconds: number;
}

/** One call to OpenIM: its route without anything that a user chose, and what came of it. */
export interface UpstreamSeen {
  readonly route: string;
  readonly outcome: string;
  readonly seconds: number;
}

/** One question to a subgraph behind HTTP, and what came of it. */
export interface FetchSeen {
  readonly subgraph: string;
  readonly outcome: string;
  readonly seconds: number;
}

/** One request of an official SDK: OpenIM's route, and `ok`, `http_<status>` or the `errCode` that it was answered. */
export type ForwardSeen = UpstreamSeen;

/** Numbers that are looked up when they are asked for, one for each value of the label. */
interface Watched {
  readonly name: string;
  readonly help: string;
  readonly label: string;
  /** When it rejects, nothing is shown. */
  read(): Promise<Readonly<Record<string, number>>>;
}

/** What this node counts, for Prometheus. */
export interface Observer {
  operation(seen: OperationSeen): void;
  upstream(seen: UpstreamSeen): void;
  forwarded(seen: ForwardSeen): void;
  fetched(seen: FetchSeen): void;
  callback(seen: CallbackSeen): void;
  /** A request that was refused before it became an operation, by the reason of its row. */
  refusal(reason: string): void;
  watch(watched: Watched): void;
  /** Another supergraph was found where it is looked for. */
  supergraph(outcome: 'taken' | 'refused'): void;
  /** What an operation may cost, and of some what they did cost. */
  cost(when: 'estimated' | 'actual', cost: number): void;
  /** Live streams that are open here. */
  streams(open: number): void;
  /** For the counters of other parts. */
  readonly register: Registry;
  page(): Promise<{ type: string; text: string }>;
}

export function createObserver(): Observer {
  const register = new Registry();
  collectDefaultMetrics({ register });
  return {
    ...timesIn(register),
    ...countsIn(register),
    watch: (watched) => watchIn(register, watched),
    register,
    page: async () => ({ type: register.contentType, text: await register.metrics() }),
  };
}

type Times = Pick<Observer, 'operation' | 'upstream' | 'forwarded' | 'fetched' | 'callback'>;
type Counts = Pick<Observer, 'refusal' | 'cost' | 'supergraph' | 'streams'>;

function timesIn(register: Registry): Times {
  const seconds = <Label extends string>(name: string, labelNames: Label[], help: string) =>
    new Histogram({ name, help, labelNames, buckets: BUCKETS, registers: [register] });
  const operations = seconds(
    'gateway_operation_seconds',
    ['type', 'outcome'],
    'GraphQL operations by type and outcome: ok, partial (data and errors), refused (no data).',
  );
  const upstream = seconds('gateway_upstream_seconds', ['route', 'outcome'], 'Calls to OpenIM by route and outcome.');
  const forwarded = seconds(
    'gateway_forward_seconds',
    ['route', 'outcome'],
    'Requests of official SDKs by route of OpenIM and outcome.',
  );
  const fetches = seconds(
    'gateway_subgraph_seconds',
    ['subgraph', 'outcome'],
    'Questions to subgraphs behind HTTP by outcome: ok, shared, late, unreachable, away, rubbish, refused, left.',
  );
  const callbacks = seconds(
    'gateway_callback_seconds',
    ['command', 'outcome'],
    "OpenIM's callbacks by command and outcome: passed, refused, held, masked, kept, told, aside, unknown, lost.",
  );
  return {
    operation: ({ type, outcome, seconds }) => operations.observe({ type, outcome }, seconds),
    upstream: ({ route, outcome, seconds }) => upstream.observe({ route, outcome }, seconds),
    forwarded: ({ route, outcome, seconds }) => forwarded.observe({ route, outcome }, seconds),
    fetched: ({ subgraph, outcome, seconds }) => fetches.observe({ subgraph, outcome }, seconds),
    callback: ({ command, outcome, seconds }) => callbacks.observe({ command, outcome }, seconds),
  };
}

function countsIn(register: Registry): Counts {
  const refusals = new Counter({
    name: 'gateway_refusals_total',
    help: 'Requests refused before they became an operation, by reason.',
    labelNames: ['reason'],
    registers: [register],
  });
  const costs = new Histogram({
    name: 'gateway_operation_cost',
    help: 'What operations may cost (estimated), and what some of them did cost (actual).',
    labelNames: ['when'],
    buckets: COSTS,
    registers: [register],
  });
  const supergraphs = new Counter({
    name: 'gateway_supergraph_changes_total',
    help: 'Supergraphs that were found in place of the one before: taken, or refused because they cannot be served.',
    labelNames: ['outcome'],
    registers: [register],
  });
  const streams = new Gauge({
    name: 'gateway_streams',
    help: 'Live streams (subscriptions over SSE and WebSocket) that are open at this node.',
    registers: [register],
  });
  return {
    refusal: (reason) => refusals.inc({ reason }),
    cost: (when, cost) => costs.observe({ when }, cost),
    supergraph: (outcome) => supergraphs.inc({ outcome }),
    streams: (open) => streams.set(open),
  };
}

function watchIn(register: Registry, { name, help, label, read }: Watched): void {
  const gauge = new Gauge({
    ...{ name, help, labelNames: [label], registers: [] },
    async collect() {
      this.reset();
      const values = await read().catch(() => ({}));
      for (const [value, count] of Object.entries(values)) this.set({ [label]: value }, count);
    },
  });
  register.registerMetric(gauge);
}
