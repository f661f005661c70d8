import type { Knex } from 'knex';

/** A hash that somebody publishes, and why. */
export interface SharedHash {
  readonly kind: 'sha256' | 'phash';
  /** Hexadecimal digits in lower case: 64 of a SHA-256, 16 of a perceptual hash that tells pictures apart. */
  readonly hash: string;
  readonly reason: string | null;
}

/** Lists of hashes that others publish, in transactions of whoever subscribes to them. */
export interface SharedHashes {
  /** An empty list, which nobody changes but who has `filledBy`; its id. ALREADY_THERE where there is one of that name. */
  make(list: { readonly name: string; readonly filledBy: string }, on: Knex.Transaction): Promise<string>;
  /**
   * The list holds these hashes from then on, and no other. `provenance` is told with every match. To be called last:
   * nobody writes down what files are until the transaction ends. TOO_MANY where all lists together would be too large.
   */
  fill(
    list: { readonly id: string; readonly provenance: string },
    hashes: readonly SharedHash[],
    on: Knex.Transaction,
  ): Promise<void>;
  drop(id: string, on: Knex.Transaction): Promise<void>;
}
