import type { Knex } from 'knex';
import { Fault } from '../../kit/fault.ts';
import { cursorOf, positionOf } from '../../kit/page.ts';
import type { Wanted } from './filter.ts';

/** Where a message stands among all that were ever sent: newest first. */
export interface Place {
  readonly sentAt: Date;
  readonly conversationID: string;
  readonly seq: number;
}

export interface Candidate extends Place {
  readonly serverMsgID: string;
}

/** In which conversations is looked, and from which seq on. */
export interface Rooms {
  readonly ids: readonly string[];
  /** Of those that do not begin with their first message. */
  readonly begins: Readonly<Record<string, number>>;
}

export interface Asked {
  readonly wanted: Wanted;
  /** Null: in all. */
  readonly rooms: Rooms | null;
  readonly after: Place | null;
  readonly limit: number;
}

interface CandidateRow {
  readonly conversation_id: string;
  readonly seq: string;
  readonly server_msg_id: string;
  readonly sent_at: Date;
}

/** What the archive has, newest first. Whether somebody may read it is not known here. */
export async function candidatesOf(db: Knex, asked: Asked): Promise<Candidate[]> {
  const rows = await found(db, asked).select<CandidateRow[]>('conversation_id', 'seq', 'server_msg_id', 'sent_at');
  return rows.map((row) => ({ ...placeIn(row), serverMsgID: row.server_msg_id }));
}

/** The same with what was said, for who may read everything. */
export async function archivedOf(db: Knex, asked: Asked): Promise<(Place & { readonly raw: unknown })[]> {
  const rows = await found(db, asked).select<(CandidateRow & { raw: unknown })[]>(
    ...['conversation_id', 'seq', 'server_msg_id', 'sent_at', 'raw'],
  );
  return rows.map((row) => ({ ...placeIn(row), raw: row.raw }));
}

const placeIn = ({ conversation_id, seq, sent_at }: CandidateRow): Place => ({
  conversationID: conversation_id,
  seq: Number(seq),
  sentAt: sent_at,
});

function found(db: Knex, { wanted, rooms, after, limit }: Asked): Knex.QueryBuilder {
  const query = db
    .table('openim.message_index')
    // What the indexes are made for, and what is left of a message that was taken back.
    .whereNotNull('terms')
    .whereNotNull('raw')
    .orderByRaw('sent_at desc, conversation_id desc, seq desc')
    .limit(limit);
  if (wanted.query !== null) query.whereRaw('terms @@ ?::tsquery', [wanted.query]);
  for (const piece of wanted.pieces) query.whereRaw('strpos(words, ?) > 0', [piece]);
  if (wanted.senderID !== null) query.where('send_id', wanted.senderID);
  if (wanted.notSenderID !== null) query.whereNot('send_id', wanted.notSenderID);
  if (wanted.contentType !== null) query.where('content_type', wanted.contentType);
  if (wanted.from !== null) query.where('sent_at', '>=', wanted.from);
  if (wanted.to !== null) query.where('sent_at', '<', wanted.to);
  if (rooms === null && wanted.conversationID !== null) query.where('conversation_id', wanted.conversationID);
  if (rooms !== null) within(rooms, query);
  if (after !== null)
    query.whereRaw('(sent_at, conversation_id, seq) < (?, ?, ?)', [after.sentAt, after.conversationID, after.seq]);
  return query;
}

/** As plain conditions: a join would keep Postgres from reading an index in its order and stopping early. */
function within({ ids, begins }: Rooms, query: Knex.QueryBuilder): void {
  const [only, ...others] = ids;
  if (only !== undefined && others.length === 0) query.where('conversation_id', only);
  else query.whereRaw('conversation_id = any(?::text[])', [[...ids]]);
  if (Object.keys(begins).length > 0)
    query.whereRaw('seq >= coalesce((?::jsonb ->> conversation_id)::bigint, 1)', [JSON.stringify(begins)]);
}

export const cursorAt = (list: string, { sentAt, conversationID, seq }: Place): string =>
  cursorOf(list, JSON.stringify([sentAt.getTime(), conversationID, seq]));

export function placeAt(list: string, cursor: string): Place {
  const position = positionOf(list, cursor);
  try {
    const [ms, conversationID, seq] = JSON.parse(position) as unknown[];
    if (
      typeof conversationID === 'string' &&
      Number.isSafeInteger(seq) &&
      typeof ms === 'number' &&
      !Number.isNaN(new Date(ms).getTime())
    )
      return { sentAt: new Date(ms), conversationID, seq: Number(seq) };
  } catch {
    // Told below, as for any other text that is no place.
  }
  throw new Fault('CURSOR_INVALID', { field: 'after' });
}
