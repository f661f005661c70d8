import { join } from 'node:path';
import type { Knex } from 'knex';
import { migrate } from '../subgraphs/kit/database.ts';
import type { Keeper } from '../subgraphs/kit/events.ts';
import { createKeeper } from './keeping/keeper.ts';

export interface Events {
  readonly keeper: Keeper;
  /** What was accepted is written. */
  stop(): Promise<void>;
}

/** What OpenIM tells us: kept, and delivered. */
export async function createEvents({ db }: { readonly db: Knex }): Promise<Events> {
  await migrate(db, { schema: 'events', directory: join(import.meta.dirname, 'migrations') });
  const keeper = createKeeper(db, () => {});
  return { keeper, stop: () => keeper.drain() };
}
