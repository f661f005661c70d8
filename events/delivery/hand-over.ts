import type { Logger } from 'pino';
import type { Consumer } from '../../subgraphs/kit/events.ts';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { Placed } from './cursors.ts';
import type { Failure } from './set-aside.ts';

/** A batch takes no longer: what hangs has failed. */
const HANDLE_MS = 60_000;

/** What came of a batch. Each of its events, up to the last that was come to, is in one of the lists. */
export interface HandedOver<Event extends Placed = Placed> {
  readonly handled: readonly Event[];
  readonly failed: readonly Failure<Event>[];
  /** Of a stream that has failed, or waits: not told. */
  readonly behind: readonly Event[];
}

/**
 * Tells a consumer of events. A batch that fails is halved until what fails stands alone; its stream waits, and the
 * others go on. After `most` failures the rest is left: it is not the events, then.
 */
export async function handOver<Event extends Placed>(
  consumer: Consumer,
  events: readonly Event[],
  { most, ended, log }: { most: number; ended: AbortSignal; log: Logger },
): Promise<HandedOver<Event>> {
  const handled: Event[] = [];
  const failed: Failure<Event>[] = [];
  const behind: Event[] = [];
  const waiting = new Set(events.filter((event) => event.behind).map(({ stream }) => stream));

  async function part(given: readonly Event[]): Promise<void> {
    if (failed.length >= most) return;
    const open = given.filter(({ stream }) => !waiting.has(stream));
    const [first] = open;
    const problem = first === undefined ? null : await problemOf(consumer, open, { ended, log });
    if (problem === null) {
      handled.push(...open);
      behind.push(...given.filter(({ stream }) => waiting.has(stream)));
    } else if (given.length > 1) {
      const middle = Math.ceil(given.length / 2);
      await part(given.slice(0, middle));
      await part(given.slice(middle));
    } else if (first !== undefined) {
      failed.push({ event: first, problem });
      waiting.add(first.stream);
    }
  }
  await part(events);
  return { handled, failed, behind };
}

/** The class of the error; its text may hold what people wrote. */
async function problemOf(
  consumer: Consumer,
  events: readonly Placed[],
  { ended, log }: { ended: AbortSignal; log: Logger },
): Promise<string | null> {
  using limit = limitWithin(ended);
  try {
    await Promise.race([consumer.handle(events, { signal: limit.signal, log }), limit.over]);
    return null;
  } catch (error) {
    ended.throwIfAborted();
    if (error instanceof Fault) return error.reason;
    const { name, code } = Object(error) as { name?: string; code?: unknown };
    return typeof code === 'string' ? `${name ?? 'Error'} ${code}` : (name ?? 'Error');
  }
}

interface Limit extends Disposable {
  readonly signal: AbortSignal;
  /** Rejects when the signal is given. */
  readonly over: Promise<never>;
}

/** `AbortSignal.timeout` would hold a batch, and all that it waits for, for its minute, however soon that is handled. */
function limitWithin(ended: AbortSignal): Limit {
  const limit = new AbortController();
  const { promise: over, reject } = Promise.withResolvers<never>();
  // Nobody may be waiting for it any more.
  over.catch(() => {});
  const end = (reason: unknown): void => {
    limit.abort(reason);
    reject(reason);
  };
  const stop = (): void => end(ended.reason);
  const late = setTimeout(() => end(new DOMException('It took too long', 'TimeoutError')), HANDLE_MS);
  ended.addEventListener('abort', stop, { once: true });
  if (ended.aborted) stop();
  return {
    signal: limit.signal,
    over,
    [Symbol.dispose]() {
      clearTimeout(late);
      ended.removeEventListener('abort', stop);
    },
  };
}
