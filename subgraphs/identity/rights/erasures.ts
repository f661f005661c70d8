import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { Fault } from '../../kit/fault.ts';
import type { ErasureLine, Holder } from '../../kit/personal-data.ts';
import { repeat } from '../../kit/repeat.ts';
import { newSortableID } from '../ids.ts';

export interface ErasureRow {
  readonly id: string;
  readonly user_id: string;
  readonly created_at: Date;
  readonly finished_at: Date | null;
}

export interface ErasureStepRow {
  readonly erasure_id: string;
  readonly position: number;
  /** The part that holds it: a subgraph, or `events`. */
  readonly subgraph: string;
  readonly tries: number;
  /** The reason of the last failure. */
  readonly problem: string | null;
  readonly lines: readonly ErasureLine[] | null;
  readonly done_at: Date | null;
}

/** Everything that is held about a person is removed or blanked: a step for each part that holds any, tried until it is done. */
export interface Erasures {
  /** In the transaction that ends the account; the one that is there already, where it was asked for before. */
  begin(userID: string, on: Knex): Promise<ErasureRow>;
  byID(id: string): Promise<ErasureRow | null>;
  steps(ids: readonly string[]): Promise<ReadonlyMap<string, readonly ErasureStepRow[]>>;
  /** Goes on with what is due, by itself, without waiting for its time. */
  soon(): void;
  stop(): Promise<void>;
}

export interface ErasureParts {
  readonly db: Knex;
  readonly holders: () => readonly Holder[];
  readonly log: Logger;
}

/** For what was put off, and what a node that died has left. */
const EVERY_MS = 30_000;
/** Longer than a step may take; who dies lets go of it by time. */
const CLAIM_MS = 10 * 60_000;
const STEP_MS = 5 * 60_000;
const SHORTEST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 3_600_000;

export function createErasures({ db, holders, log }: ErasureParts): Erasures {
  const erasures = (on: Knex = db) => on.table('identity.erasures');
  const stepsTable = (on: Knex = db) => on.table('identity.erasure_steps');
  const stopped = new AbortController();

  const next = createSteps({ db, holders, log }, stopped.signal);

  async function work(): Promise<void> {
    while (!stopped.signal.aborted && (await next()));
  }
  const working = repeat(EVERY_MS, work, (err) => log.warn({ err }, 'erasures could not be read'));

  return {
    async begin(userID, on) {
      const row = { id: newSortableID(), user_id: userID };
      const [made] = await erasures(on).insert(row).onConflict('user_id').ignore().returning<ErasureRow[]>('*');
      if (made === undefined) return (await erasures(on).where({ user_id: userID }).first()) as ErasureRow;
      const having = holders().filter(({ personal }) => personal !== null);
      const steps = having.map(({ name }, position) => ({ erasure_id: made.id, position, subgraph: name }));
      await stepsTable(on).insert(steps);
      return made;
    },
    byID: async (id) => (await erasures().where({ id }).first<ErasureRow | undefined>()) ?? null,
    async steps(ids) {
      const rows = await stepsTable().whereIn('erasure_id', ids).orderBy('position').select<ErasureStepRow[]>();
      return Map.groupBy(rows, (row) => row.erasure_id);
    },
    soon: working.now,
    async stop() {
      stopped.abort();
      await working.stop();
    },
  };
}

type DueStep = ErasureStepRow & { readonly user_id: string };

/** The first step of an erasure that is not done, when it is due. */
async function claim(db: Knex): Promise<DueStep | null> {
  const { rows } = await db.raw<{ rows: DueStep[] }>(
    `update identity.erasure_steps step set next_at = ?
       from identity.erasures whole
      where whole.id = step.erasure_id and (step.erasure_id, step.position) in (
        select erasure_id, position from identity.erasure_steps due
         where done_at is null and next_at <= now() and not exists (
           select from identity.erasure_steps earlier
            where earlier.erasure_id = due.erasure_id and earlier.position < due.position and earlier.done_at is null)
         order by next_at limit 1 for update skip locked)
     returning step.*, whole.user_id`,
    [new Date(Date.now() + CLAIM_MS)],
  );
  return rows[0] ?? null;
}

/** Takes the next step that is due; false when there is none. */
function createSteps({ db, holders, log }: ErasureParts, stopped: AbortSignal): () => Promise<boolean> {
  const row = ({ erasure_id, position }: DueStep, on: Knex = db) =>
    on.table('identity.erasure_steps').where({ erasure_id, position });

  async function finish(step: DueStep, lines: readonly ErasureLine[]): Promise<void> {
    await db.transaction(async (on) => {
      await row(step, on).update({ done_at: on.fn.now(), lines: JSON.stringify(lines), problem: null });
      const steps = on.table('identity.erasure_steps').where({ erasure_id: step.erasure_id });
      const [open] = await steps.whereNull('done_at').limit(1);
      if (open !== undefined) return;
      await on.table('identity.erasures').where({ id: step.erasure_id }).update({ finished_at: on.fn.now() });
    });
  }

  async function take(step: DueStep): Promise<void> {
    const signal = AbortSignal.any([stopped, AbortSignal.timeout(STEP_MS)]);
    try {
      const holder = holders().find(({ name }) => name === step.subgraph);
      if (holder?.personal == null) throw new Fault('INTERNAL');
      await finish(step, await holder.personal.erase(step.user_id, { signal, log }));
    } catch (error) {
      log.warn(
        { err: error, owner: step.subgraph, tries: step.tries },
        'a step of an erasure failed, and is tried again',
      );
      const pause = Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** step.tries);
      const problem = error instanceof Fault ? error.reason : 'INTERNAL';
      await row(step).update({ tries: step.tries + 1, problem, next_at: new Date(Date.now() + pause) });
    }
  }

  return async () => {
    const step = await claim(db);
    if (step !== null) await take(step);
    return step !== null;
  };
}
