import type { Knex } from 'knex';
import { REVOKED } from '../model/content.ts';
import type { Entry } from './entry.ts';

/** Where messages are and what they say: each once, whoever tells of it first. */
export interface ArchiveTable {
  /** What is there stays; what was only known by its place, or was taken back before it was told, is filled in. */
  keep(entries: readonly Entry[]): Promise<void>;
  /** They were taken back: nothing of what they said stays, told already or not. */
  revoke(conversationID: string, seqs: readonly number[]): Promise<void>;
  /** They are gone from OpenIM: nothing of what they said stays. */
  forget(conversationID: string, seqs: readonly number[]): Promise<void>;
}

/** Rows of one statement. */
const BATCH = 500;
/** The content type of what is gone. */
export const GONE = 0;

export function createArchiveTable(db: Knex): ArchiveTable {
  return {
    async keep(entries) {
      // In one order, so that two nodes that write the same messages do not wait for each other in a ring.
      const sorted = entries.toSorted((a, b) =>
        a.conversation_id === b.conversation_id ? a.seq - b.seq : a.conversation_id < b.conversation_id ? -1 : 1,
      );
      for (let from = 0; from < sorted.length; from += BATCH)
        await db.raw(KEEP, [JSON.stringify(sorted.slice(from, from + BATCH))]);
    },

    async revoke(conversationID, seqs) {
      await db.raw(
        `insert into "openim"."message_index" as kept
           (conversation_id, seq, client_msg_id, send_id, sent_at, content_type, terms)
         select ?, seq, '', '', now(), ?, '' from unnest(?::bigint[]) as told (seq) order by seq
         on conflict (conversation_id, seq) do update
           set content_type = excluded.content_type, words = null, terms = '', raw = null
           where kept.raw is not null or kept.content_type is null`,
        [conversationID, REVOKED, [...new Set(seqs)]],
      );
    },

    async forget(conversationID, seqs) {
      await db
        .table('openim.message_index')
        .where({ conversation_id: conversationID })
        .whereIn('seq', seqs)
        .whereNotNull('raw')
        .update({ content_type: GONE, words: null, terms: '', raw: null });
    },
  };
}

const KEEP = `
  with told as (
    select * from jsonb_to_recordset(?::jsonb) as each (
      conversation_id text, seq bigint, server_msg_id text, client_msg_id text, send_id text, sent_at timestamptz,
      content_type integer, words text, terms tsvector, raw text)
  ), filled as (
    update openim.message_index as kept
       set server_msg_id = told.server_msg_id, client_msg_id = told.client_msg_id, send_id = told.send_id,
           sent_at = told.sent_at,
           content_type = coalesce(kept.content_type, told.content_type),
           words = case when kept.content_type is null then told.words end,
           terms = case when kept.content_type is null then told.terms else '' end,
           raw = case when kept.content_type is null then told.raw::json end
      from told
     where kept.conversation_id = told.conversation_id and kept.seq = told.seq
       and (kept.content_type is null or kept.content_type = ${REVOKED} and kept.server_msg_id is null)
  )
  insert into "openim"."message_index"
    (conversation_id, seq, server_msg_id, client_msg_id, send_id, sent_at, content_type, words, terms, raw)
  select conversation_id, seq, server_msg_id, client_msg_id, send_id, sent_at, content_type, words, terms, raw::json
    from told order by conversation_id, seq
  on conflict do nothing`;
