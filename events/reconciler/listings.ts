import type { Knex } from 'knex';
import { AGAIN, CLAIM } from './walks.ts';

/** A long list of OpenIM's, a page at a time. */
export interface Listing {
  readonly name: 'users' | 'groups';
  readonly page: number;
}

/** How far OpenIM's lists have been read; one node reads at a time. */
export function createListings(db: Knex) {
  return {
    async claim(): Promise<Listing | null> {
      const { rows } = await db.raw<{ rows: Listing[] }>(
        `update events.listings set due_at = now() + ${CLAIM}
          where name = (select name from events.listings where due_at <= now() order by due_at
                         limit 1 for update skip locked)
         returning name, page`,
      );
      return rows[0] ?? null;
    },

    /** The next page now, or after the last the first again in an hour. */
    async done({ name, page }: Listing, last: boolean): Promise<void> {
      await db.raw(
        last
          ? `update events.listings set page = 1, due_at = now() + ${AGAIN} where name = ?`
          : 'update events.listings set page = ?, due_at = now() where name = ?',
        last ? [name] : [page + 1, name],
      );
    },
  };
}

export type Listings = ReturnType<typeof createListings>;
