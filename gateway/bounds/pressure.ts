import type { IncomingHttpHeaders } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';
import { Fault } from '../../subgraphs/kit/fault.ts';

/** Milliseconds between two looks. */
const LOOK_MS = 500;
/** Looks in a row that find it late: a start, or one large answer, is no overload. */
const IN_A_ROW = 3;
/** Of the event loop's delay, how often it is measured; it is part of what is measured. */
const RESOLUTION_MS = 20;
/** So many times as late as is too late, nobody is answered any more. */
const FAR_TOO_LATE = 4;
/** Of the heap that this process may have. */
const MOST_HEAP = 0.9;
const RETRY_MS = 2_000;

/** How far behind this node is. */
export interface Pressure {
  readonly high: boolean;
  /** Throws OVERLOADED for those who show no credentials, and, when it is far behind or out of memory, for everybody. */
  admit(headers: IncomingHttpHeaders): void;
  stop(): void;
}

/** `delay`: ms by which the event loop may be late on average, for a second and a half. */
export function watchPressure(delay: number): Pressure {
  const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  loop.enable();
  const seen: number[] = Array.from({ length: IN_A_ROW }, () => 0);
  let late = 0;
  let full = false;
  const looking = setInterval(() => {
    seen.shift();
    seen.push(loop.count === 0 ? 0 : loop.mean / 1e6 - RESOLUTION_MS);
    loop.reset();
    late = Math.min(...seen);
    const { used_heap_size: used, heap_size_limit: most } = getHeapStatistics();
    full = used > most * MOST_HEAP;
  }, LOOK_MS).unref();

  return {
    get high() {
      return full || late > delay;
    },
    admit({ authorization, 'signature-input': signature }) {
      const everybody = full || late > FAR_TOO_LATE * delay;
      const stranger = authorization === undefined && signature === undefined;
      if (everybody || (stranger && late > delay))
        throw new Fault('OVERLOADED', { retryAfter: new Date(Date.now() + RETRY_MS).toISOString() });
    },
    stop() {
      clearInterval(looking);
      loop.disable();
    },
  };
}
