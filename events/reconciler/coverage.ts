import type { Knex } from 'knex';
import type { ConversationCoverage, Coverages, SeqCounts, TotalCoverage } from '../../subgraphs/kit/coverage.ts';

type Counted = Readonly<Record<keyof SeqCounts, string>>;

interface TotalRow extends Counted {
  readonly conversations: string;
  readonly incomplete: string;
  readonly never_checked: string;
  readonly oldest_check_at: Date | null;
  readonly users_not_walked: string;
}

const ONE = `
  select max_seq as expected, told, found, gone, missing, checked_at from events.coverage where digest = md5(?)`;

const TOTAL = `
  select coalesce(sum(max_seq), 0) as expected, coalesce(sum(told), 0) as told, coalesce(sum(found), 0) as found,
    coalesce(sum(gone), 0) as gone, coalesce(sum(missing), 0) as missing, count(*) as conversations,
    count(*) filter (where missing > 0) as incomplete, count(*) filter (where checked_at is null) as never_checked,
    min(checked_at) as oldest_check_at,
    (select count(*) from events.walked_users where walked_at is null) as users_not_walked
    from events.coverage`;

/** What the ledger says, for admins and for metrics. */
export const createCoverages = (db: Knex): Coverages => ({
  async of(conversationID): Promise<ConversationCoverage | null> {
    const { rows } = await db.raw<{ rows: (Counted & { checked_at: Date | null })[] }>(ONE, [
      conversationID.replaceAll('\0', ''),
    ]);
    const [row] = rows;
    return row === undefined ? null : { conversationID, ...countsOf(row), checkedAt: row.checked_at };
  },

  async total(): Promise<TotalCoverage> {
    const { rows } = await db.raw<{ rows: [TotalRow] }>(TOTAL);
    const [row] = rows;
    return {
      ...countsOf(row),
      conversations: Number(row.conversations),
      incomplete: Number(row.incomplete),
      neverChecked: Number(row.never_checked),
      oldestCheckAt: row.oldest_check_at,
      usersNotWalked: Number(row.users_not_walked),
    };
  },
});

const countsOf = ({ expected, told, found, gone, missing }: Counted): SeqCounts => ({
  expected: Number(expected),
  told: Number(told),
  found: Number(found),
  gone: Number(gone),
  missing: Number(missing),
});
