import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { Changes } from '../../kit/changes.ts';
import type { AskParts } from '../classifier/ask.ts';
import { startClassifying } from '../classifier/classifying.ts';
import { createHolding, type Holding } from './hold.ts';
import { startSweeps } from './sweeps.ts';

/** What is hidden from everybody, and why. */
export interface Blocking {
  readonly holding: Holding;
  /**
   * In the transaction that writes down what was read of files, last; before it writes anything it takes
   * {@link Holding.turn}. They are held to what is blocked, and the classifier will be asked about them.
   */
  read(ids: readonly string[], on: Knex.Transaction): Promise<void>;
  /** Known files are held to what has changed; nobody waits for it. */
  sweep(): void;
  stop(): Promise<void>;
}

export interface BlockingParts {
  readonly db: Knex;
  readonly changes: Pick<Changes, 'record'>;
  /** Null: nobody is asked. */
  readonly classifier: AskParts | null;
  readonly log: Logger;
}

export function openBlocking({ classifier, ...parts }: BlockingParts): Blocking {
  const holding = createHolding(parts.changes);
  const sweeps = startSweeps({ ...parts, holding });
  const classifying =
    classifier === null ? null : startClassifying({ ...parts, ...classifier, holding, blocked: sweeps.now });
  return {
    holding,
    async read(ids, on) {
      await holding.hold(ids, on);
      await classifying?.note(ids, on);
    },
    sweep: sweeps.now,
    stop: async () => void (await Promise.all([sweeps.stop(), classifying?.stop()])),
  };
}
