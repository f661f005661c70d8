import type { Knex } from 'knex';
import { firstIDOf } from '../keeping/inbox.ts';

/** A consumer that no node has known for so long is gone, and holds nothing back. */
const GONE = `interval '7 days'`;
const BATCH_ROWS = 5_000;

/** Lanes with something to do, or to try again now. */
export async function laggingLanes(db: Knex): Promise<readonly { consumer: string; shard: number }[]> {
  const { rows } = await db.raw<{ rows: { consumer: string; shard: number }[] }>(
    `select consumer, shard from events.cursors place
      where exists (
          select from events.inbox event where event.shard = place.shard
             and (event.xid, event.id) > (place.xid, place.id) and event.kind = any(place.kinds))
         or exists (
          select from events.set_aside waiting where waiting.consumer = place.consumer
             and waiting.shard = place.shard and waiting.dead_at is null and waiting.next_at <= now())`,
  );
  return rows;
}

/** Deletes events that were kept before then and that every consumer has handled. */
export async function dropHandled(db: Knex, keepFor: number): Promise<void> {
  const before = firstIDOf(Date.now() - keepFor);
  for (let dropped = BATCH_ROWS; dropped === BATCH_ROWS; ) {
    const { rowCount } = await db.raw<{ rowCount: number }>(
      `delete from events.inbox where id in (
         select id from events.inbox event
          where id < ? and xid < pg_snapshot_xmin(pg_current_snapshot())
            and not exists (
              select from events.cursors place
               where place.shard = event.shard and event.kind = any(place.kinds)
                 and (event.xid, event.id) > (place.xid, place.id) and place.seen_at > now() - ${GONE})
            and not exists (select from events.set_aside aside where aside.event_id = event.id)
          order by id limit ${BATCH_ROWS} for update skip locked)`,
      [before],
    );
    dropped = rowCount;
  }
}
