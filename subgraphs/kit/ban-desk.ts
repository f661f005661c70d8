import type { Knex } from 'knex';

export interface OrderedBan {
  readonly userID: string;
  /** The person is told. */
  readonly reason: string;
  /** Null: for good. */
  readonly until: Date | null;
  readonly evidence: unknown;
  /** The admin; null: a rule of the service. */
  readonly by: string | null;
}

/** Bans, for who decides about people elsewhere than in `banUser`. */
export interface BanDesk {
  /** In the transaction of the decision. An earlier ban gives way. Answers the ban's id. */
  ban(ban: OrderedBan, on: Knex.Transaction): Promise<string>;
  /** Whether a ban stands that ends no sooner than this. */
  standsUntil(userID: string, until: Date, on: Knex.Transaction): Promise<boolean>;
  /** Whether a ban stood; `banID`: only where it is this one. */
  lift(lifting: { userID: string; by: string | null; banID?: string }, on: Knex.Transaction): Promise<boolean>;
  /** After the transaction: closes what is not ours at once, as far as it answers; the rest is retried. */
  pay(userID: string): Promise<void>;
}
