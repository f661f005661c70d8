import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { WireMessage } from '../rest/wire.ts';

/** Where messages are. OpenIM finds them by seq only; whatever we read or send is written down here. */
export interface MessageIndex {
  /** Behind the answer: the index is a memory, and a miss walks. */
  note(conversationID: string, messages: readonly WireMessage[]): void;
  seqOf(conversationID: string, serverMsgID: string): Promise<number | null>;
  /** Waits for what is being written. */
  drain(): Promise<void>;
}

interface IndexRow {
  readonly seq: string;
}

export function createMessageIndex(db: Knex, log: Logger): MessageIndex {
  /** Written by this process already: a page that is read twice is written once. */
  const known = new LRUCache<string, number>({ max: 50_000 });
  const writing = new Set<Promise<unknown>>();
  const table = () => db.table('openim.message_index');

  async function write(rows: readonly object[]): Promise<void> {
    // A message that was revoked keeps its place and id; one that was deleted loses its id, and was told before.
    await table().insert(rows).onConflict().ignore();
  }

  return {
    note(conversationID, messages) {
      const fresh = messages.filter(
        ({ serverMsgID, seq }) => serverMsgID !== '' && seq > 0 && !known.has(`${conversationID}:${serverMsgID}`),
      );
      if (fresh.length === 0) return;
      for (const { serverMsgID, seq } of fresh) known.set(`${conversationID}:${serverMsgID}`, seq);
      const work = write(fresh.map((message) => rowOf(conversationID, message)))
        .catch((error: unknown) => {
          for (const { serverMsgID } of fresh) known.delete(`${conversationID}:${serverMsgID}`);
          log.warn({ err: error }, 'the message index was not written');
        })
        .finally(() => writing.delete(work));
      writing.add(work);
    },

    async seqOf(conversationID, serverMsgID) {
      const copied = known.get(`${conversationID}:${serverMsgID}`);
      if (copied !== undefined) return copied;
      const [row] = await table()
        .where({ conversation_id: conversationID, server_msg_id: serverMsgID })
        .select<IndexRow[]>('seq');
      return row === undefined ? null : Number(row.seq);
    },

    drain: async () => {
      await Promise.all(writing);
    },
  };
}

const rowOf = (conversationID: string, { seq, serverMsgID, clientMsgID, sendID, sendTime }: WireMessage) => ({
  conversation_id: conversationID,
  seq,
  server_msg_id: serverMsgID,
  client_msg_id: clientMsgID,
  send_id: sendID,
  sent_at: new Date(sendTime),
});
