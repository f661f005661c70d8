import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { repeat } from '../kit/repeat.ts';
import type { OpenIM } from '../openim/rest/openim.ts';
import type { Bans } from './bans/bans.ts';
import type { Directory } from './directory/directory.ts';
import { startWalking } from './directory/walk.ts';
import type { Endings } from './sessions/endings.ts';
import { startExpiry } from './sessions/expiry.ts';
import { startNotices } from './sessions/notices.ts';
import type { Sessions } from './sessions/sessions.ts';
import { startSweeping } from './sweep.ts';

export interface Chores {
  readonly db: Knex;
  readonly sessions: Sessions;
  readonly endings: Endings;
  readonly bans: Bans;
  /** Seconds a session lives without a request, in ms. */
  readonly idle: number;
  readonly directory: Directory;
  readonly openim: Pick<OpenIM, 'messages' | 'users'>;
  /** What deletes its own old rows. */
  readonly shelves: readonly { sweep(): Promise<void> }[];
  readonly log: Logger;
}

/** A ban that has run out keeps nobody out, whether or not that is written down yet. */
const LIFT_MS = 10_000;

/** What is done by itself, now and then. */
export function startChores({ shelves, ...parts }: Chores): { notify(): void; stop(): Promise<void> } {
  const { bans, log } = parts;
  const lifting = repeat(LIFT_MS, bans.liftDue, (err) => log.warn({ err }, 'bans that ran out could not be lifted'));
  const notices = startNotices({ ...parts, messages: parts.openim.messages });
  const chores = [startExpiry(parts), lifting, notices, startWalking(parts), startSweeping(shelves, parts.log)];
  return {
    /** Sign-ins are told to other devices now. */
    notify: notices.now,
    stop: async () => {
      await Promise.all(chores.map((chore) => chore.stop()));
    },
  };
}
