import { badInput } from '../../kit/fault.ts';
import { type Connection, connection, cursorOf, positionOf, rowsAsked } from '../../kit/page.ts';
import { reasonOf } from '../../kit/reason.ts';
import type {
  MediaBlockEntryResolvers,
  MediaBlockListResolvers,
  MediaMatchResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../__generated__/resolvers.ts';
import { adminOf, audited } from '../audited.ts';
import { NOBODY } from '../blocking/block.ts';
import {
  type BlockListRow,
  countBlockLists,
  dropBlockList,
  insertBlockList,
  lockOwnList,
  readBlockLists,
} from '../blocking/block-list.ts';
import { addEntries, readEntries, removeEntries } from '../blocking/entries.ts';
import { hashesOf, hexOf, MOST_HASHES_AT_ONCE } from '../blocking/hashes.ts';
import { turnOfWriter } from '../blocking/hold.ts';
import { beginSweep } from '../blocking/sweeps.ts';
import type { MediaContext } from '../context.ts';

const LISTS = 'mediaBlockLists';
const ENTRIES = 'mediaBlockEntries';

export const blockListQueries = {
  mediaBlockLists: async (_, { first, after }, { db }) => {
    const read = (limit: number, from: string | null) => readBlockLists(db, limit, from);
    return pageOf({ list: LISTS, page: { first, after }, total: await countBlockLists(db) }, read, ({ name }) => name);
  },
  mediaBlockList: (_, { id }, { blockListByID }) => blockListByID.load(id),
} satisfies QueryResolvers;

type Asked = { readonly first: number | null | undefined; readonly after: string | null | undefined };

/** `positionOfRow`: what the rows are in the order of. */
async function pageOf<Row>(
  asked: { readonly list: string; readonly page: Asked; readonly total: number },
  read: (limit: number, after: string | null) => Promise<readonly Row[]>,
  positionOfRow: (row: Row) => string,
): Promise<Connection<Row>> {
  const { first, after } = asked.page;
  const rows = rowsAsked(first);
  const from = after == null ? null : positionOf(asked.list, after);
  const found = await read(rows + 1, from);
  const page = found.slice(0, rows).map((node) => ({ cursor: cursorOf(asked.list, positionOfRow(node)), node }));
  return connection(page, { next: found.length > rows, previous: from !== null, total: asked.total });
}

export const blockListing = {
  createMediaBlockList: (_, { name, description, blocks, reason }, context) =>
    audited(context, reason, async (on) => {
      const made = await insertBlockList({ name: name.trim(), description: description?.trim() || null, blocks }, on);
      return {
        result: made,
        entry: { action: 'media-list.create', target: targetOf(made), after: { name: made.name, blocks } },
      };
    }),
  addMediaHashes: async (_, { listID, hashes, reason }, context) => {
    const read = hashesOf(hashes, 'hashes');
    const adding = { reason: reasonOf(reason), added_by: adminOf(context), of_file: null };
    const list = await audited(context, reason, async (on) => {
      await turnOfWriter(on);
      const before = await lockOwnList(listID, on);
      const sweep_id = await beginSweep(on);
      const after = await addEntries(before, read, { on, ...adding, sweep_id });
      return { result: after.list, entry: entryOf('media-list.add', before, after.list) };
    });
    return followed(list, context);
  },
  removeMediaHashes: async (_, { listID, entryIDs, reason }, context) => {
    if (entryIDs.length === 0 || entryIDs.length > MOST_HASHES_AT_ONCE)
      throw badInput('entryIDs', `1 to ${MOST_HASHES_AT_ONCE} ids are expected`);
    const list = await audited(context, reason, async (on) => {
      await turnOfWriter(on);
      const before = await lockOwnList(listID, on);
      const after = await removeEntries(before, entryIDs, on);
      return { result: after.list, entry: entryOf('media-list.remove', before, after.list) };
    });
    return followed(list, context);
  },
  deleteMediaBlockList: async (_, { id, reason }, context) => {
    const list = await audited(context, reason, async (on) => {
      await turnOfWriter(on);
      const before = await lockOwnList(id, on);
      await dropBlockList(before, on);
      return {
        result: before,
        entry: { action: 'media-list.delete', target: targetOf(before), before: figuresOf(before) },
      };
    });
    return followed(list, context);
  },
} satisfies MutationResolvers;

const targetOf = ({ id }: BlockListRow): string => `media-list:${id}`;
const figuresOf = ({ version, size }: BlockListRow) => ({ version, size });

const entryOf = (action: string, before: BlockListRow, after: BlockListRow) => ({
  ...{ action, target: targetOf(before) },
  before: figuresOf(before),
  after: figuresOf(after),
});

/** Known files follow behind. */
function followed(list: BlockListRow, { blocking }: MediaContext): BlockListRow {
  blocking.sweep();
  return list;
}

export const MediaBlockList: MediaBlockListResolvers = {
  __resolveReference: ({ id }, { blockListByID }) => blockListByID.load(id),
  createdAt: ({ created_at }) => created_at,
  updatedAt: ({ updated_at }) => updated_at,
  entries: ({ id, size }, { first, after }, { db }) => {
    const read = (limit: number, from: string | null) => readEntries(id, { limit, after: from }, db);
    return pageOf({ list: ENTRIES, page: { first, after }, total: size }, read, (entry) => entry.id);
  },
};

export const MediaBlockEntry: MediaBlockEntryResolvers = {
  list: ({ list_id }, _, { blockListByID }) => blockListByID.load(list_id),
  hash: ({ phash_bits, sha256 }) => (phash_bits === null ? (sha256?.toString('hex') ?? null) : hexOf(phash_bits)),
  mediaID: ({ of_file }) => of_file,
  addedBy: ({ added_by: id }) => (id === NOBODY ? null : { __typename: 'Admin', id }),
  addedAt: ({ added_at }) => added_at,
};

export const MediaMatch: MediaMatchResolvers = {
  distance: ({ apart }) => apart,
  foundAt: ({ found_at }) => found_at,
};
