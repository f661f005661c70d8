import type { Knex } from 'knex';
import type { PersonalData } from '../kit/personal-data.ts';
import { personalTables } from '../kit/personal-tables.ts';

/** What moderation holds about people: what they reported, and what was reported about them. */
export const moderationPersonal = (db: Knex): PersonalData =>
  personalTables(db, 'moderation', [
    {
      ...{ table: 'reports', column: 'reporter_id', what: 'Words that they added to their reports' },
      erase: { blank: { comment: null } },
    },
    {
      ...{ table: 'reports', column: 'subject_id', what: 'Reports about them, with what was seen then' },
      // Who reported is the other person's to tell.
      omit: ['reporter_id', 'comment'],
      erase: { kept: 'Evidence of what was done to others is kept for as long as a case may be asked about.' },
    },
  ]);
