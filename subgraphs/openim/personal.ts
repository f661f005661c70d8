import type { Knex } from 'knex';
import type { PersonalData } from '../kit/personal-data.ts';
import { personalTables } from '../kit/personal-tables.ts';

/** What our own tables beside OpenIM hold about people. */
export const openimPersonal = (db: Knex): PersonalData =>
  personalTables(db, 'openim', [
    { table: 'sends', column: 'user_id', erase: 'delete', what: 'The ledger of messages on their way' },
    { table: 'message_index', column: 'send_id', erase: 'delete', what: 'Where their messages are' },
  ]);
