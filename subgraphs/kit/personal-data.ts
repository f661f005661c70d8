import type { Logger } from 'pino';

/** The end of the work that asks, and its log. */
export interface PersonalSpan {
  readonly signal: AbortSignal;
  readonly log: Logger;
}

/** One file of an export; its rows are read while they are written out. */
export interface PersonalFile {
  readonly name: string;
  rows(): AsyncIterable<unknown>;
}

/** One kind of thing that an erasure met. */
export interface ErasureLine {
  readonly what: string;
  readonly count: number;
  /** Why it stays; null: it was removed or blanked. */
  readonly kept: string | null;
}

/** A part of the service that may hold something about people; every subgraph is one. */
export interface Holder {
  readonly name: string;
  /** Null: nothing, in no table. */
  readonly personal: PersonalData | null;
}

/**
 * What a part holds about a person: how it is given out, and how it is let go of. A part that keeps anything by user has
 * one; `tables` is held to the database by a test.
 */
export interface PersonalData {
  /** Every table of its own that has rows about people, without the schema's name. */
  readonly tables: readonly string[];
  files(userID: string, span: PersonalSpan): readonly PersonalFile[];
  /** May be asked again after it was cut short, or for somebody who was erased before. */
  erase(userID: string, span: PersonalSpan): Promise<readonly ErasureLine[]>;
}
