import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { AuditLog } from '../../kit/audit.ts';
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

export function createRetention(db: Knex, audit: AuditLog, log: Logger): Retention {
  const stopping = new AbortController();
  const rowsOf = (on: Knex) => on.table('openim.retention');

  async function all(): Promise<readonly RetentionRow[]> {
    const rows = await rowsOf(db).select<{ group_id: string; days: number }[]>('group_id', 'days').orderBy('group_id');
    const general = rows.find(({ group_id }) => group_id === EVERYWHERE);
    return [
      { groupID: null, days: general?.days ?? null },
      ...rows.filter((row) => row !== general).map(({ group_id, days }) => ({ groupID: group_id, days })),
    ];
  }

  const where = (condition: string, bindings: readonly Knex.Value[]) => () =>
    db.table('openim.message_index').whereRaw(condition, bindings);
  const sweepOlder = (days: number, rows: () => Knex.QueryBuilder): Promise<number> =>
    letGo({ days, rows, signal: stopping.signal });

  async function sweep(): Promise<void> {
    const [general, ...groups] = await all();
    const own = groups.map(({ groupID }) => groupConversationID(groupID ?? ''));
    let messages = 0;
    for (const { groupID, days } of groups)
      messages += await sweepOlder(days ?? 0, where('conversation_id = ?', [groupConversationID(groupID ?? '')]));
    if (general?.days != null) messages += await sweepOlder(general.days, where('conversation_id <> all(?)', [own]));
    const entry = { action: 'retention.sweep', target: 'setting:retention', reason: null, after: { messages } };
    if (messages > 0) await audit.record('system', entry);
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
      stopping.abort();
      await sweeping.stop();
    },
  };
}

/** The place of a message stays: clients name messages by id for as long as OpenIM has them. */
async function letGo(old: { days: number; rows: () => Knex.QueryBuilder; signal: AbortSignal }): Promise<number> {
  const { days, rows, signal } = old;
  let count = 0;
  for (let swept = BATCH; swept === BATCH && !signal.aborted; count += swept) {
    const some = rows()
      .select('conversation_id', 'seq')
      .whereNotNull('terms')
      .whereRaw('sent_at < now() - make_interval(days => ?)', [days])
      .limit(BATCH)
      .forUpdate()
      .skipLocked();
    swept = await rows().whereIn(['conversation_id', 'seq'], some).update({ words: null, terms: null, raw: null });
  }
  return count;
}
