import type { Knex } from 'knex';
import type { PersonalData } from '../../kit/personal-data.ts';
import { GONE } from './table.ts';

/** Rows of one statement. */
const BATCH = 500;

/** What the archive holds of somebody: the messages that they sent. */
export const archivePersonal = (db: Knex): PersonalData => ({
  tables: ['message_index'],
  files: (userID) => [{ name: 'archived-messages.jsonl', rows: () => sentBy(db, userID) }],
  // Of each message its place stays, in conversations that are others' as well: it is not found missing, and fetched.
  erase: async (userID) => {
    let count = 0;
    for (let blanked = BATCH; blanked === BATCH; count += blanked) blanked = await blankSome(db, userID);
    return count === 0 ? [] : [{ what: 'What they wrote, for searching, and where it is', count, kept: null }];
  },
});

const BLANK = { server_msg_id: null, client_msg_id: '', send_id: '', words: null, terms: '', raw: null };

function blankSome(db: Knex, userID: string): Promise<number> {
  const some = db.table('openim.message_index').where({ send_id: userID }).limit(BATCH);
  return db
    .table('openim.message_index')
    .whereIn(['conversation_id', 'seq'], some.select('conversation_id', 'seq'))
    .update({ ...BLANK, content_type: GONE });
}

interface SentRow {
  readonly conversation_id: string;
  readonly seq: string;
  readonly sent_at: Date;
  readonly raw: unknown;
}

async function* sentBy(db: Knex, userID: string): AsyncIterable<unknown> {
  let last: SentRow | undefined;
  do {
    const rows = db.table('openim.message_index').where({ send_id: userID }).limit(BATCH);
    if (last !== undefined) rows.whereRaw('(conversation_id, seq) > (?, ?)', [last.conversation_id, last.seq]);
    const page = await rows
      .orderBy(['conversation_id', 'seq'])
      .select<SentRow[]>('conversation_id', 'seq', 'sent_at', 'raw');
    yield* page;
    last = page.length === BATCH ? page.at(-1) : undefined;
  } while (last !== undefined);
}
