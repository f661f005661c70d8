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
    while (!stopping && (await isThere(db, SWEEP))) await stepOfSweep(db, holding);
    while (!stopping && (await isThere(db, LEFT))) await stepOfFreeing(db, holding);
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

const SWEEP = 'select id, reached from media.block_sweeps order by id limit ? for update skip locked';

/** Files that are blocked by an entry that there is no more. */
const LEFT = `
  select id from media.files file
  where state = 'BLOCKED' and blocked_by is not null and not exists (select 1 from media.block_entries where id = file.blocked_by)
  order by id limit ? for update skip locked`;

/** Whether there is something to do that nobody does. */
const isThere = async (db: Knex, query: string): Promise<boolean> => (await db.raw(query, [1])).rows.length > 0;

const stepOfSweep = (db: Knex, holding: Holding): Promise<void> =>
  db.transaction(async (on) => {
    await holding.turn(on);
    const { rows } = await on.raw<{ rows: { id: string; reached: string }[] }>(SWEEP, [1]);
    for (const { id, reached } of rows) {
      const files = on.table('media.files').where('id', '>', reached).orderBy('id').limit(STEP);
      const ids: string[] = await files.pluck('id');
      await holding.hold(ids, on, id);
      const sweep = on.table('media.block_sweeps').where({ id });
      if (ids.length === STEP) await sweep.update({ reached: ids.at(-1) });
      else
        await Promise.all([
          sweep.delete(),
          on.table('media.block_entries').where({ sweep_id: id }).update({ sweep_id: null }),
        ]);
    }
  });

const stepOfFreeing = (db: Knex, holding: Holding): Promise<void> =>
  db.transaction(async (on) => {
    await holding.turn(on);
    const { rows } = await on.raw<{ rows: { id: string }[] }>(LEFT, [STEP]);
    const ids = rows.map(({ id }) => id);
    await holding.reconsider(ids, on);
  });
