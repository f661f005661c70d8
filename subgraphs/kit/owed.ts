import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { type Repeated, repeat } from './repeat.ts';

/** A row of what is to be done: `next_at`, when it is tried next; null where nothing is owed any more. */
export interface OwedRow {
  readonly tries: number;
}

export interface OwedParts<Row extends OwedRow> {
  readonly db: Knex;
  /** With its schema; its columns `tries` and `next_at` are used here. */
  readonly table: string;
  /** The column that names a row. */
  readonly key: keyof Row & string;
  /** For the log, which is told of failures: a short name. */
  readonly what: string;
  readonly log: Logger;
  /** ms that one try may take; twice as long nobody else tries. */
  readonly attempt: number;
  /** ms between two looks at what is due. */
  readonly every: number;
  /** Does it, and writes down that nothing of it is owed. Rejects: it is tried again, with back-off. */
  pay(row: Row, signal: AbortSignal): Promise<void>;
}

export interface Owed<Row> extends Repeated {
  /** Tries one now that this node has; resolves whatever became of it. */
  attempt(row: Row): Promise<void>;
}

const BATCH = 50;
const PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 300_000;

/** Does what is owed until it is done: each by one node at a time, and what a node that died has left by another. */
export function startOwed<Row extends OwedRow>(parts: OwedParts<Row>): Owed<Row> {
  const { db, table, key, what, log } = parts;
  const stopped = new AbortController();

  async function attempt(row: Row): Promise<void> {
    try {
      await parts.pay(row, AbortSignal.any([stopped.signal, AbortSignal.timeout(parts.attempt)]));
    } catch (err) {
      log.warn({ err, what, id: row[key], tries: row.tries }, 'it is still owed');
      await putOff(row).catch((error: unknown) => log.warn({ err: error, what }, 'it could not be put off'));
    }
  }

  /** Unless it is done: an answer that came late is one. */
  async function putOff(row: Row): Promise<void> {
    const pause = Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** row.tries);
    const change = { tries: row.tries + 1, next_at: new Date(Date.now() + pause) };
    await db
      .table(table)
      .where({ [key]: row[key] })
      .whereNotNull('next_at')
      .update(change);
  }

  async function payDue(): Promise<void> {
    const due = db.table(table).where('next_at', '<=', new Date()).orderBy('next_at').limit(BATCH);
    const claimed: Row[] = await db
      .table(table)
      .whereIn(key, due.select(key).forUpdate().skipLocked())
      .update({ next_at: new Date(Date.now() + 2 * parts.attempt) })
      .returning('*');
    await Promise.all(claimed.map(attempt));
    if (claimed.length === BATCH && !stopped.signal.aborted) await payDue();
  }
  const paying = repeat(parts.every, payDue, (err) => log.warn({ err, what }, 'what is owed could not be read'));

  return {
    attempt,
    now: paying.now,
    async stop() {
      stopped.abort();
      await paying.stop();
    },
  };
}
