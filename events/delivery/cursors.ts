import type { Knex } from 'knex';
import type { ChatEvent, Consumer, Fact } from '../../subgraphs/kit/events.ts';
import { SHARDS } from '../keeping/shard.ts';

/** One consumer's part of the streams. */
export interface Lane {
  readonly consumer: Consumer;
  readonly shard: number;
}

/** Where a lane has come to: everything up to there, in the order of (xid, id), is handled or set aside. */
export interface Position {
  readonly xid: string;
  readonly id: string;
}

/** An event, and its place in the order. */
export interface Placed extends ChatEvent {
  readonly xid: string;
  /** An earlier event of its stream waits to be handled. */
  readonly behind: boolean;
}

export interface Stretch {
  readonly from: Position;
  readonly events: readonly Placed[];
  /** Up to where the inbox was read. */
  readonly to: Position;
  /** Whether there is more: at once; or when transactions that are under way have ended. */
  readonly more: 'NOW' | 'SOON' | 'NO';
}

const BATCH_ROWS = 500;
const BATCH_CHARACTERS = 4 * 2 ** 20;
const NIL = '00000000-0000-0000-0000-000000000000';

interface InboxRow {
  readonly id: string | null;
  readonly xid: string;
  readonly key: string;
  readonly stream: string;
  readonly at: Date;
  readonly source: ChatEvent['source'];
  readonly fact: Fact;
  readonly behind: boolean;
  readonly horizon: string;
  readonly from_xid: string;
  readonly from_id: string;
  readonly beyond: boolean;
  /** How many there were to take from; null: none. */
  readonly of: string | null;
}

/**
 * An event's id, and its transaction's, are given before the commit: a smaller one may appear after a larger one was
 * read. Below the oldest transaction that is under way (the horizon) nothing appears any more, so reading ends there.
 */
const READ = `
  select horizon.xid as horizon, place.xid as from_xid, place.id as from_id, found.*, exists (
      select from events.inbox late
       where late.shard = place.shard and late.xid >= horizon.xid and late.kind = any(place.kinds)) as beyond
    from (select pg_snapshot_xmin(pg_current_snapshot()) as xid) horizon
    join events.cursors place on place.consumer = ? and place.shard = ?
    left join lateral (
      select batch.* from (
        select event.id, event.xid, event.key, event.stream, event.at, event.source, event.fact, exists (
            select from events.set_aside waiting where waiting.consumer = place.consumer
               and waiting.stream = event.stream and waiting.dead_at is null) as behind,
          sum(length(event.fact::text)) over (order by event.xid, event.id) - length(event.fact::text) as before,
          count(*) over () as of
          from (
            select * from events.inbox
             where inbox.shard = place.shard and (inbox.xid, inbox.id) > (place.xid, place.id)
               and inbox.xid < horizon.xid and inbox.kind = any(place.kinds)
             order by inbox.xid, inbox.id limit ${BATCH_ROWS}) event) batch
       where batch.before < ${BATCH_CHARACTERS} order by batch.xid, batch.id) found on true
   order by found.xid, found.id`;

/** What comes next in a lane. */
export async function readStretch(db: Knex, { consumer, shard }: Lane): Promise<Stretch | null> {
  const { rows } = await db.raw<{ rows: InboxRow[] }>(READ, [consumer.name, shard]);
  const [first] = rows;
  if (first === undefined) return null;
  const from = { xid: first.from_xid, id: first.from_id };
  const events = rows.flatMap(({ id, xid, key, stream, at, source, fact, behind }) =>
    id === null ? [] : [{ id, xid, key, stream, at, source, fact, behind }],
  );
  const last = events.at(-1);
  // Only a batch that is all there is may move the cursor past what it holds.
  const whole = events.length === Number(first.of ?? 0) && events.length < BATCH_ROWS;
  if (last !== undefined && !whole) return { from, events, to: last, more: 'NOW' };
  return { from, events, to: { xid: first.horizon, id: NIL }, more: first.beyond ? 'SOON' : 'NO' };
}

/** Moves a lane on. False: somebody else has, so that what was done here is done there again, or was. */
export async function advance(on: Knex, lane: Lane, move: { from: Position; to: Position }): Promise<boolean> {
  const { from, to } = move;
  const { rowCount } = await on.raw<{ rowCount: number }>(
    `update events.cursors set xid = ?, id = ?, handled_at = now()
      where consumer = ? and shard = ? and xid = ? and id = ?`,
    [to.xid, to.id, lane.consumer.name, lane.shard, from.xid, from.id],
  );
  return rowCount === 1;
}

/** Consumers that are new begin with the oldest event that is kept. */
export async function openCursors(db: Knex, consumers: readonly Consumer[]): Promise<void> {
  for (const { name, kinds } of consumers)
    await db.raw(
      `insert into events.cursors (consumer, shard, kinds, xid, id)
       select ?, shard, ?, '0', ? from generate_series(0, ${SHARDS - 1}) shard
       on conflict (consumer, shard) do update set kinds = excluded.kinds, seen_at = now()`,
      [name, [...kinds], NIL],
    );
}

/**
 * In a database that was restored on another server, transactions are counted anew: what was kept may be ahead of the
 * count, and would never be reached. Then all begin with the oldest event again.
 */
export async function restart(db: Knex): Promise<void> {
  const { rows } = await db.raw<{ rows: { ahead: boolean }[] }>(
    `select exists (select from events.cursors where xid > pg_snapshot_xmax(pg_current_snapshot()))
         or exists (select from generate_series(0, ${SHARDS - 1}) part(shard) join events.inbox using (shard)
                     where inbox.xid >= pg_snapshot_xmax(pg_current_snapshot())) as ahead`,
  );
  if (rows[0]?.ahead !== true) return;
  await db.transaction(async (on) => {
    await on.table('events.inbox').update({ xid: '3' });
    await on.table('events.set_aside').update({ xid: '3' });
    await on.table('events.cursors').update({ xid: '0', id: NIL });
  });
}
