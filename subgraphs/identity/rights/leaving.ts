import type { Knex } from 'knex';
import { Fault } from '../../kit/fault.ts';
import { holdPerson } from '../accounts.ts';
import type { Endings } from '../sessions/endings.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { ErasureRow, Erasures } from './erasures.ts';

export interface LeavingParts {
  readonly sessions: Sessions;
  readonly endings: Endings;
  readonly erasures: Erasures;
}

/**
 * The end of an account: nobody signs in to it from now on, its sessions end, and everything that is held about its
 * person is going to be erased. In one transaction; what follows is owed.
 */
export async function leave(
  userID: string,
  { sessions, endings, erasures }: LeavingParts,
  on: Knex,
): Promise<ErasureRow> {
  await holdPerson(on, userID);
  const accounts = on.table('identity.accounts').where({ user_id: userID });
  const gone = await accounts.update({ phone: null, email: null, erased_at: on.raw('coalesce(erased_at, now())') });
  if (gone === 0) throw new Fault('NOT_FOUND', { what: 'The user' });
  await endings.owe(await sessions.end((query) => query.where({ user_id: userID }), on), on);
  return erasures.begin(userID, on);
}
