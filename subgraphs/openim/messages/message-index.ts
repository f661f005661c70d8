import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { bounded } from '../../kit/bounded.ts';
import { isArchivable } from '../archive/entry.ts';
import { createNotes } from '../archive/notes.ts';
import type { ArchiveTable } from '../archive/table.ts';
import { messageID, splitMessageID } from '../conversation-id.ts';
import type { WireMessage } from '../rest/wire.ts';

/** Where messages are. OpenIM finds them by seq only; whatever we read is written down here, and what it says. */
export interface MessageIndex {
  /** Behind the answer: the index is a memory, and a miss walks. */
  note(conversationID: string, messages: readonly WireMessage[]): void;
  /** They were deleted for everybody; behind the answer, too. */
  forget(conversationID: string, seqs: readonly number[]): void;
  /** By `Message.id`, in one query; without those that are not known, and without any when the database is down. */
  seqsOf(ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Who sent them, by `Message.id`, in one query; without those that are not known. */
  sendersOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Waits for what is being written. */
  drain(): Promise<void>;
}

interface IndexRow {
  readonly conversation_id: string;
  readonly server_msg_id: string;
  readonly seq: string;
  readonly send_id: string;
}

/** Written or read by this process already. */
const MOST_KNOWN = 50_000;

export function createMessageIndex(db: Knex, archive: ArchiveTable, log: Logger): MessageIndex {
  const known = bounded<string, number>(MOST_KNOWN);
  const notes = createNotes(archive, log);

  async function read(ids: readonly string[]): Promise<readonly IndexRow[]> {
    const pairs = ids.flatMap((id) => {
      const parts = splitMessageID(id);
      return parts === null || id.includes('\0') ? [] : [[parts.conversationID, parts.serverMsgID]];
    });
    if (pairs.length === 0) return [];
    const columns = ['conversation_id', 'server_msg_id', 'seq', 'send_id'];
    return db
      .table('openim.message_index')
      .whereIn(['conversation_id', 'server_msg_id'], pairs)
      .select<IndexRow[]>(columns);
  }

  return {
    note(conversationID, messages) {
      const gone = messages.filter(isGone).map(({ seq }) => seq);
      if (gone.length > 0) notes.forget(conversationID, gone);
      const there = messages.filter((message) => isArchivable(conversationID, message));
      for (const { serverMsgID, seq } of there) {
        const id = messageID(conversationID, serverMsgID);
        if (known.peek(id) !== seq) known.set(id, seq);
      }
      notes.note(conversationID, there);
    },

    async seqsOf(ids) {
      const unknown = ids.filter((id) => !known.has(id));
      const rows = await read(unknown).catch((error: unknown) => {
        log.warn({ err: error }, 'the message index was not read');
        return [];
      });
      for (const row of rows) known.set(messageID(row.conversation_id, row.server_msg_id), Number(row.seq));
      return new Map(ids.flatMap((id) => placeOf(id, known.get(id))));
    },

    forget: notes.forget,
    sendersOf: async (ids) =>
      new Map((await read(ids)).map((row) => [messageID(row.conversation_id, row.server_msg_id), row.send_id])),
    drain: notes.drain,
  };
}

/** Of a message that was deleted for everybody only the seq is left. */
const isGone = ({ serverMsgID, seq }: WireMessage): boolean => serverMsgID === '' && seq > 0;

const placeOf = (id: string, seq: number | undefined): [string, number][] => (seq === undefined ? [] : [[id, seq]]);
