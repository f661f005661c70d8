import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { Consumer } from '../../subgraphs/kit/events.ts';
import type { Figures } from '../../subgraphs/kit/figures.ts';
import { repeat } from '../../subgraphs/kit/repeat.ts';
import { count } from './count.ts';
import { countedIn } from './counted.ts';
import { closeDays, openMarker } from './marks.ts';
import { createFigures } from './read.ts';

export interface DailyFigures {
  readonly consumer: Consumer;
  readonly figures: Figures;
  stop(): Promise<void>;
}

const CLOSE_MS = 3_600_000;

/** Counts what is told, by day, and forgets who it was by. */
export function startFigures({ db, log }: { readonly db: Knex; readonly log: Logger }): DailyFigures {
  const closing = repeat(
    CLOSE_MS,
    () => closeDays(db),
    (err) => log.warn({ err }, 'a day of the figures could not be closed'),
  );
  closing.now();
  return {
    consumer: {
      name: 'figures',
      kinds: new Set(['MESSAGE_SAVED', 'MESSAGE_REVOKED', 'GROUP_CREATED']),
      async handle(events) {
        const told = events.flatMap(countedIn);
        if (told.length === 0) return;
        await db.transaction(async (on) => {
          const days = told.flatMap(({ day, writer }) => (writer === null ? [] : [day]));
          await count(on, told, await openMarker(on, days));
        });
      },
    },
    figures: createFigures(db),
    stop: closing.stop,
  };
}
