import type { Knex } from 'knex';
import type { ConversationModel } from '../model/conversation.ts';

/** Messages of these conversations, as far as the viewer may read them, that the archive has not. */
export async function unsearchedIn(db: Knex, conversations: readonly ConversationModel[]): Promise<number> {
  const windows = conversations.map(({ window }) => window);
  const there = windows.reduce((sum, { begin, end }) => sum + end - begin + 1, 0);
  const { rows } = await db.raw<Counted>(
    `select count(*) as count from openim.message_index as kept
       join unnest(?::text[], ?::bigint[], ?::bigint[]) as seen (id, first, last)
         on kept.conversation_id = seen.id and kept.seq between seen.first and seen.last
      where kept.terms is not null`,
    [windows.map((each) => each.conversationID), windows.map(({ begin }) => begin), windows.map(({ end }) => end)],
  );
  return Math.max(0, there - Number(rows[0]?.count ?? 0));
}

/** Messages that the archive has not, of all conversations that it knows, up to the newest that it knows of each. */
export async function unsearchedAnywhere(db: Knex, conversationID: string | null): Promise<number> {
  const { rows } = await db.raw<Counted>(
    `select coalesce(sum(missing), 0) as count from (
       select max(seq) - count(*) filter (where terms is not null) as missing from openim.message_index
        where ?::text is null or conversation_id = ? group by conversation_id) as each`,
    [conversationID, conversationID],
  );
  return Number(rows[0]?.count ?? 0);
}

interface Counted {
  readonly rows: readonly { readonly count: string }[];
}
