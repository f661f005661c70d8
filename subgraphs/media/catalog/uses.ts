import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { StickerUse } from '../../kit/stickers.ts';
import type { Store } from '../../kit/store.ts';

/** Recent stickers that are kept of a user. */
const MOST_RECENTS = 30;
const FLUSH_MS = 500;
/** ms within which the same send is known again. */
const ONCE_MS = 86_400_000;
/** Uses that wait for a database that is away; beyond, the oldest are let go of: they are figures, not messages. */
const MOST_WAITING = 10_000;

export interface Uses {
  /** Written down a moment later, many at once, each send once. */
  count(use: StickerUse): void;
  stop(): Promise<void>;
}

interface Timed extends StickerUse {
  readonly at: Date;
}

export function createUses({ db, store, log }: { db: Knex; store: Store; log: Logger }): Uses {
  let waiting: Timed[] = [];
  let writing = Promise.resolve();
  let timer: NodeJS.Timeout | null = null;

  const isFirst = ({ userID, clientMsgID }: StickerUse): Promise<boolean> =>
    store.set(`media:sticker-use:${userID}:${clientMsgID}`, '1', { ttl: ONCE_MS, ifAbsent: true }).catch(() => true);

  async function flush(): Promise<void> {
    timer = null;
    const uses = waiting;
    waiting = [];
    if (uses.length === 0) return;
    try {
      await write(uses, db);
    } catch (error) {
      log.warn({ err: error }, 'uses of stickers could not be written down yet');
      waiting = [...uses, ...waiting].slice(-MOST_WAITING);
      schedule(FLUSH_MS * 20);
    }
  }

  function schedule(ms: number): void {
    timer ??= setTimeout(() => {
      writing = writing.then(flush);
    }, ms).unref();
  }

  const checked = new Set<Promise<void>>();
  return {
    count(use) {
      const at = new Date();
      const check = isFirst(use).then((first) => {
        checked.delete(check);
        if (!first) return;
        waiting.push({ ...use, at });
        schedule(FLUSH_MS);
      });
      checked.add(check);
    },
    async stop() {
      await Promise.all(checked);
      if (timer !== null) clearTimeout(timer);
      await writing;
      await flush();
      if (timer !== null) clearTimeout(timer);
    },
  };
}

async function write(uses: readonly Timed[], db: Knex): Promise<void> {
  const counts = Map.groupBy(uses, ({ stickerID }) => stickerID);
  // In one order on every node, so that no two wait for each other.
  const tally = [...counts].map(([id, { length: more }]) => ({ id, more })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const recents = [...new Map(uses.map((use) => [`${use.userID} ${use.stickerID}`, use])).values()];
  await db.transaction(async (on) => {
    await on.raw(
      `update media.stickers s set uses = s.uses + t.more
       from (select id, more from jsonb_to_recordset(?::jsonb) as t(id text, more int) order by id) t where s.id = t.id`,
      [JSON.stringify(tally)],
    );
    await on
      .table('media.recent_stickers')
      .insert(recents.map(({ userID, stickerID, at }) => ({ user_id: userID, sticker_id: stickerID, used_at: at })))
      .onConflict(['user_id', 'sticker_id'])
      .merge(['used_at']);
    await on.raw(
      `delete from media.recent_stickers r using (
         select user_id, sticker_id, row_number() over (partition by user_id order by used_at desc, sticker_id) as nth
         from media.recent_stickers where user_id = any(?)) old
       where r.user_id = old.user_id and r.sticker_id = old.sticker_id and old.nth > ?`,
      [[...new Set(recents.map(({ userID }) => userID))], MOST_RECENTS],
    );
  });
}
