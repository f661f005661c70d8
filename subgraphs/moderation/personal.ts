import type { Knex } from 'knex';
import type { PersonalData } from '../kit/personal-data.ts';
import { personalTables } from '../kit/personal-tables.ts';

const KEPT = { kept: 'What was done to others is kept for as long as a case may be asked about.' } as const;

/** What moderation holds about people: what they reported, what was held against them, and what was decided. */
export const moderationPersonal = (db: Knex): PersonalData =>
  personalTables(db, 'moderation', [
    {
      ...{ table: 'reports', column: 'reporter_id', what: 'Words that they added to their reports' },
      omit: ['weight', 'trust'],
      erase: { blank: { comment: null } },
    },
    {
      ...{ table: 'reports', column: 'subject_id', what: 'Reports about them' },
      // Who reported is the other person's to tell.
      omit: ['reporter_id', 'comment', 'weight', 'trust', 'language'],
      erase: KEPT,
    },
    {
      ...{ table: 'cases', column: 'accused_id', what: 'Cases about them, or about what they sent' },
      omit: ['claimed_by', 'claimed_until', 'rank'],
      erase: KEPT,
    },
    // What others said around it, and think of it, is not theirs to have.
    { table: 'evidence', column: 'accused_id', what: 'What was to be seen then', omit: ['content'], erase: KEPT },
    {
      ...{ table: 'actions', column: 'user_id', what: 'Decisions about them' },
      omit: ['decided_by', 'opinion_by', 'opinion_note', 'note'],
      erase: KEPT,
    },
    { table: 'strikes', column: 'user_id', what: 'Strikes against them', erase: KEPT },
    {
      ...{ table: 'appeals', column: 'user_id', what: 'Words of their appeals' },
      omit: ['decided_by'],
      erase: { blank: { text: '' } },
    },
    {
      ...{ table: 'appeal_tickets', column: 'user_id', what: 'Ways to appeal', omit: ['hash'] },
      erase: 'delete',
    },
    { table: 'rule_matches', column: 'user_id', what: 'What rules held for of theirs', omit: ['key'], erase: KEPT },
    {
      ...{ table: 'awaited_media', column: 'user_id', what: 'Messages whose files are being read' },
      omit: ['due_at', 'tries'],
      erase: 'delete',
    },
    {
      ...{ table: 'held_messages', column: 'user_id', what: 'Messages that wait for a moderator, or did' },
      omit: ['digest', 'decided_by', 'tries', 'next_at'],
      erase: 'delete',
    },
    {
      ...{ table: 'held_messages', column: 'recipient_id', what: 'Messages to them that waited for a moderator' },
      // What was not sent is its writer's to tell.
      omit: ['content', 'ex', 'digest', 'decided_by', 'explanation', 'tries', 'next_at'],
      erase: { kept: 'They are deleted three months after they were decided.' },
    },
    { table: 'notices', column: 'user_id', what: 'What they are still to be told', erase: 'delete' },
  ]);
