import type { Knex } from 'knex';
import { spelling } from './spelling.ts';

export interface Search {
  readonly keyword: string;
  /** Whether phone numbers and mail addresses are looked through, too. */
  readonly addresses: boolean;
  readonly limit: number;
  readonly after: Position | null;
}

/** Where somebody stands: better ones have lower ranks. */
export interface Position {
  readonly rank: number;
  readonly userID: string;
}

export interface Found {
  /** One more than asked for tells that there are more. */
  readonly people: readonly Position[];
  readonly total: number;
}

/** Below this a trigram says nothing, and similar is everything. */
const FUZZY_FROM = 4;

/**
 * People by a piece of their name or id, or, mistyped, by a similar word; best first: who is called just that, whose
 * name begins so, who has it somewhere, who is like it. One statement.
 */
export async function searchPeople(db: Knex, { keyword, addresses, limit, after }: Search): Promise<Found> {
  const words = spelling(keyword);
  const literal = words.replaceAll(/[\\%_]/g, '\\$&');
  const like = `%${literal}%`;
  // A phone number as people write it.
  const address = /^\+?[\d\s().-]+$/.test(keyword.trim()) ? like.replaceAll(/[^\d%+]/g, '') : like;
  const fuzzy = words.length >= FUZZY_FROM;
  const patterns = { like, prefix: `${literal}%`, whole: `${literal}\n%`, address };
  const { rows } = await db.raw<{ rows: readonly FoundRow[] }>(
    `with found as (
       select user_id, case when user_id = :keyword or words like :whole then 0
                            when words like :prefix then 1
                            when words like :like then 2
                            else 3 end as rank
         from identity.directory where words like :like or (:fuzzy and :words::text <% words)
       union all
       select user_id, 1 from identity.accounts
        where :addresses and coalesce(phone, '') || ' ' || coalesce(email, '') like :address
     ), ranked as (
       select user_id, min(rank) as rank from found group by user_id
     )
     select user_id, rank, count(*) over () as total, (rank, user_id) > (:rank::int, :id::text) as rest
       from ranked order by rest desc, rank, user_id limit :limit`,
    {
      keyword: keyword.trim(),
      words,
      ...patterns,
      fuzzy,
      addresses,
      rank: after?.rank ?? -1,
      id: after?.userID ?? '',
      limit: limit + 1,
    },
  );
  const people = rows.filter(({ rest }) => rest).map(({ user_id, rank }) => ({ userID: user_id, rank }));
  return { people, total: Number(rows[0]?.total ?? 0) };
}

interface FoundRow {
  readonly user_id: string;
  readonly rank: number;
  readonly total: string;
  readonly rest: boolean;
}
