import type { CircuitBreakerPolicy } from 'cockatiel';
import { CircuitState, isBrokenCircuitError } from 'cockatiel';
import { Kind } from 'graphql';
import type { Pool } from 'undici';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { Question, SourceAnswer } from '../executor/source.ts';
import { everywhere } from '../supergraph/everywhere.ts';
import { type Heard, readAnswer } from './answer.ts';
import type { Budget } from './budget.ts';
import { exchange } from './exchange.ts';
import type { Flights } from './flights.ts';
import { type Silence, Unanswered } from './unanswered.ts';
import type { Packed, Wire } from './wire.ts';

/** One attempt: what came of it, and how long it took; `shared`: it was another's. */
export type Outcome = 'ok' | 'shared' | Silence;

/** One subgraph, and what there is one of for it. */
export interface Site {
  readonly name: string;
  readonly path: string;
  readonly pool: Pool;
  readonly breaker: CircuitBreakerPolicy;
  readonly budget: Budget;
  readonly flights: Flights<Landed>;
  readonly wire: Wire;
  /** ms for one question, its repetition included. */
  readonly deadline: number;
  readonly seen: (outcome: Outcome, seconds: number) => void;
}

/** An answer that several may have asked for: each takes one of its own. */
export interface Landed {
  take(): Heard;
}

/** Repeating these does no harm where reading is all that was asked. */
const PASSING: ReadonlySet<Silence> = new Set(['unreachable', 'away']);

/** Asks, and tells whatever goes wrong at each place that the question was for. */
export async function fetchFrom(site: Site, question: Question): Promise<SourceAnswer> {
  const { scope } = question.context;
  try {
    scope.signal.throwIfAborted();
    const packed = site.wire.pack(question, site.name);
    const landed = isQuery(question) ? await reading(site, packed, scope.signal) : await writing(site, packed, scope);
    const heard = landed.take();
    packed.arrived(heard);
    return { data: heard.data, ...(heard.errors ? { errors: heard.errors } : {}) };
  } catch (error) {
    if (!(error instanceof Unanswered) && !scope.signal.aborted) throw error;
    const { name: service } = site;
    if (error instanceof Unanswered && error.silence !== 'refused')
      scope.log.warn({ service, silence: error.silence, cause: codeOf(error.cause) }, 'a subgraph gave no answer');
    const fault = scope.signal.aborted ? new Fault('DEADLINE_PASSED') : new Fault('SUBGRAPH_UNAVAILABLE', { service });
    return { data: null, errors: everywhere(question, fault).map((each) => each.toJSON()) };
  }
}

const isQuery = ({ document }: Question): boolean =>
  document.definitions.every((node) => node.kind !== Kind.OPERATION_DEFINITION || node.operation === 'query');

/** A name, and never a message: some of them repeat the address. */
const codeOf = (cause: unknown): unknown =>
  cause instanceof Error ? ((cause as { code?: unknown }).code ?? cause.name) : null;

/** Equal questions under way at the same moment are one; repeated once where the connection failed. */
async function reading(site: Site, packed: Packed, signal: AbortSignal): Promise<Landed> {
  const { flights, deadline, seen } = site;
  const began = performance.now();
  const { shared, result } = flights.join(packed.same ?? crypto.randomUUID(), signal, (gone) => {
    const limit = AbortSignal.any([gone, AbortSignal.timeout(deadline)]);
    return repeated(site, packed, limit);
  });
  const landed = await result;
  if (shared) seen('shared', (performance.now() - began) / 1000);
  return landed;
}

async function repeated(site: Site, packed: Packed, signal: AbortSignal): Promise<Landed> {
  site.budget.earn();
  try {
    return await attempt(site, packed, signal);
  } catch (error) {
    const again = error instanceof Unanswered && PASSING.has(error.silence) && !signal.aborted && site.budget.spend();
    if (!again) throw error;
    return attempt(site, packed, signal);
  }
}

/** Asked once, whatever comes of it. */
const writing = (site: Site, packed: Packed, { signal }: { readonly signal: AbortSignal }): Promise<Landed> =>
  attempt(site, packed, AbortSignal.any([signal, AbortSignal.timeout(site.deadline)]));

async function attempt(site: Site, packed: Packed, signal: AbortSignal): Promise<Landed> {
  const { breaker, seen } = site;
  const began = performance.now();
  const report = (outcome: Outcome): void => seen(outcome, (performance.now() - began) / 1000);
  try {
    // While one question finds out whether it is back, nobody else waits with it.
    if (breaker.state === CircuitState.HalfOpen) throw new Unanswered('refused');
    const landed = await breaker.execute(() => once(site, packed, signal));
    report('ok');
    return landed;
  } catch (error) {
    const known = isBrokenCircuitError(error) ? new Unanswered('refused') : error;
    if (known instanceof Unanswered) report(known.silence);
    throw known;
  }
}

/** One request, and nothing around it. */
export async function once({ pool, path }: Site, packed: Packed, signal: AbortSignal): Promise<Landed> {
  const { headers, body, read } = packed.letter(path);
  const reply = await exchange(pool, { path, headers, body, signal });
  let heard = read(reply);
  if (heard === null) throw new Unanswered('rubbish');
  return {
    take() {
      const mine = heard ?? readAnswer(reply.text);
      heard = null;
      if (mine === null) throw new Unanswered('rubbish');
      return mine;
    },
  };
}
