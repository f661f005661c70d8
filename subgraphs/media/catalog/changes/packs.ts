import type { Knex } from 'knex';
import { v7 as sortableID } from 'uuid';
import { badInput, Fault } from '../../../kit/fault.ts';
import type { CreateStickerPackInput, UpdateStickerPackInput } from '../../__generated__/resolvers.ts';
import { readEntitlement, readGroupIDs, readLine } from '../limits.ts';
import type { PackKind, PackRow, PackState } from '../rows.ts';

/** What of a pack is worth a line in the audit log. */
export const packFigures = ({ kind, title, author, state, group_ids, entitlement }: PackRow) => ({
  ...{ kind, title, author, state, groupIDs: group_ids, entitlement },
});

type Columns = Partial<Pick<PackRow, 'title' | 'author' | 'group_ids' | 'entitlement'>>;

/** Absent leaves as it is, null clears. */
export function readPack(input: UpdateStickerPackInput): Columns {
  const { title, author, groupIDs, entitlement } = input;
  if (title === null) throw badInput('input.title', 'a title is expected; it cannot be cleared');
  return {
    ...(title === undefined ? {} : { title: readLine(title, 'input.title') }),
    ...(author === undefined ? {} : { author: author === null ? null : readLine(author, 'input.author') }),
    ...(groupIDs === undefined ? {} : { group_ids: readGroupIDs(groupIDs ?? [], 'input.groupIDs') }),
    ...(entitlement === undefined
      ? {}
      : { entitlement: entitlement === null ? null : readEntitlement(entitlement, 'input.entitlement') }),
  };
}

/** At the end of all packs, as a draft. */
export async function insertPack(
  { kind, ...input }: Pick<CreateStickerPackInput, 'title'> & UpdateStickerPackInput & { kind: PackKind },
  on: Knex.Transaction,
): Promise<PackRow> {
  const order = await lockOrder(on);
  const position = Math.max(0, ...order.map((each) => each.position)) + 1;
  const columns = { ...readPack(input), id: sortableID(), kind, state: 'DRAFT', position };
  const [row] = await on.table('media.sticker_packs').insert(columns).returning<PackRow[]>('*');
  return row as PackRow;
}

export async function lockPack(id: string, on: Knex.Transaction): Promise<PackRow> {
  const row = await on.table('media.sticker_packs').where({ id }).forUpdate().first<PackRow | undefined>();
  if (row === undefined) throw new Fault('NOT_FOUND', { what: 'The pack' });
  return row;
}

export async function changePack(id: string, columns: Columns, on: Knex.Transaction): Promise<PackRow> {
  if (Object.keys(columns).length === 0) throw badInput('input', 'something to change is expected');
  const [row] = await on.table('media.sticker_packs').where({ id }).update(columns).returning<PackRow[]>('*');
  return row as PackRow;
}

/** Published, it is there for whom it is for; a pack without stickers is not. */
export async function setPackState(before: PackRow, state: PackState, on: Knex.Transaction): Promise<PackRow> {
  if (state === 'PUBLISHED') {
    const first = await on.table('media.stickers').where({ pack_id: before.id, removed_at: null }).first('id');
    if (first === undefined) throw new Fault('STICKER_PACK_EMPTY');
  } else if (before.state === 'DRAFT') throw new Fault('STICKER_PACK_DRAFT');
  const published_at = before.published_at ?? new Date();
  const [row] = await on
    .table('media.sticker_packs')
    .where({ id: before.id })
    .update({ state, published_at })
    .returning<PackRow[]>('*');
  return row as PackRow;
}

const lockOrder = (on: Knex.Transaction) =>
  on
    .table('media.sticker_packs')
    .orderBy(['position', 'id'])
    .forUpdate()
    .select<{ id: string; position: number }[]>('id', 'position');

/** These first, in this order; all others behind them in theirs. */
export async function reorderPacks(ids: readonly string[], on: Knex.Transaction): Promise<void> {
  const order = (await lockOrder(on)).map(({ id }) => id);
  await writeOrder('media.sticker_packs', arranged(ids, order), on);
}

/** INPUT_INVALID at `ids` for one that is not there, or is named twice. */
export function arranged(first: readonly string[], all: readonly string[]): readonly string[] {
  if (first.length === 0 || new Set(first).size !== first.length) throw badInput('ids', 'ids are expected, none twice');
  const unknown = first.find((id) => !all.includes(id));
  if (unknown !== undefined) throw badInput('ids', `ids that are there are expected; ${unknown.slice(0, 64)} is not`);
  return [...first, ...all.filter((id) => !first.includes(id))];
}

export const writeOrder = (
  table: 'media.sticker_packs' | 'media.stickers',
  ids: readonly string[],
  on: Knex.Transaction,
): Promise<unknown> =>
  on.raw(
    `update ?? t set position = o.position from unnest(?::text[]) with ordinality as o(id, position)
     where o.id = t.id and t.position <> o.position`,
    [table, [...ids]],
  );
