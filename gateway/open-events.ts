import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { createEvents, type Events } from '../events/index.ts';

/** What events stand on. */
export interface EventsGround {
  readonly db: Knex;
  readonly log: Logger;
}

/** Assembles what OpenIM tells us: where it is kept, and who is told of it. */
export async function openEvents({ db, log }: EventsGround, undo: AsyncDisposableStack): Promise<Events> {
  const events = await createEvents({ db, log });
  undo.defer(() => events.stop());
  return events;
}
