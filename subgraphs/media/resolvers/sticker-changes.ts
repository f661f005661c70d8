import type { Knex } from 'knex';
import type { AuditEntry } from '../../kit/audit.ts';
import { connection, cursorOf, positionOf, rowsAsked } from '../../kit/page.ts';
import type { MutationResolvers, QueryResolvers, StickerEntitlementResolvers } from '../__generated__/resolvers.ts';
import { adminOf, audited } from '../audited.ts';
import { grant, holdersOf, readUserIDs, revoke } from '../catalog/changes/entitlements.ts';
import {
  changePack,
  insertPack,
  lockPack,
  packFigures,
  readPack,
  reorderPacks,
  setPackState,
} from '../catalog/changes/packs.ts';
import {
  changeSticker,
  insertStickers,
  lockSticker,
  readWords,
  removeSticker,
  reorderStickers,
} from '../catalog/changes/stickers.ts';
import { takeUpload } from '../catalog/importing/desk.ts';
import { readEntitlement, readLine } from '../catalog/limits.ts';
import type { PackRow, StickerRow } from '../catalog/rows.ts';
import type { MediaContext } from '../context.ts';

const HOLDERS = 'stickerEntitlements';

export const entitlementQueries = {
  stickerEntitlements: async (_, { name, first, after }, { db }) => {
    const rows = rowsAsked(first);
    const from = after == null ? null : positionOf(HOLDERS, after);
    const found = await holdersOf(readEntitlement(name, 'name'), { after: from, most: rows + 1 }, db);
    const page = found.slice(0, rows).map((node) => ({ cursor: cursorOf(HOLDERS, node.user_id), node }));
    return connection(page, { next: found.length > rows, previous: from !== null });
  },
} satisfies QueryResolvers;

export const StickerEntitlement: StickerEntitlementResolvers = {
  userID: ({ user_id }) => user_id,
  grantedAt: ({ granted_at }) => granted_at,
};

export const packChanges = {
  createStickerPack: (_, { input, reason }, context) =>
    onPack(context, reason, async (on) => {
      const made = await insertPack({ ...input, kind: input.kind ?? 'STICKERS' }, on);
      return { result: made, action: 'sticker-pack.create', before: null };
    }),
  importStickerPack: (_, { uploadID, reason }, context) =>
    onPack(context, reason, async (on) => {
      const { pack, stickers } = await takeUpload({ id: uploadID, adminID: adminOf(context), kind: 'PACK' }, on);
      const made = await insertPack(pack, on);
      await insertStickers(made.id, stickers, { on, filesURL: context.filesURL() });
      return { result: made, action: 'sticker-pack.import', before: null };
    }),
  updateStickerPack: (_, { id, input, reason }, context) =>
    onPack(context, reason, async (on) => {
      const before = await lockPack(id, on);
      return { result: await changePack(id, readPack(input), on), action: 'sticker-pack.change', before };
    }),
  publishStickerPack: (_, { id, reason }, context) =>
    onPack(context, reason, async (on) => {
      const before = await lockPack(id, on);
      return { result: await setPackState(before, 'PUBLISHED', on), action: 'sticker-pack.publish', before };
    }),
  withdrawStickerPack: (_, { id, reason }, context) =>
    onPack(context, reason, async (on) => {
      const before = await lockPack(id, on);
      return { result: await setPackState(before, 'WITHDRAWN', on), action: 'sticker-pack.withdraw', before };
    }),
  reorderStickerPacks: (_, { ids, reason }, context) =>
    audited(context, reason, async (on) => {
      await reorderPacks(ids, on);
      const result = await on.table('media.sticker_packs').whereIn('id', ids).orderBy('position').select<PackRow[]>();
      return { result, entry: { action: 'sticker-pack.reorder', target: null, after: { first: ids } } };
    }),
  reorderStickers: (_, { packID, ids, reason }, context) =>
    audited(context, reason, async (on) => {
      const result = await lockPack(packID, on);
      await reorderStickers(packID, ids, on);
      const entry = { action: 'sticker.reorder', target: `sticker-pack:${packID}`, after: { first: ids } };
      return { result, entry };
    }),
} satisfies MutationResolvers;

interface Changed<Row> {
  readonly result: Row;
  readonly action: string;
  readonly before: Row | null;
}

const onPack = (
  context: MediaContext,
  reason: string,
  work: (on: Knex.Transaction) => Promise<Changed<PackRow>>,
): Promise<PackRow> =>
  audited(context, reason, async (on) => {
    const { result, action, before } = await work(on);
    return { result, entry: entryOf({ action, target: `sticker-pack:${result.id}` }, before, result, packFigures) };
  });

const entryOf = <Row>(
  entry: { readonly action: string; readonly target: string },
  before: Row | null,
  after: Row,
  figures: (row: Row) => unknown,
): Omit<AuditEntry, 'reason'> => ({
  ...entry,
  ...(before === null ? {} : { before: figures(before) }),
  after: figures(after),
});

const stickerFigures = ({ pack_id, name, words, removed_at }: StickerRow) => ({
  ...{ packID: pack_id, name, words, removed: removed_at !== null },
});

export const stickerChanges = {
  addSticker: (_, { packID, input, reason }, context) =>
    onSticker(context, reason, async (on) => {
      const { uploadID, name, words } = input;
      const read = { name: readLine(name, 'input.name'), words: readWords(words ?? [], 'input.words') };
      const { id } = await lockPack(packID, on);
      const { picture } = await takeUpload({ id: uploadID, adminID: adminOf(context), kind: 'PICTURE' }, on);
      const [made] = await insertStickers(id, [{ ...read, picture }], { on, filesURL: context.filesURL() });
      return { result: made as StickerRow, action: 'sticker.add', before: null };
    }),
  updateSticker: (_, { id, input, reason }, context) =>
    onSticker(context, reason, async (on) => {
      const before = await lockSticker(id, on);
      return { result: await changeSticker(id, input, on), action: 'sticker.change', before };
    }),
  removeSticker: (_, { id, reason }, context) =>
    onSticker(context, reason, async (on) => {
      const before = await lockSticker(id, on);
      return { result: await removeSticker(before, on), action: 'sticker.remove', before };
    }),
} satisfies MutationResolvers;

const onSticker = (
  context: MediaContext,
  reason: string,
  work: (on: Knex.Transaction) => Promise<Changed<StickerRow>>,
): Promise<StickerRow> =>
  audited(context, reason, async (on) => {
    const { result, action, before } = await work(on);
    return { result, entry: entryOf({ action, target: `sticker:${result.id}` }, before, result, stickerFigures) };
  });

export const entitling = {
  grantStickerEntitlement: (_, given, context) =>
    entitled(given, context, { work: grant, action: 'entitlement.grant' }),
  revokeStickerEntitlement: (_, given, context) =>
    entitled(given, context, { work: revoke, action: 'entitlement.revoke' }),
} satisfies MutationResolvers;

interface Granted {
  readonly name: string;
  readonly userIDs: readonly string[];
  readonly reason: string;
}

const entitled = (
  given: Granted,
  context: MediaContext,
  { work, action }: { readonly work: typeof grant; readonly action: string },
): Promise<readonly string[]> =>
  audited(context, given.reason, async (on) => {
    const name = readEntitlement(given.name, 'name');
    const userIDs = readUserIDs(given.userIDs, 'userIDs');
    await work(name, userIDs, on);
    return { result: userIDs, entry: { action, target: `entitlement:${name}`, after: { userIDs } } };
  });
