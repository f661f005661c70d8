import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { OpenIM } from '../openim/rest/openim.ts';
import type { Directory } from './directory/directory.ts';
import { startWalking } from './directory/walk.ts';
import type { Endings } from './sessions/endings.ts';
import { startExpiry } from './sessions/expiry.ts';
import type { Sessions } from './sessions/sessions.ts';
import { startSweeping } from './sweep.ts';

export interface Chores {
  readonly db: Knex;
  readonly sessions: Sessions;
  readonly endings: Endings;
  /** Seconds a session lives without a request, in ms. */
  readonly idle: number;
  readonly directory: Directory;
  readonly openim: Pick<OpenIM, 'users'>;
  /** What deletes its own old rows. */
  readonly shelves: readonly { sweep(): Promise<void> }[];
  readonly log: Logger;
}

/** What is done by itself, now and then. */
export function startChores({ shelves, ...parts }: Chores): { stop(): Promise<void> } {
  const chores = [startExpiry(parts), startWalking(parts), startSweeping(shelves, parts.log)];
  return {
    stop: async () => {
      await Promise.all(chores.map((chore) => chore.stop()));
    },
  };
}
