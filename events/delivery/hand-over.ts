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
  const signal = AbortSignal.any([ended, AbortSignal.timeout(HANDLE_MS)]);
  try {
    await Promise.race([consumer.handle(events, { signal, log }), aborted(signal)]);
    return null;
  } catch (error) {
    ended.throwIfAborted();
    if (error instanceof Fault) return error.reason;
    const { name, code } = Object(error) as { name?: string; code?: unknown };
    return typeof code === 'string' ? `${name ?? 'Error'} ${code}` : (name ?? 'Error');
  }
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
