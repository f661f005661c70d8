import type { Knex } from 'knex';
import { createEvents, type Events } from '../events/index.ts';

/** What events stand on. */
export interface EventsGround {
  readonly db: Knex;
}

/** Assembles what OpenIM tells us: where it is kept, and who is told of it. */
export async function openEvents({ db }: EventsGround, undo: AsyncDisposableStack): Promise<Events> {
  const events = await createEvents({ db });
  undo.defer(() => events.stop());
  return events;
}
