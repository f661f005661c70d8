import { Counter, Histogram, type Registry } from 'prom-client';

/** How somebody who asked for a copy was answered: from memory, from where copies are kept, from a making, or not. */
export type Outcome = 'memory' | 'kept' | 'made' | 'none' | 'later';

/** What copies cost, for Prometheus. */
export interface Meter {
  answered(outcome: Outcome): void;
  /** Does the work, and tells how long it took. */
  making<Result>(work: () => Promise<Result>): Promise<Result>;
}

const BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

export function createMeter(register: Registry): Meter {
  const answers = new Counter({
    name: 'media_renditions_total',
    help: 'Smaller copies of pictures that were asked for: found in memory, found kept, made, or (none, later) not there.',
    labelNames: ['outcome'],
    registers: [register],
  });
  const makings = new Histogram({
    name: 'media_rendition_making_seconds',
    help: 'From the reading of an original to the copy that was made and kept, or failed.',
    buckets: BUCKETS,
    registers: [register],
  });
  return {
    answered: (outcome) => answers.inc({ outcome }),
    async making(work) {
      const end = makings.startTimer();
      return work().finally(end);
    },
  };
}
