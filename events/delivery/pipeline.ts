import type { Knex } from 'knex';
import type { ConsumerState, DeadEvent, EventPipeline, Replayed } from '../../subgraphs/kit/event-pipeline.ts';
import { Fault } from '../../subgraphs/kit/fault.ts';
import { firstIDOf } from '../keeping/inbox.ts';

const MOST_REPLAYED = 100_000;
const MOST_COUNTED = 100_000;

const STATES = `
  select place.consumer as name, sum(ahead.count)::int as lag, max(place.handled_at) as "handledAt",
    coalesce(extract(epoch from now() - min(ahead.oldest)), 0)::float8 as "lagSeconds",
    (select count(*)::int from events.set_aside aside
      where aside.consumer = place.consumer and aside.dead_at is null) as waiting,
    (select count(*)::int from events.set_aside aside
      where aside.consumer = place.consumer and aside.dead_at is not null) as "deadLetters"
  from events.cursors place
  cross join lateral (
    select count(*) as count, min(kept_at) as oldest from (
      select kept_at from events.inbox event
       where event.shard = place.shard and (event.xid, event.id) > (place.xid, place.id)
         and event.kind = any(place.kinds) limit ${MOST_COUNTED}) event) ahead
  where place.consumer = any(?)
  group by place.consumer order by place.consumer`;

/** How far these consumers are. */
export async function consumerStates(db: Knex, names: readonly string[]): Promise<readonly ConsumerState[]> {
  return (await db.raw<{ rows: ConsumerState[] }>(STATES, [[...names]])).rows;
}

/** What admins see and do of delivery. `wake` makes workers look at what is due. */
export function createPipeline(
  db: Knex,
  names: () => readonly string[],
  wake: (consumer: string) => Promise<void>,
): EventPipeline {
  const known = (consumer: string): void => {
    if (!names().includes(consumer)) throw new Fault('NOT_FOUND', { what: 'The consumer' });
  };
  return {
    consumers: () => consumerStates(db, names()),
    async deadLetters(consumer, page) {
      known(consumer);
      return deadLetters(db, consumer, page);
    },
    async retry(consumer, eventIDs) {
      known(consumer);
      const dead = db.table('events.set_aside').where({ consumer }).whereNotNull('dead_at');
      const these = eventIDs === null ? dead : dead.whereIn('event_id', [...eventIDs]);
      const count = await these.update({ dead_at: null, attempts: 0, next_at: db.fn.now() });
      await wake(consumer);
      return count;
    },
    async dismiss(consumer, eventIDs) {
      known(consumer);
      const dead = db.table('events.set_aside').where({ consumer }).whereNotNull('dead_at');
      return dead.whereIn('event_id', [...eventIDs]).delete();
    },
    async replay(consumer, which) {
      known(consumer);
      const count = await replay(db, consumer, which);
      await wake(consumer);
      return count;
    },
  };
}

async function deadLetters(
  db: Knex,
  consumer: string,
  { limit, before }: { limit: number; before: string | null },
): Promise<readonly DeadEvent[]> {
  const rows = db
    .table('events.set_aside as aside')
    .join('events.inbox as event', 'event.id', 'aside.event_id')
    .where('aside.consumer', consumer)
    .whereNotNull('aside.dead_at')
    .orderBy('aside.event_id', 'desc')
    .limit(limit)
    .select<DeadEvent[]>({
      ...{ consumer: 'aside.consumer', eventID: 'aside.event_id', attempts: 'aside.attempts' },
      ...{ problem: 'aside.problem', diedAt: 'aside.dead_at', key: 'event.key', stream: 'event.stream' },
      ...{ kind: 'event.kind', source: 'event.source', at: 'event.at', keptAt: 'event.kept_at' },
    });
  return before === null ? rows : rows.where('aside.event_id', '<', before);
}

/** What is yet to be told of comes by itself: only what lies behind the cursor is told again. */
async function replay(db: Knex, consumer: string, which: Replayed): Promise<number> {
  const [where, bindings] =
    'eventIDs' in which
      ? ['event.id = any(?)', [[...which.eventIDs]]]
      : ['event.id >= ? and event.id < ?', [firstIDOf(which.from.getTime()), firstIDOf(which.to.getTime())]];
  return db.transaction(async (on) => {
    const { rowCount } = await on.raw<{ rowCount: number }>(
      `insert into events.set_aside (consumer, event_id, stream, shard, xid)
       select place.consumer, event.id, event.stream, event.shard, event.xid
         from events.inbox event
         join events.cursors place on place.consumer = ? and place.shard = event.shard
        where ${where} and event.kind = any(place.kinds) and (event.xid, event.id) <= (place.xid, place.id)
        limit ${MOST_REPLAYED + 1}
       on conflict (consumer, event_id) do update set attempts = 0, next_at = now(), dead_at = null`,
      [consumer, ...bindings],
    );
    if (rowCount > MOST_REPLAYED) throw new Fault('TOO_MANY', { what: 'events', most: MOST_REPLAYED });
    return rowCount;
  });
}
