import type { Knex } from 'knex';
import type { ChatEvent, Consumer } from '../../kit/events.ts';
import { asAdmin } from '../../openim/rest/call.ts';
import type { OpenIM } from '../../openim/rest/openim.ts';
import type { Directory } from './directory.ts';

export interface RefreshParts {
  readonly db: Knex;
  readonly directory: Directory;
  readonly openim: Pick<OpenIM, 'users'>;
}

/** Reads again whom OpenIM tells to be new, or to be called otherwise. */
export const createRefresh = ({ db, directory, openim }: RefreshParts): Consumer => ({
  name: 'directory',
  kinds: new Set(['USER_CHANGED', 'USERS_REGISTERED']),
  async handle(events, span) {
    const userIDs = [...new Set([...(await known(db, events.flatMap(changedIn))), ...events.flatMap(registeredIn)])];
    if (userIDs.length === 0) return;
    const people = await openim.users.byIDs(userIDs, asAdmin(span));
    // A NUL is no text to Postgres.
    await directory.keep(people.filter(({ nickname }) => !nickname.includes('\0')));
  },
});

const changedIn = ({ fact }: ChatEvent): readonly string[] => (fact.kind === 'USER_CHANGED' ? [fact.userID] : []);
const registeredIn = ({ fact }: ChatEvent): readonly string[] => (fact.kind === 'USERS_REGISTERED' ? fact.userIDs : []);

/** Who was let go of here is not taken up again because their last change is told. */
async function known(db: Knex, userIDs: readonly string[]): Promise<readonly string[]> {
  if (userIDs.length === 0) return [];
  return db.table('identity.directory').whereIn('user_id', userIDs).pluck('user_id');
}
