import type { Knex } from 'knex';
import type { ChatEvent, Fact } from '../../subgraphs/kit/events.ts';
import type { Lane, Placed } from './cursors.ts';

/** How often what fails is tried, and how long it waits in between. */
export interface Patience {
  readonly attempts: number;
  /** ms after the first failure; twice as long after each that follows. */
  readonly pause: number;
  readonly longestPause: number;
}

/** One that was set aside before, and how often it was tried. */
export interface Due extends Placed {
  readonly attempts: number;
  /** Changes when it is to be told again while it is told. */
  readonly due: string;
}

export interface Failure<Event = Placed> {
  readonly event: Event;
  readonly problem: string;
}

const BATCH_ROWS = 100;

interface DueRow {
  readonly id: string;
  readonly xid: string;
  readonly key: string;
  readonly stream: string;
  readonly at: Date;
  readonly source: ChatEvent['source'];
  readonly fact: Fact;
  readonly attempts: number;
  readonly due: string;
}

/** The oldest whose time has come, of streams that wait for nothing else. */
export async function readDue(db: Knex, { consumer, shard }: Lane): Promise<readonly Due[]> {
  const { rows } = await db.raw<{ rows: DueRow[] }>(
    `select event.id, event.key, event.stream, event.at, event.source, event.fact, aside.xid, aside.attempts,
        aside.next_at::text as due
       from events.set_aside aside join events.inbox event on event.id = aside.event_id
      where aside.consumer = ? and aside.shard = ? and aside.dead_at is null and not exists (
        select from events.set_aside other where other.consumer = aside.consumer
           and other.stream = aside.stream and other.dead_at is null and other.next_at > now())
      order by aside.xid, aside.event_id limit ${BATCH_ROWS}`,
    [consumer.name, shard],
  );
  return rows.map((row) => ({ ...row, behind: false }));
}

/** What of a lane is set aside. */
export interface Aside {
  /** Streams that have failed and are tried again. */
  readonly streams: number;
  /** When the first of those is tried. */
  readonly nextAt: Date | null;
  /** Whether anything may be told now. */
  readonly due: boolean;
}

export async function asideOf(db: Knex, { consumer, shard }: Lane): Promise<Aside> {
  const { rows } = await db.raw<{ rows: [Aside] }>(
    `select count(*) filter (where attempts > 0)::int as streams, min(next_at) filter (where attempts > 0) as "nextAt",
        coalesce(bool_or(next_at <= now()), false) as due
       from events.set_aside where consumer = ? and shard = ? and dead_at is null`,
    [consumer.name, shard],
  );
  return rows[0];
}

/** What failed for the first time, and what came behind it. */
export async function setAside(
  on: Knex,
  { consumer, shard }: Lane,
  { failed, behind, patience }: { failed: readonly Failure[]; behind: readonly Placed[]; patience: Patience },
): Promise<void> {
  const common = ({ id, xid, stream }: Placed) => ({ consumer: consumer.name, event_id: id, stream, shard, xid });
  const rows = [
    ...failed.map(({ event, problem }) => ({ ...common(event), problem, ...afterFailure(0, patience) })),
    ...behind.map((event) => ({ ...common(event), attempts: 0 })),
  ];
  if (rows.length === 0) return;
  await on.table('events.set_aside').insert(rows).onConflict(['consumer', 'event_id']).ignore();
}

/** What came of those that were due. Tells how many are dead now. */
export async function settle(
  on: Knex,
  { consumer }: Lane,
  { handled, failed, patience }: { handled: readonly Due[]; failed: readonly Failure<Due>[]; patience: Patience },
): Promise<number> {
  const rows = () => on.table('events.set_aside').where({ consumer: consumer.name });
  await on.raw(
    `delete from events.set_aside aside using unnest(?::uuid[], ?::timestamptz[]) told(id, due)
      where aside.consumer = ? and aside.event_id = told.id and aside.next_at = told.due`,
    [handled.map(({ id }) => id), handled.map(({ due }) => due), consumer.name],
  );
  let dead = 0;
  for (const { event, problem } of failed) {
    const after = afterFailure(event.attempts, patience);
    if (after.dead_at !== null) dead += 1;
    await rows()
      .where({ event_id: event.id })
      .update({ ...after, problem });
  }
  return dead;
}

function afterFailure(attemptsBefore: number, { attempts: most, pause, longestPause }: Patience) {
  const attempts = attemptsBefore + 1;
  const wait = Math.min(longestPause, pause * 2 ** attemptsBefore);
  const dead_at = attempts >= most ? new Date() : null;
  return { attempts, next_at: new Date(Date.now() + wait), dead_at };
}
