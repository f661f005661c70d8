import type { Knex } from 'knex';

/** Somebody who is in a conversation. */
export interface Reader {
  readonly conversationID: string;
  readonly userID: string;
}

/** Of one conversation; one of them will see what is looked for. */
const MOST_READERS = 5;
/** Who came online now is asked about once they have had time to write. */
const SOON = "interval '20 seconds'";
export const AGAIN = "interval '1 hour'";
/** Nobody is asked about more often, however often they come and go. */
const NOT_BEFORE = "interval '10 minutes'";
/** A node that dies lets go by time. */
export const CLAIM = "interval '60 seconds'";

/** Where conversations are found that nobody told of: in each user's own list. */
export function createWalks(db: Knex) {
  return {
    async readers(readers: readonly Reader[]): Promise<void> {
      const known = readers.filter(({ userID }) => userID !== '');
      if (known.length === 0) return;
      const columns = [known.map(({ conversationID }) => conversationID), known.map(({ userID }) => userID)];
      await db.raw(
        `insert into events.coverage_readers (conversation_id, user_id)
         select distinct * from unnest(?::text[], ?::text[]) as new (conversation_id, user_id)
          where (select count(*) from events.coverage_readers r where r.digest = md5(new.conversation_id)) < ${MOST_READERS}
          order by 1, 2 on conflict do nothing`,
        columns,
      );
    },

    /** Users, with conversations that may be new. */
    async soon(userIDs: readonly string[]): Promise<void> {
      if (userIDs.length === 0) return;
      await db.raw(
        `insert into events.walked_users as known (user_id, due_at)
         select id, now() + ${SOON} from unnest(?::text[]) as id order by 1
         on conflict (digest) do update set
           due_at = least(known.due_at, greatest(excluded.due_at, known.walked_at + ${NOT_BEFORE}))`,
        [userIDs as string[]],
      );
    },

    /** Users, as they were listed. */
    async list(userIDs: readonly string[]): Promise<void> {
      await db.raw(
        `insert into events.walked_users (user_id) select distinct id from unnest(?::text[]) as id order by 1
         on conflict do nothing`,
        [userIDs as string[]],
      );
    },

    /** A user whose conversations are to be listed; nobody else takes them meanwhile. */
    async claimUser(): Promise<string | null> {
      const { rows } = await db.raw<{ rows: { user_id: string }[] }>(
        `update events.walked_users set due_at = now() + ${CLAIM}
          where digest = (select digest from events.walked_users where due_at <= now() order by due_at
                           limit 1 for update skip locked)
         returning user_id`,
      );
      return rows[0]?.user_id ?? null;
    },

    async walked(userID: string): Promise<void> {
      await db.raw(
        `update events.walked_users set walked_at = now(), due_at = now() + ${AGAIN} where digest = md5(?)`,
        [userID],
      );
    },
  };
}

export type Walks = ReturnType<typeof createWalks>;
