import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { v7 as sortableID } from 'uuid';
import { type Repeated, repeat } from '../../kit/repeat.ts';
import type { Holding } from './hold.ts';

/** Files that one step looks at; a statement may take seconds, and holds up nobody who reads. */
const STEP = 500;
const LOOK_MS = 30_000;

/** The work of holding known files to entries that have just come; in the transaction that adds them. */
export async function beginSweep(on: Knex.Transaction): Promise<string> {
  const id = sortableID();
  await on.table('media.block_sweeps').insert({ id });
  return id;
}

/**
 * Holds known files to new entries, and frees those whose entry is gone, step by step: any node does the next step, and
 * one that dies leaves what it has done.
 */
export function startSweeps(parts: { readonly db: Knex; readonly holding: Holding; readonly log: Logger }): Repeated {
  const { db, holding, log } = parts;
  let stopping = false;
  const work = async (): Promise<void> => {
    while (!stopping && (await stepOfSweep(db, holding)));
    while (!stopping && (await stepOfFreeing(db, holding)));
  };
  const sweeping = repeat(LOOK_MS, work, (err) => log.warn({ err }, 'known files could not be held to block lists'));
  sweeping.now();
  return {
    now: sweeping.now,
    stop: () => {
      stopping = true;
      return sweeping.stop();
    },
  };
}

/** False where there is nothing to do that nobody does. */
const stepOfSweep = (db: Knex, holding: Holding): Promise<boolean> =>
  db.transaction(async (on) => {
    await holding.turn(on);
    const sweep = await on
      .table('media.block_sweeps')
      .orderBy('id')
      .forUpdate()
      .skipLocked()
      .first<{ id: string; reached: string } | undefined>();
    if (sweep === undefined) return false;
    const { id, reached } = sweep;
    const ids: string[] = await on.table('media.files').where('id', '>', reached).orderBy('id').limit(STEP).pluck('id');
    await holding.hold(ids, on, id);
    if (ids.length === STEP)
      await on
        .table('media.block_sweeps')
        .where({ id })
        .update({ reached: ids.at(-1) });
    else {
      await on.table('media.block_sweeps').where({ id }).delete();
      await on.table('media.block_entries').where({ sweep_id: id }).update({ sweep_id: null });
    }
    return true;
  });

/** Files that are blocked by an entry that there is no more. */
const stepOfFreeing = (db: Knex, holding: Holding): Promise<boolean> =>
  db.transaction(async (on) => {
    await holding.turn(on);
    const { rows } = await on.raw<{ rows: { id: string }[] }>(
      `select id from media.files file
       where blocked_by is not null and not exists (select 1 from media.block_entries where id = file.blocked_by)
       order by id limit ? for update skip locked`,
      [STEP],
    );
    await holding.reconsider(
      rows.map(({ id }) => id),
      on,
    );
    return rows.length === STEP;
  });
