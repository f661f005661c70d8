import type { Knex } from 'knex';
import type { KeptMessage } from '../../kit/events.ts';
import type { MessageHistory } from '../../kit/message-history.ts';
import { directID, groupConversationID } from '../conversation-id.ts';
import type { Archivable } from './entry.ts';

/** Messages before and after one that are shown with it. */
const NEIGHBOURS = 5;

interface Row {
  readonly conversation_id: string;
  readonly seq: string;
  /** As Postgres writes it: a Date would lose its microseconds. */
  readonly sent: string;
  readonly raw: Archivable;
}

/** Pages along the index of when messages were sent. */
export const createHistory = (db: Knex): MessageHistory => ({
  async read({ from, to }, { after, limit }) {
    const rows = db
      .table('openim.message_index')
      .whereNotNull('terms')
      .whereNotNull('raw')
      .where('sent_at', '<', to)
      .orderBy([{ column: 'sent_at' }, { column: 'conversation_id' }, { column: 'seq' }])
      .limit(limit)
      .select<Row[]>('conversation_id', 'seq', 'raw', db.raw('sent_at::text as sent'));
    if (after === null) rows.where('sent_at', '>=', from);
    else rows.whereRaw('(sent_at, conversation_id, seq) > (?, ?, ?)', JSON.parse(after) as Knex.Value[]);
    const found = await rows;
    const last = found.at(-1);
    return {
      messages: found.map(keptOf),
      next:
        last === undefined || found.length < limit ? null : JSON.stringify([last.sent, last.conversation_id, last.seq]),
    };
  },
  async around({ conversationID, seq }) {
    const rows = await db
      .table('openim.message_index')
      .where('conversation_id', conversationID)
      .whereBetween('seq', [seq - NEIGHBOURS, seq + NEIGHBOURS])
      .whereNot({ seq })
      .whereNotNull('raw')
      .orderBy('seq')
      .select<Row[]>('conversation_id', 'raw');
    return rows.map(keptOf);
  },
  async newest({ userID, recipientID, groupID }) {
    const conversation_id = groupID === null ? directID(userID, recipientID ?? '') : groupConversationID(groupID);
    const rows = await db
      .table('openim.message_index')
      .where({ conversation_id })
      .whereNotNull('raw')
      .orderBy('seq', 'desc')
      .limit(NEIGHBOURS)
      .select<Row[]>('conversation_id', 'raw');
    return rows.map(keptOf).toReversed();
  },
});

const keptOf = ({ conversation_id, raw }: Pick<Row, 'conversation_id' | 'raw'>): KeptMessage => ({
  ...raw,
  conversationID: conversation_id,
});
