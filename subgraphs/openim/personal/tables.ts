import type { Knex } from 'knex';
import type { PersonalData } from '../../kit/personal-data.ts';
import { joined, personalTables } from '../../kit/personal-tables.ts';
import { archivePersonal } from '../archive/personal.ts';
import type { OpenIM } from '../rest/openim.ts';
import { eraseFromOpenIM } from './erase.ts';
import { filesOfOpenIM } from './files.ts';

/** What OpenIM holds about people, and our own tables beside it. */
export const openimPersonal = (db: Knex, openim: OpenIM): PersonalData =>
  joined(
    {
      tables: [],
      files: (userID, span) => filesOfOpenIM(openim, userID, span),
      erase: (userID, span) => eraseFromOpenIM(openim, userID, span),
    },
    personalTables(db, 'openim', [
      { table: 'sends', column: 'user_id', erase: 'delete', what: 'The ledger of messages on their way' },
    ]),
    archivePersonal(db),
  );
