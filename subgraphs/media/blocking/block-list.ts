import type { Knex } from 'knex';
import { v7 as sortableID } from 'uuid';
import { badInput, Fault } from '../../kit/fault.ts';

/** A row of `media.block_lists`. */
export interface BlockListRow {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  /** Whether what matches is blocked; else it is only told to rules. */
  readonly blocks: boolean;
  readonly version: number;
  readonly size: number;
  /** What fills it instead of admins: a subscription to what others publish. */
  readonly filled_by: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** The list of what moderators have blocked, file by file. */
export const HOUSE_LIST = {
  id: 'house',
  name: 'Blocked by moderators',
  description: 'Files that a moderator has blocked, and what is like them.',
};

/** The list of what the classifier has blocked. */
export const CLASSIFIER_LIST = {
  id: 'classifier',
  name: 'Blocked by the classifier',
  description: 'Files that the classifier of this service has blocked, and those of the same bytes.',
};

const OURS: ReadonlySet<string> = new Set([HOUSE_LIST.id, CLASSIFIER_LIST.id]);

const MOST_LISTS = 100;
const LONGEST_DESCRIPTION = 1_000;
const NAME = /^\S(.{0,98}\S)?$/u;

const lists = (on: Knex) => on.table('media.block_lists');

export interface NewList {
  readonly name: string;
  readonly description: string | null;
  readonly blocks: boolean;
}

export async function insertBlockList({ name, description, blocks }: NewList, on: Knex): Promise<BlockListRow> {
  if (!NAME.test(name)) throw badInput('name', '1 to 100 characters are expected');
  if ((description?.length ?? 0) > LONGEST_DESCRIPTION)
    throw badInput('description', `at most ${LONGEST_DESCRIPTION} characters are expected`);
  const [counted] = await lists(on).whereNull('filled_by').count<{ count: string }[]>();
  if (Number(counted?.count) >= MOST_LISTS) throw new Fault('TOO_MANY', { what: 'lists', most: MOST_LISTS });
  const row = { id: sortableID(), name, description, blocks };
  const [made] = await lists(on).insert(row).onConflict('name').ignore().returning<BlockListRow[]>('*');
  if (made === undefined) throw new Fault('ALREADY_THERE', { what: 'A list of this name' });
  return made;
}

/** Locked to the end of the transaction. */
export async function lockBlockList(id: string, on: Knex.Transaction): Promise<BlockListRow> {
  const row = await lists(on).where({ id }).forUpdate().first<BlockListRow | undefined>();
  if (row === undefined) throw new Fault('NOT_FOUND', { what: 'The list' });
  return row;
}

/** One that admins made: what moderators block is not changed hash by hash, and LIST_SUBSCRIBED is filled by others. */
export async function lockOwnList(id: string, on: Knex.Transaction): Promise<BlockListRow> {
  if (OURS.has(id)) throw badInput('listID', 'another list is expected: use blockMedia and unblockMedia');
  const row = await lockBlockList(id, on);
  if (row.filled_by !== null) throw new Fault('LIST_SUBSCRIBED');
  return row;
}

/** Another version, with so many entries more or fewer. */
export async function growBlockList({ id }: Pick<BlockListRow, 'id'>, by: number, on: Knex): Promise<BlockListRow> {
  const [row] = await lists(on)
    .where({ id })
    .update({ size: on.raw('size + ?', [by]), version: on.raw('version + 1'), updated_at: on.fn.now() })
    .returning<BlockListRow[]>('*');
  return row as BlockListRow;
}

export const dropBlockList = ({ id }: BlockListRow, on: Knex): Promise<number> => lists(on).where({ id }).delete();

/** By name, from the one after. */
export const readBlockLists = (on: Knex, limit: number, after: string | null): Promise<BlockListRow[]> => {
  const query = lists(on).orderBy('name').limit(limit).select<BlockListRow[]>();
  return after === null ? query : query.where('name', '>', after);
};

export const countBlockLists = async (on: Knex): Promise<number> => {
  const [counted] = await lists(on).count<{ count: string }[]>();
  return Number(counted?.count ?? 0);
};

export async function blockListsByID(ids: readonly string[], on: Knex): Promise<ReadonlyMap<string, BlockListRow>> {
  const rows = await lists(on).whereIn('id', ids).select<BlockListRow[]>();
  return new Map(rows.map((row) => [row.id, row]));
}
