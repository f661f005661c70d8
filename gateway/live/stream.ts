import { setImmediate as turn } from 'node:timers/promises';
import type { ChangeFeed } from '../../subgraphs/kit/changes.ts';
import { isLater } from '../../subgraphs/kit/changes-table.ts';
import type { Tail } from './tail.ts';
import { createWaiting, type Told, type Waiting } from './waiting.ts';

/** Where a stream may begin besides a cursor. */
const LATEST = 'latest';

export interface StreamParts {
  readonly feed: ChangeFeed;
  readonly tail: Tail;
  /** The keys to tell of; null: all. */
  readonly keys: ReadonlySet<string> | null;
  readonly after: string | null;
  /** Resolves when what was told before is on its way to the reader. */
  readonly ready: () => Promise<void>;
}

/** One reader's view of a feed: pulled, so that who reads slowly gets the newest of each key. */
export interface Stream {
  /** The next thing to tell; null when the stream was ended. */
  next(): Promise<Told | null>;
  end(): void;
}

/** Rejects with INPUT_INVALID where `after` is no cursor. */
export async function openStream(parts: StreamParts): Promise<Stream> {
  const waiting = createWaiting(parts.keys);
  const leave = await follow(parts, waiting);
  let ended = false;
  return {
    async next() {
      while (!ended) {
        // Whatever was told a moment ago is with the transport by then.
        await turn();
        await parts.ready();
        if (ended) break;
        const told = waiting.take();
        if (told !== null) return told;
        await waiting.arrived();
      }
      return null;
    },
    end() {
      ended = true;
      leave();
      waiting.wake();
    },
  };
}

/** What was missed, then what comes. The tail is joined before, so that nothing falls in between. */
async function follow(parts: StreamParts, waiting: Waiting): Promise<() => void> {
  const { tail } = parts;
  const early: (() => unknown)[] = [];
  let caughtUp = false;
  let begin = '0';
  const inTurn = (tell: () => unknown): unknown => (caughtUp ? tell() : early.push(tell));
  const { at, leave } = await tail.join({
    change: (change) => void inTurn(() => isLater(change.cursor, begin) && waiting.add(change)),
    gap: async (cursor) => void (await inTurn(() => tellGap(cursor, parts, waiting))),
  });
  try {
    begin = at;
    begin = await catchUp(at, parts, waiting);
    caughtUp = true;
    for (const tell of early) await tell();
  } catch (error) {
    leave();
    throw error;
  }
  return leave;
}

/** Where what comes begins; what is before it waits to be told. */
async function catchUp(at: string, { feed, keys, after }: StreamParts, waiting: Waiting): Promise<string> {
  if (feed.settled !== null) await stand(at, { feed, keys }, waiting);
  else if (after === LATEST) waiting.begin(at);
  if (feed.settled !== null || after === LATEST || after === null) return at;
  const [key = null] = keys?.size === 1 ? keys : [];
  const missed = await feed.since(after, key);
  const begin = missed === 'GAP' ? await feed.head() : after;
  if (missed === 'GAP') waiting.gap(begin);
  else for (const change of missed.changes) waiting.add(change);
  return begin;
}

const tellGap = (cursor: string, { feed, keys }: StreamParts, waiting: Waiting): void | Promise<void> =>
  feed.settled === null ? waiting.gap(cursor) : stand(cursor, { feed, keys }, waiting);

/** Of a feed that can say how things stand: whoever reads it needs no cursor, and meets no gap. */
async function stand(cursor: string, { feed, keys }: Pick<StreamParts, 'feed' | 'keys'>, waiting: Waiting) {
  const settled = await feed.settled?.([...(keys ?? [])]);
  for (const key of settled ?? []) waiting.add({ key, cursor, version: 0 });
}
