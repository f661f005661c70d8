import type { Logger } from 'pino';
import type { ChangeFeed } from '../../subgraphs/kit/changes.ts';
import type { Change } from '../../subgraphs/kit/changes-table.ts';

export interface TailListener {
  change(change: Change): void;
  /** What lies between the last change and this cursor is lost. Where it rejects, it is told again. */
  gap(cursor: string): Promise<void>;
}

/** One feed, read once for all streams of this node, from when the first of them begins. */
export interface Tail {
  /** Every change after `at` is told, in order; some before it may be. */
  join(listener: TailListener): Promise<{ readonly at: string; leave(): void }>;
  stop(): void;
}

export function createTail(feed: ChangeFeed, log: Logger): Tail {
  const listeners = new Set<TailListener>();
  let position = '0';
  let begun: Promise<void> | null = null;
  let reading = false;
  let again = false;
  let quiet = (): void => {};

  async function readOn(): Promise<void> {
    // Asked first: what this feed tells up to there is in what is read next.
    const head = await feed.head();
    const found = await feed.since(position, null);
    if (found === 'GAP') await Promise.all(Array.from(listeners, (listener) => listener.gap(head)));
    else for (const change of found.changes) for (const listener of listeners) listener.change(change);
    position = (found !== 'GAP' && found.changes.at(-1)?.cursor) || head;
  }

  /** One at a time; who is told of something new meanwhile asks for one more. */
  async function look(): Promise<void> {
    again = true;
    if (reading) return;
    reading = true;
    try {
      while (again) {
        again = false;
        await readOn();
      }
    } catch (err) {
      log.warn({ err }, 'changes could not be read; they are looked for again');
    } finally {
      reading = false;
    }
  }

  async function begin(): Promise<void> {
    position = await feed.head();
    quiet = feed.wake(() => void look());
  }

  return {
    async join(listener) {
      begun ??= begin().catch((error: unknown) => {
        begun = null;
        throw error;
      });
      await begun;
      listeners.add(listener);
      return { at: position, leave: () => void listeners.delete(listener) };
    },
    stop: () => quiet(),
  };
}
