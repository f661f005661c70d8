import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { afterCommit } from './after-commit.ts';
import { type Change, changesAfter, headOf, sweepChanges } from './changes-table.ts';
import { repeat } from './repeat.ts';
import type { Store } from './store.ts';

/** What is told of one kind of thing, in the order in which it was committed. */
export interface ChangeFeed {
  /**
   * The newest change of each key after this cursor (null: of all that is kept), oldest first; of one key where one is
   * named. `GAP` where it cannot be said: the cursor is older than what is kept, is of another database, or lies more
   * than a thousand keys back. Rejects with INPUT_INVALID for a text that is no cursor.
   */
  since(cursor: string | null, key: string | null): Promise<{ readonly changes: readonly Change[] } | 'GAP'>;
  /**
   * Those of these keys that have become what the feed tells of, as they stand now: for readers without a cursor, who are
   * told of them first. Null where the feed's readers have cursors.
   */
  readonly settled: ((keys: readonly string[]) => Promise<readonly string[]>) | null;
  /** The cursor of the last change there is. */
  head(): Promise<string>;
  /**
   * Tells on every node that there may be something new, soon after it was committed; and now and then without a
   * reason, because the store's messages may be lost. What it returns ends that.
   */
  wake(listener: () => void): () => void;
}

export interface Changes {
  /** In the transaction that makes the change: whoever reads the feed sees both or neither. */
  record(on: Knex.Transaction, feed: string, change: { readonly key: string; readonly version: number }): Promise<void>;
  feed(name: string): ChangeFeed;
  stop(): Promise<void>;
}

export interface ChangesParts {
  readonly db: Knex;
  readonly store: Store;
  /** Whose migration called `createChangesTable`. */
  readonly schema: string;
  readonly log: Logger;
}

/** ms after which listeners look by themselves. */
const LOOK_MS = 5_000;
const SWEEP_MS = 3_600_000;

/** The changes that one owner's schema keeps, for all of its feeds. */
export function createChanges({ db, store, schema, log }: ChangesParts): Changes {
  const wakes = new Map<string, Wake>();
  const channelOf = (feed: string): string => `changes:${schema}:${feed}`;
  const sweeping = repeat(
    SWEEP_MS,
    () => sweepChanges(db, schema),
    (err) => log.warn({ err, schema }, 'old changes could not be deleted'),
  );

  sweeping.now();
  const tell = (feed: string): void => {
    // Whoever does not hear of it looks by themselves.
    store.publish(channelOf(feed), '').catch(() => {});
  };

  return {
    async record(on, feed, { key, version }) {
      await on.withSchema(schema).table('changes').insert({ feed, key, version });
      afterCommit(on, () => tell(feed));
    },
    feed: (name) => ({
      since: (cursor, key) => changesAfter(db, schema, { feed: name, cursor, key }),
      settled: null,
      head: () => headOf(db, schema),
      wake: (listener) => {
        const wake = wakes.get(name) ?? createWake(store, channelOf(name));
        wakes.set(name, wake);
        return wake(listener);
      },
    }),
    stop: () => sweeping.stop(),
  };
}

type Wake = ChangeFeed['wake'];

/** Listens to the store while anybody here listens. */
function createWake(store: Store, channel: string): Wake {
  const listeners = new Set<{ readonly listener: () => void }>();
  const tell = (): void => {
    for (const { listener } of listeners) listener();
  };
  let quiet = (): void => {};

  function listen(): () => void {
    let subscribed: Promise<(() => Promise<void>) | null> | null = null;
    const look = (): void => {
      subscribed ??= store.subscribe(channel, tell).catch(() => {
        subscribed = null;
        return null;
      });
      tell();
    };
    look();
    const timer = setInterval(look, LOOK_MS).unref();
    return () => {
      clearInterval(timer);
      void subscribed?.then((end) => end?.());
    };
  }

  return (listener) => {
    const one = { listener };
    listeners.add(one);
    if (listeners.size === 1) quiet = listen();
    return () => {
      if (listeners.delete(one) && listeners.size === 0) quiet();
    };
  };
}
