import type { Knex } from 'knex';
import { v7 as sortableID } from 'uuid';
import { afterCommit } from '../../kit/after-commit.ts';
import { Fault } from '../../kit/fault.ts';
import { bitsOf } from '../../kit/perceptual-hash.ts';
import type { SharedHash, SharedHashes } from '../../kit/shared-hashes.ts';
import { NOBODY } from './block.ts';
import { growBlockList, lockBlockList } from './block-list.ts';
import { addEntries } from './entries.ts';
import { type NewHash, USUAL_DISTANCE } from './hashes.ts';
import { turnOfWriter } from './hold.ts';
import { beginSweep } from './sweeps.ts';

const REASON = 'Listed by its publisher';

/** `sweep`: holds known files to what has changed. */
export const createSharedHashes = (sweep: () => void): SharedHashes => ({
  async make({ name, filledBy }, on) {
    const row = { id: sortableID(), name, blocks: false, filled_by: filledBy };
    const [made] = await on.table('media.block_lists').insert(row).onConflict('name').ignore().returning('id');
    if (made === undefined) throw new Fault('ALREADY_THERE', { what: 'A list of this name' });
    return row.id;
  },

  async fill({ id, provenance }, hashes, on) {
    const rows = new Map(hashes.map((each) => rowOf(each, provenance)).map((row) => [keyOf(row), row]));
    await turnOfWriter(on);
    const list = await lockBlockList(id, on);
    const keys = [...rows.keys()];
    const removed = await dropOthers(id, keys, on);
    if (removed > 0) await growBlockList(list, -removed, on);
    const sweep_id = await beginSweep(on);
    const adding = { on, reason: REASON, added_by: NOBODY, of_file: null, sweep_id };
    const { added } = await addEntries(list, [...rows.values()], adding);
    if (added === 0) await on.table('media.block_sweeps').where({ id: sweep_id }).delete();
    const reasons = Array.from(rows.values(), ({ reason }) => reason);
    await on.raw(
      `update media.block_entries entry set provenance = ?, reason = told.reason
        from unnest(?::text[], ?::text[]) told(key, reason) where list_id = ? and ${KEY} = told.key`,
      [provenance, keys, reasons, id],
    );
    afterCommit(on, sweep);
  },

  async drop(id, on) {
    await turnOfWriter(on);
    await on.table('media.block_lists').where({ id }).delete();
  },
});

/** Of an entry that is a hash, by which it is found again. */
const KEY = `coalesce(encode(entry.sha256, 'hex'), entry.phash_bits::text)`;

type Row = NewHash & { readonly reason: string };

const keyOf = ({ sha256, phash_bits }: NewHash): string => sha256?.toString('hex') ?? phash_bits ?? '';

function rowOf({ kind, hash, reason }: SharedHash, provenance: string): Row {
  const rest = { file_id: null, provenance, reason: reason ?? REASON };
  const bytes = Buffer.from(hash, 'hex');
  if (kind === 'sha256') return { ...rest, kind: 'SHA256', phash_bits: null, sha256: bytes, distance: 0 };
  return { ...rest, kind: 'PERCEPTUAL', phash_bits: bitsOf(bytes), sha256: null, distance: USUAL_DISTANCE };
}

async function dropOthers(listID: string, keys: readonly string[], on: Knex.Transaction): Promise<number> {
  const { rowCount } = await on.raw<{ rowCount: number }>(
    `delete from media.block_entries where id in (
       select entry.id from media.block_entries entry left join unnest(?::text[]) kept(key) on kept.key = ${KEY}
        where entry.list_id = ? and kept.key is null)`,
    [[...keys], listID],
  );
  return rowCount;
}
