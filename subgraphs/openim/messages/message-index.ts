import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { messageID, splitMessageID } from '../conversation-id.ts';
import { timeAtLeast } from '../model/json.ts';
import type { WireMessage } from '../rest/wire.ts';

/** Where messages are. OpenIM finds them by seq only; whatever we read or send is written down here. */
export interface MessageIndex {
  /** Behind the answer: the index is a memory, and a miss walks. */
  note(conversationID: string, messages: readonly WireMessage[]): void;
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

/** What is read within so many ms is written in one statement. */
const WRITE_AFTER_MS = 25;

type Row = ReturnType<typeof rowOf>;

export function createMessageIndex(db: Knex, log: Logger): MessageIndex {
  const known = new LRUCache<string, number>({ max: MOST_KNOWN });
  const writing = new Set<Promise<unknown>>();
  let waiting: Row[] = [];
  const table = () => db.table('openim.message_index');

  function flush(): void {
    const rows = waiting;
    waiting = [];
    if (rows.length === 0) return;
    // A message that was revoked keeps its place and id; one that was deleted loses its id, and was told before.
    const work = Promise.resolve(table().insert(rows).onConflict().ignore())
      .catch((error: unknown) => {
        for (const row of rows) known.delete(messageID(row.conversation_id, row.server_msg_id));
        log.warn({ err: error }, 'the message index was not written');
      })
      .finally(() => writing.delete(work));
    writing.add(work);
  }

  const read = (ids: readonly string[]) => readRows(ids, table());

  return {
    note(conversationID, messages) {
      const fresh = messages.filter(
        ({ serverMsgID, seq }) =>
          serverMsgID !== '' && seq > 0 && isText(serverMsgID) && !known.has(messageID(conversationID, serverMsgID)),
      );
      if (fresh.length === 0) return;
      for (const { serverMsgID, seq } of fresh) known.set(messageID(conversationID, serverMsgID), seq);
      if (waiting.length === 0) setTimeout(flush, WRITE_AFTER_MS);
      waiting.push(...fresh.map((message) => rowOf(conversationID, message)));
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

    sendersOf: async (ids) =>
      new Map((await read(ids)).map((row) => [messageID(row.conversation_id, row.server_msg_id), row.send_id])),
    drain: async () => {
      flush();
      await Promise.all(writing);
    },
  };
}

async function readRows(ids: readonly string[], table: Knex.QueryBuilder): Promise<readonly IndexRow[]> {
  const pairs = ids.flatMap((id) => {
    const parts = splitMessageID(id);
    return parts === null || !isText(id) ? [] : [[parts.conversationID, parts.serverMsgID]];
  });
  if (pairs.length === 0) return [];
  const columns = ['conversation_id', 'server_msg_id', 'seq', 'send_id'];
  return table.whereIn(['conversation_id', 'server_msg_id'], pairs).select<IndexRow[]>(columns);
}

const placeOf = (id: string, seq: number | undefined): [string, number][] => (seq === undefined ? [] : [[id, seq]]);

/** Postgres keeps no NUL in a text. */
const isText = (text: string): boolean => !text.includes('\0');

/** Ids and times as whoever sent the message wrote them. */
const rowOf = (conversationID: string, { seq, serverMsgID, clientMsgID, sendID, sendTime }: WireMessage) => ({
  conversation_id: conversationID,
  seq,
  server_msg_id: serverMsgID,
  client_msg_id: clientMsgID.replaceAll('\0', ''),
  send_id: sendID.replaceAll('\0', ''),
  sent_at: timeAtLeast(sendTime),
});
