import type { Knex } from 'knex';
import type { Changes } from '../../kit/changes.ts';
import { HOUSE_LIST } from './block-list.ts';

/** Holds files to what is blocked, and lets go of them. */
export interface Holding {
  /**
   * To be called first in a transaction that writes down what a file is: a list that grows meanwhile either is known to
   * it, or knows of the file.
   */
  turn(on: Knex.Transaction): Promise<void>;
  /**
   * To be called last in it. What each file is like is noted by list, and where such a list blocks, the file is BLOCKED.
   * `sweepID`: only entries that came with this piece of work; null: all.
   */
  hold(ids: readonly string[], on: Knex.Transaction, sweepID?: string): Promise<void>;
  /** Looks at blocked files again, and frees those that nothing blocks any more. Takes its turn by itself. */
  reconsider(ids: readonly string[], on: Knex.Transaction): Promise<void>;
}

interface Changed {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}

const LOCK = `hashtext('openim-graphql'), hashtext('media:blocking')`;

/** Before entries are written, and rows of files; see {@link Holding.turn}. */
export const turnOfWriter = (on: Knex.Transaction): Promise<unknown> => on.raw(`select pg_advisory_xact_lock(${LOCK})`);

export function createHolding(changes: Pick<Changes, 'record'>): Holding {
  const turn: Holding['turn'] = async (on) => void (await on.raw(`select pg_advisory_xact_lock_shared(${LOCK})`));

  async function told(rows: readonly Changed[], on: Knex.Transaction): Promise<void> {
    for (const { id, version } of rows) await changes.record(on, 'media', { key: id, version });
  }

  async function block(ids: readonly string[], on: Knex.Transaction, sweepID: string | null): Promise<Changed[]> {
    await on.raw(MATCH, [[...ids], sweepID, sweepID]);
    const { rows } = await on.raw<{ rows: Changed[] }>(BLOCK, [[...ids], HOUSE_LIST.id]);
    return rows;
  }

  return {
    turn,
    async hold(ids, on, sweepID) {
      if (ids.length > 0) await told(await block(ids, on, sweepID ?? null), on);
    },
    async reconsider(ids, on) {
      if (ids.length === 0) return;
      await turn(on);
      const { rows: freed } = await on.raw<{ rows: Changed[] }>(FREE, [[...ids]]);
      const blocked = await block(ids, on, null);
      const still = new Set(blocked.map(({ id }) => id));
      await told([...blocked, ...freed.filter(({ id, state }) => !still.has(id) && state !== 'PENDING')], on);
    },
  };
}

const MATCH = `
  with seen as (select id, phash_bits, sha256 from media.files where id = any(?)),
  entries as (select * from media.block_entries where ?::text is null or sweep_id = ?),
  hits as (
    select seen.id as file_id, entries.list_id, entries.id as entry_id,
           bit_count(seen.phash_bits # entries.phash_bits)::int as distance
    from seen join entries on bit_count(seen.phash_bits # entries.phash_bits) <= entries.distance
    union all
    select seen.id, entries.list_id, entries.id, 0 from seen join entries on entries.sha256 = seen.sha256
    union all
    select seen.id, entries.list_id, entries.id, 0 from seen join entries on entries.file_id = seen.id
  )
  insert into media.block_matches (file_id, list_id, entry_id, distance)
  select file_id, list_id, entry_id, distance from hits
  on conflict do nothing`;

/** What a moderator has said of the very file comes first, where it is to be told why. */
const BLOCK = `
  update media.files as file set state = 'BLOCKED', blocked_by = why.entry_id, version = file.version + 1
  from (
    select distinct on (file_id) file_id, entry_id
    from media.block_matches join media.block_lists on block_lists.id = list_id
    where blocks and file_id = any(?)
      and not exists (select 1 from media.block_exemptions exempt where exempt.file_id = block_matches.file_id)
    order by file_id, list_id <> ?, distance
  ) why
  where file.id = why.file_id and file.state <> 'BLOCKED'
  returning file.id, file.version, file.state`;

/** It becomes what it was, as far as it was read. */
const FREE = `
  update media.files
  set state = case when reason is not null then 'FAILED' when read_at is not null then 'READY' else 'PENDING' end,
      due_at = case when reason is null and read_at is null then now() else due_at end,
      blocked_by = null, version = version + 1
  where id = any(?) and state = 'BLOCKED'
  returning id, version, state`;
