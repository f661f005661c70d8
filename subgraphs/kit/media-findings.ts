import type { KeptMessage } from './events.ts';
import type { MediaReference } from './media-claim.ts';

/** That a file is like an entry of a list of hashes. */
export interface MediaMatched {
  readonly listID: string;
  readonly listVersion: number;
  readonly entryID: string;
  /** Where the entry comes from, in the words of who added it. */
  readonly provenance: string | null;
  /** In how many of 64 bits they differ. */
  readonly distance: number;
}

/** What an outside classifier says of a file. */
export interface MediaLabel {
  readonly name: string;
  /** 0 to 1. */
  readonly score: number;
}

/** What is known of a file, for whoever judges what carries it. */
export interface MediaFinding {
  /** It was read, cannot be read, or is blocked: by itself nothing more will be found. */
  readonly settled: boolean;
  /** Hexadecimal digits: how it looks, and of its bytes. Null where it was not read, or is no picture. */
  readonly perceptual: string | null;
  readonly sha256: string | null;
  /** Of each list the nearest entry. */
  readonly matches: readonly MediaMatched[];
  /** The classifier is still to say something of it. */
  readonly asked: boolean;
  readonly labels: readonly MediaLabel[];
}

/** What media finds in files. */
export interface MediaFindings {
  /** By `Media.id`; nothing of a file that was not met yet. */
  of(ids: readonly string[]): Promise<ReadonlyMap<string, MediaFinding>>;
  /** Those of these lists that there are not. */
  unknownLists(ids: readonly string[]): Promise<readonly string[]>;
}

/** The files that a message carries, its own and those of what it quotes or bundles. */
export type MediaOf = (message: Pick<KeptMessage, 'contentType' | 'content'>) => readonly MediaReference[];
