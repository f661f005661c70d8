import type { Knex } from 'knex';
import { v7 as sortableID } from 'uuid';
import { Fault } from '../../kit/fault.ts';
import { type BlockListRow, growBlockList } from './block-list.ts';
import type { HashKind, NewHash } from './hashes.ts';
import { turnOfWriter } from './hold.ts';

/** A row of `media.block_entries`. */
export interface EntryRow {
  readonly id: string;
  readonly list_id: string;
  readonly kind: HashKind;
  readonly phash_bits: string | null;
  readonly sha256: Buffer | null;
  readonly file_id: string | null;
  readonly distance: number;
  readonly of_file: string | null;
  readonly reason: string;
  readonly provenance: string | null;
  readonly added_by: string;
  readonly added_at: Date;
}

/** Why, by whom, and what goes with it. */
export interface Adding {
  readonly reason: string;
  readonly added_by: string;
  readonly of_file: string | null;
  /** The work of holding known files to them. */
  readonly sweep_id: string;
}

/** Of all lists: each picture that is read is compared with each of them. */
const MOST_ENTRIES = 200_000;

const entries = (on: Knex) => on.table('media.block_entries');

/** What is in the list already stays as it is. Resolves with the list, and how many came. */
export async function addEntries(
  list: BlockListRow,
  hashes: readonly NewHash[],
  { on, ...adding }: Adding & { readonly on: Knex.Transaction },
): Promise<{ readonly list: BlockListRow; readonly added: number }> {
  await turnOfWriter(on);
  let added = 0;
  for (let at = 0; at < hashes.length; at += 1_000) {
    const rows = hashes
      .slice(at, at + 1_000)
      .map((hash) => ({ id: sortableID(), list_id: list.id, ...adding, ...hash }));
    const ids = await entries(on).insert(rows).onConflict().ignore().returning<{ id: string }[]>('id');
    added += ids.length;
  }
  const [counted] = await entries(on).count<{ count: string }[]>();
  if (Number(counted?.count) > MOST_ENTRIES)
    throw new Fault('TOO_MANY', { what: 'hashes, of all lists together', most: MOST_ENTRIES });
  return { list: added === 0 ? list : await growBlockList(list, added, on), added };
}

/** Those of these that are in the list. */
export async function removeEntries(
  list: BlockListRow,
  ids: readonly string[],
  on: Knex.Transaction,
): Promise<{ readonly list: BlockListRow; readonly removed: number }> {
  await turnOfWriter(on);
  const removed = await entries(on).where({ list_id: list.id }).whereIn('id', ids).delete();
  return { list: removed === 0 ? list : await growBlockList(list, -removed, on), removed };
}

/** What was written when this file was blocked. */
export async function entriesOfFile(fileID: string, on: Knex): Promise<readonly string[]> {
  return entries(on).where({ of_file: fileID }).pluck('id');
}

/** In the order in which they came, from the one after. */
export const readEntries = (
  listID: string,
  { limit, after }: { readonly limit: number; readonly after: string | null },
  on: Knex,
): Promise<EntryRow[]> => {
  const query = entries(on).where({ list_id: listID }).orderBy('id').limit(limit).select<EntryRow[]>();
  return after === null ? query : query.where('id', '>', after);
};
