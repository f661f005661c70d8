import type { Knex } from 'knex';

/** A message's place. */
export interface Place {
  readonly conversationID: string;
  readonly seq: number;
}

/** How a seq came to be accounted for: a callback told it, we read it, or OpenIM has nothing there any more. */
export type Account = 'told' | 'found' | 'gone';

/** How far a conversation goes, as somebody's list of conversations or OpenIM's counter has it. */
export interface Reach {
  readonly conversationID: string;
  readonly maxSeq: number;
}

/** After a gap shows, callbacks that are on their way may still close it. */
const GRACE = "interval '2 seconds'";
/** After the last that was told, more may have been written that nobody told. */
const TAIL = "interval '10 seconds'";

/**
 * Which seqs are accounted for, a row a conversation: contiguous ones take no room, and telling a seq again changes
 * nothing. The row also says when the conversation is to be looked at.
 */
export function createLedger(db: Knex) {
  return {
    async account(how: Account, places: readonly Place[]): Promise<void> {
      if (places.length === 0) return;
      const columns = [places.map((place) => place.conversationID), places.map(({ seq }) => seq)];
      await db.raw(accounting(how), columns as unknown as Knex.RawBinding[]);
    },

    /** Conversations, however they came to be known; those that go further than was known are looked at soon. */
    async meet(reaches: readonly Reach[]): Promise<void> {
      if (reaches.length === 0) return;
      const columns = [reaches.map(({ conversationID }) => conversationID), reaches.map(({ maxSeq }) => maxSeq)];
      await db.raw(MEET, columns as unknown as Knex.RawBinding[]);
    },
  };
}

export type Ledger = ReturnType<typeof createLedger>;

/** Rows are taken in one order by everybody: else two nodes could wait for each other. */
const accounting = (how: Account): string => `
  insert into events.coverage as known (conversation_id, seen, ${how}, max_seq, due_at)
  select conversation_id, seqs, events.seqs_in(seqs), upper(seqs) - 1, now() + ${GRACE}
    from (select conversation_id, range_agg(int8range(seq, seq, '[]')) as seqs
            from unnest(?::text[], ?::bigint[]) as new (conversation_id, seq) group by conversation_id) as new
   order by conversation_id
  on conflict (digest) do update set
    ${how} = known.${how} + events.seqs_in(excluded.seen - known.seen),
    seen = known.seen + excluded.seen,
    max_seq = greatest(known.max_seq, excluded.max_seq),
    due_at = least(known.due_at, now() + case
      when lower(excluded.seen) > known.max_seq + 1 then ${GRACE}
      when known.tries = 0 and known.missing > 0 then ${GRACE}
      else ${TAIL} end)`;

const MEET = `
  insert into events.coverage as known (conversation_id, max_seq)
  select conversation_id, max(max_seq) from unnest(?::text[], ?::bigint[]) as new (conversation_id, max_seq)
   group by conversation_id order by conversation_id
  on conflict (digest) do update set max_seq = excluded.max_seq, due_at = least(known.due_at, now() + ${GRACE})
   where excluded.max_seq > known.max_seq`;
