import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { Changes } from '../../kit/changes.ts';
import { createHolding, type Holding } from './hold.ts';
import { startSweeps } from './sweeps.ts';

/** What is hidden from everybody, and why. */
export interface Blocking {
  readonly holding: Holding;
  /** Known files are held to what has changed; nobody waits for it. */
  sweep(): void;
  stop(): Promise<void>;
}

export function openBlocking(parts: {
  readonly db: Knex;
  readonly changes: Pick<Changes, 'record'>;
  readonly log: Logger;
}): Blocking {
  const holding = createHolding(parts.changes);
  const sweeps = startSweeps({ ...parts, holding });
  return { holding, sweep: sweeps.now, stop: sweeps.stop };
}
