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
  /** The one key to tell of; null: all. */
  readonly key: string | null;
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
  const waiting = createWaiting(parts.key);
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
async function follow({ feed, tail, key, after }: StreamParts, waiting: Waiting): Promise<() => void> {
  const early: (() => void)[] = [];
  let caughtUp = false;
  let begin = '0';
  const inTurn = (tell: () => void): void => {
    if (caughtUp) tell();
    else early.push(tell);
  };
  const { at, leave } = await tail.join({
    change: (change) => inTurn(() => isLater(change.cursor, begin) && waiting.add(change)),
    gap: (cursor) => inTurn(() => waiting.gap(cursor)),
  });
  try {
    begin = at;
    if (after === LATEST) waiting.begin(at);
    else if (after !== null) {
      const missed = await feed.since(after, key);
      begin = missed === 'GAP' ? await feed.head() : after;
      if (missed === 'GAP') waiting.gap(begin);
      else for (const change of missed.changes) waiting.add(change);
    }
  } catch (error) {
    leave();
    throw error;
  }
  caughtUp = true;
  for (const tell of early) tell();
  return leave;
}
