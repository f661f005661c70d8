import type { Knex } from 'knex';
import type { Coverages } from '../../kit/coverage.ts';
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

/**
 * Messages that the archive has not, of one conversation or of all: by the gaps in what it has, and by how many OpenIM
 * says that there are, whichever is more.
 */
export async function unsearchedAnywhere(
  db: Knex,
  conversationID: string | null,
  coverages: Coverages,
): Promise<number> {
  const [{ rows }, counts] = await Promise.all([
    db.raw<{ rows: readonly { readonly missing: string; readonly there: string }[] }>(
      `select coalesce(sum(last - there), 0) as missing, coalesce(sum(there), 0) as there from (
         select max(seq) as last, count(*) filter (where terms is not null) as there from openim.message_index
          where ?::text is null or conversation_id = ? group by conversation_id) as each`,
      [conversationID, conversationID],
    ),
    conversationID === null ? coverages.total() : coverages.of(conversationID),
  ]);
  const { missing, there } = rows[0] ?? { missing: 0, there: 0 };
  return Math.max(Number(missing), (counts?.expected ?? 0) - (counts?.gone ?? 0) - Number(there), 0);
}

interface Counted {
  readonly rows: readonly { readonly count: string }[];
}
