import type { Knex } from 'knex';
import { Fault } from '../../kit/fault.ts';
import { bitsOf, tellsApart } from '../../kit/perceptual-hash.ts';
import { CLASSIFIER_LIST, HOUSE_LIST, lockBlockList } from './block-list.ts';
import { addEntries, entriesOfFile, removeEntries } from './entries.ts';
import type { NewHash } from './hashes.ts';
import { type Holding, turnOfWriter } from './hold.ts';
import { beginSweep } from './sweeps.ts';

/** A file, as far as blocking it goes. */
export interface BlockableFile {
  readonly id: string;
  readonly kind: string | null;
  readonly url: string;
  readonly state: string;
  readonly phash: Buffer | null;
  readonly sha256: Buffer | null;
}

interface Deed {
  readonly id: string;
  readonly reason: string;
  readonly by: string;
}

/** The file itself at once; what is the same, or like it, with the sweep that this begins. */
export async function blockFile(
  { id, reason, by, distance }: Deed & { readonly distance: number },
  { holding, on }: { readonly holding: Holding; readonly on: Knex.Transaction },
): Promise<BlockableFile> {
  await turnOfWriter(on);
  const file = await lockFile(id, on);
  const house = await lockBlockList(HOUSE_LIST.id, on);
  await on.table('media.block_exemptions').where({ file_id: id }).delete();
  // Again: with the distance and the reason of now.
  const { list } = await removeEntries(house, await entriesOfFile(id, on), on);
  const sweep_id = await beginSweep(on);
  await addEntries(list, hashesOfFile(file, distance), { on, reason, added_by: by, of_file: id, sweep_id });
  await holding.hold([id], on);
  return file;
}

/** Who adds entries that no admin does. */
export const NOBODY = '';

/** The file, and those of its bytes; pictures that look like it are asked about by themselves. */
export async function blockForClassifier(
  { id, reason }: Pick<Deed, 'id' | 'reason'>,
  { holding, on }: { readonly holding: Holding; readonly on: Knex.Transaction },
): Promise<void> {
  await turnOfWriter(on);
  const file = await lockFile(id, on);
  const list = await lockBlockList(CLASSIFIER_LIST.id, on);
  const sweep_id = await beginSweep(on);
  const hashes = hashesOfFile({ ...file, phash: null }, 0);
  await addEntries(list, hashes, { on, reason, added_by: NOBODY, of_file: id, sweep_id });
  await holding.hold([id], on);
}

/** Takes back what was said of this very file; and where it is like something else that is blocked, it is exempt from now on. */
export async function unblockFile(
  { id, reason, by }: Deed,
  { holding, on }: { readonly holding: Holding; readonly on: Knex.Transaction },
): Promise<BlockableFile> {
  await turnOfWriter(on);
  const file = await lockFile(id, on);
  if (file.state !== 'BLOCKED') throw new Fault('ALREADY_SO');
  const house = await lockBlockList(HOUSE_LIST.id, on);
  await removeEntries(house, await entriesOfFile(id, on), on);
  const exemption = { file_id: id, reason, added_by: by };
  await on.table('media.block_exemptions').insert(exemption).onConflict('file_id').merge();
  await holding.reconsider([id], on);
  return file;
}

async function lockFile(id: string, on: Knex.Transaction): Promise<BlockableFile> {
  const row = await on.table('media.files').where({ id }).forUpdate().first<BlockableFile | undefined>();
  if (row === undefined) throw new Fault('NOT_FOUND', { what: 'The file' });
  return row;
}

function hashesOfFile({ id, phash, sha256 }: BlockableFile, distance: number): NewHash[] {
  const nothing = { phash_bits: null, sha256: null, file_id: null, distance: 0, provenance: null };
  const bits = phash === null ? null : bitsOf(phash);
  return [
    { ...nothing, kind: 'FILE', file_id: id },
    ...(sha256 === null ? [] : [{ ...nothing, kind: 'SHA256', sha256 } as const]),
    ...(bits === null || !tellsApart(bits)
      ? []
      : [{ ...nothing, kind: 'PERCEPTUAL', phash_bits: bits, distance } as const]),
  ];
}
