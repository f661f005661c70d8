import { CircuitState, ConsecutiveBreaker, circuitBreaker, ExponentialBackoff, handleWhen } from 'cockatiel';
import { parse } from 'graphql';
import type { Logger } from 'pino';
import { Pool } from 'undici';
import { ANONYMOUS } from '../../subgraphs/kit/viewer.ts';
import type { Question, Source } from '../executor/source.ts';
import type { Observer } from '../observe.ts';
import { openScope } from '../scope.ts';
import { createBudget } from './budget.ts';
import { fetchFrom, once, type Site } from './fetch.ts';
import { createFlights } from './flights.ts';
import { Unanswered } from './unanswered.ts';
import type { Wire } from './wire.ts';

const CONNECT_MS = 3_000;
const CONNECTIONS = 128;
/** Less than servers in Node keep an idle connection (5 s), so that none is written to that they are giving up. */
const KEEP_ALIVE_MS = 4_000;
/** Bytes of one answer. */
const ANSWER_LIMIT = 64 * 1024 * 1024;
/** ms; longer than OpenIM may take for one call, and less than a whole request may. */
const DEADLINE_MS = 12_000;
/** Failures in a row after which a subgraph is not asked for a while. */
const FAILURES = 5;
/** ms until one question finds out whether it is back; twice as long each time that it is not. */
const FIRST_REST_MS = 500;
const LONGEST_REST_MS = 10_000;

export interface RemoteOptions {
  readonly wire: Wire;
  readonly observer: Pick<Observer, 'fetched' | 'watch'>;
  readonly log: Logger;
  /** ms for one question to one subgraph; DEADLINE_MS when absent. */
  readonly deadline?: number;
}

/** Subgraphs behind HTTP. */
export interface Remote {
  /** The same for the same name and address. */
  source(name: string, url: string): Source;
  /** Resolves when it answers; asks past everything that would rather not. */
  check(name: string, signal: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

export function createRemote({ wire, observer, log, deadline = DEADLINE_MS }: RemoteOptions): Remote {
  const sites = new Map<string, Site>();
  observer.watch({
    name: 'gateway_subgraph_up',
    help: 'Subgraphs behind HTTP: 1 while they are asked, 0 while the circuit breaker refuses to.',
    label: 'subgraph',
    read: async () => Object.fromEntries(Array.from(sites.values(), (site) => [site.name, isClosed(site) ? 1 : 0])),
  });
  return {
    source(name, url) {
      // A supergraph that is changed finds those that it leaves where they are as they were.
      const known = sites.get(url);
      if (known?.name === name) return { ask: (question) => fetchFrom(known, question) };
      const { origin, pathname, search } = new URL(url);
      const site: Site = {
        ...{ name, wire, deadline, path: pathname + search },
        pool: openPool(origin),
        breaker: breakerFor(name, log),
        budget: createBudget(),
        flights: createFlights(),
        seen: (outcome, seconds) => observer.fetched({ subgraph: name, outcome, seconds }),
      };
      sites.set(url, site);
      return { ask: (question) => fetchFrom(site, question) };
    },
    check: async (name, signal) => {
      const site = [...sites.values()].findLast((each) => each.name === name);
      if (site === undefined) throw new Unanswered('refused');
      await once(site, wire.pack(nothing(signal, log), name), signal);
    },
    stop: async () => void (await Promise.all(Array.from(sites.values(), ({ pool }) => pool.destroy()))),
  };
}

const NOTHING = '{ __typename }';
const ASKS_NOTHING = parse(NOTHING);

/** A question that every subgraph can answer, and nobody asked. */
function nothing(signal: AbortSignal, log: Logger): Question {
  const scope = openScope({ id: 'readyz', ip: '', language: 'en', signal, log, viewer: ANONYMOUS });
  return { document: ASKS_NOTHING, query: NOTHING, operationName: undefined, variables: {}, context: { scope } };
}

const isClosed = ({ breaker }: Site): boolean => breaker.state === CircuitState.Closed;

const openPool = (origin: string): Pool =>
  new Pool(origin, {
    connections: CONNECTIONS,
    connect: { timeout: CONNECT_MS },
    keepAliveTimeout: KEEP_ALIVE_MS,
    maxResponseSize: ANSWER_LIMIT,
    // One question a connection: to give one up must not cost others theirs.
    allowH2: false,
  });

function breakerFor(service: string, log: Logger): Site['breaker'] {
  const blames = (error: unknown): boolean => error instanceof Unanswered && error.silence !== 'left';
  const breaker = circuitBreaker(handleWhen(blames), {
    halfOpenAfter: new ExponentialBackoff({ initialDelay: FIRST_REST_MS, maxDelay: LONGEST_REST_MS }),
    breaker: new ConsecutiveBreaker(FAILURES),
  });
  breaker.onBreak(() => log.warn({ service }, 'a subgraph does not answer; it is not asked until it does'));
  breaker.onReset(() => log.info({ service }, 'a subgraph answers again'));
  return breaker;
}
