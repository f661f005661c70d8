import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { ChatEvent, KeptMessage } from '../../kit/events.ts';
import type { MediaFinding, MediaFindings, MediaOf } from '../../kit/media-findings.ts';
import { type Repeated, repeat } from '../../kit/repeat.ts';

/** A message whose files are being read. */
interface AwaitedRow {
  readonly key: string;
  readonly message: KeptMessage;
  readonly at: Date;
  readonly media_ids: readonly string[];
  readonly tries: number;
  readonly created_at: Date;
}

/** A message, and what is known of its files. */
export interface SeenMessage extends Pick<ChatEvent, 'key' | 'at'> {
  readonly message: KeptMessage;
  readonly media: readonly MediaFinding[];
}

export interface MediaWatchParts {
  readonly db: Knex;
  readonly mediaOf: MediaOf;
  readonly findings: Pick<MediaFindings, 'of'>;
  /** Holds it to the rules; may be asked again for the same message. */
  readonly judge: (seen: SeenMessage, span: { readonly signal: AbortSignal; readonly log: Logger }) => Promise<void>;
  readonly log: Logger;
}

export interface MediaWatch {
  /** In the turn of the event that tells of it; nothing for a message without files. */
  await(event: Pick<ChatEvent, 'key' | 'at'>, message: KeptMessage): Promise<void>;
  stop(): Promise<void>;
}

const LOOK_MS = 1_000;
const STEP = 50;
const STEP_MS = 30_000;
/** Seconds that a node has for what it took; then another takes it. */
const LEASE = 60;
/** Seconds until a message is looked at again: twice as long each time. */
const LONGEST_WAIT = 300;
/** A file that nobody could read by then is judged by what is known of it. */
const PATIENCE_MS = 86_400_000;

const table = (db: Knex) => db.table('moderation.awaited_media');

/** Messages with files wait here until those were read, and are then held to the rules that look at files. */
export function startMediaWatch({ db, mediaOf, findings, judge, log }: MediaWatchParts): MediaWatch {
  async function step(): Promise<boolean> {
    const rows = await takeDue(db);
    if (rows.length === 0) return false;
    const found = await findings.of([...new Set(rows.flatMap(({ media_ids }) => media_ids))]);
    for (const row of rows) {
      const media = row.media_ids.flatMap((id) => found.get(id) ?? []);
      const settled = media.length === row.media_ids.length && media.every((each) => each.settled);
      const isLate = Date.now() - row.created_at.getTime() > PATIENCE_MS;
      const isOver = isLate || (settled && !media.some(({ asked }) => asked));
      try {
        // What is known by now is enough for some rules; the classifier may take its time.
        if (settled || isLate) await judgeBy(row, media);
        await (isOver ? drop(row) : awaitOn(row));
      } catch (err) {
        log.warn({ err }, 'a message could not be judged by its files; it is tried again');
      }
    }
    return rows.length === STEP;
  }

  const judgeBy = ({ key, at, message }: AwaitedRow, media: readonly MediaFinding[]): Promise<void> =>
    judge({ key, at, message, media }, { signal: AbortSignal.timeout(STEP_MS), log });
  const drop = ({ key }: AwaitedRow): Promise<unknown> => table(db).where({ key }).delete();
  const awaitOn = ({ key, tries }: AwaitedRow): Promise<unknown> =>
    table(db)
      .where({ key })
      .update({ due_at: inSeconds(db, Math.min(LONGEST_WAIT, 2 ** (tries - 1))) });

  let stopping = false;
  const work = async (): Promise<void> => {
    while (!stopping && (await step()));
  };
  const looking: Repeated = repeat(LOOK_MS, work, (err) => log.warn({ err }, 'files could not be waited for'));
  return {
    async await({ key, at }, message) {
      const media_ids = mediaOf(message).map(({ id }) => id);
      if (media_ids.length === 0) return;
      const row = { key, at, media_ids, user_id: message.sendID, message: JSON.stringify(message) };
      await table(db).insert(row).onConflict('key').ignore();
      looking.now();
    },
    stop: () => {
      stopping = true;
      return looking.stop();
    },
  };
}

const inSeconds = (db: Knex, seconds: number): Knex.Raw => db.raw('now() + make_interval(secs => ?)', [seconds]);

/** Nobody else takes them until they are due again. */
async function takeDue(db: Knex): Promise<AwaitedRow[]> {
  const { rows } = await db.raw<{ rows: AwaitedRow[] }>(
    `update moderation.awaited_media awaited
     set tries = tries + 1, due_at = now() + make_interval(secs => ?)
     from (select key from moderation.awaited_media where due_at <= now() order by due_at limit ? for update skip locked) due
     where awaited.key = due.key returning awaited.*`,
    [LEASE, STEP],
  );
  return rows;
}
