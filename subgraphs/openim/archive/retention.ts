import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { repeat } from '../../kit/repeat.ts';
import { groupConversationID } from '../conversation-id.ts';

/** For how many days the archive keeps what messages say; null: as long as OpenIM keeps the messages. */
export interface RetentionRow {
  /** Null: everywhere where a group has no row of its own. */
  readonly groupID: string | null;
  readonly days: number | null;
}

export interface Retention {
  /** What holds in general, then the groups that have a time of their own. */
  all(): Promise<readonly RetentionRow[]>;
  /** Answers what it was before. Who records it does so in the same transaction. */
  set(row: RetentionRow, on: Knex.Transaction): Promise<number | null>;
  /** Lets go of what is too old now, behind the answer; it is done now and then anyway. */
  sweepNow(): void;
  stop(): Promise<void>;
}

const EVERY_MS = 3_600_000;
/** Rows of one statement: nobody who writes waits for long. */
const BATCH = 1_000;
const EVERYWHERE = '';

export function createRetention(db: Knex, log: Logger): Retention {
  let stopping = false;
  const rowsOf = (on: Knex) => on.table('openim.retention');

  async function all(): Promise<readonly RetentionRow[]> {
    const rows = await rowsOf(db).select<{ group_id: string; days: number }[]>('group_id', 'days').orderBy('group_id');
    const general = rows.find(({ group_id }) => group_id === EVERYWHERE);
    return [
      { groupID: null, days: general?.days ?? null },
      ...rows.filter((row) => row !== general).map(({ group_id, days }) => ({ groupID: group_id, days })),
    ];
  }

  async function sweep(): Promise<void> {
    const [general, ...groups] = await all();
    const own = groups.map(({ groupID }) => groupConversationID(groupID ?? ''));
    for (const { groupID, days } of groups)
      await sweepOlder(days ?? 0, (query) => query.where('conversation_id', groupConversationID(groupID ?? '')));
    if (general?.days != null)
      await sweepOlder(general.days, (query) => query.whereRaw('conversation_id <> all(?)', [own]));
  }

  /** The place of a message stays: clients name messages by id for as long as OpenIM has them. */
  async function sweepOlder(days: number, where: (query: Knex.QueryBuilder) => Knex.QueryBuilder): Promise<void> {
    for (let swept = BATCH; swept === BATCH && !stopping; ) {
      const old = where(db.table('openim.message_index').select('conversation_id', 'seq'))
        .whereNotNull('terms')
        .whereRaw('sent_at < now() - make_interval(days => ?)', [days])
        .limit(BATCH)
        .forUpdate()
        .skipLocked();
      swept = await db
        .table('openim.message_index')
        .whereIn(['conversation_id', 'seq'], old)
        .update({ words: null, terms: null, raw: null });
    }
  }

  const sweeping = repeat(EVERY_MS, sweep, (err) => log.warn({ err }, 'what is too old could not be let go of'));

  return {
    all,
    async set({ groupID, days }, on) {
      const group_id = groupID ?? EVERYWHERE;
      const [before] = await rowsOf(on).where({ group_id }).forUpdate().select<{ days: number }[]>('days');
      if (days === null) await rowsOf(on).where({ group_id }).delete();
      else await rowsOf(on).insert({ group_id, days }).onConflict('group_id').merge();
      return before?.days ?? null;
    },
    sweepNow: sweeping.now,
    async stop() {
      stopping = true;
      await sweeping.stop();
    },
  };
}
