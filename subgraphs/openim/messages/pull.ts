import DataLoader from 'dataloader';
import type { Call } from '../rest/call.ts';
import type { Messages } from '../rest/messages.ts';
import type { WireMessage, WireSeqRange } from '../rest/wire.ts';
import { coverOf, type SeqRange } from './cover.ts';
import type { MessageIndex } from './message-index.ts';

export type Pull = DataLoader<SeqRange, readonly WireMessage[], string>;

/** Ranges of messages, ascending by seq, in as few calls as OpenIM allows. */
export function createPull({
  messages,
  index,
  userID,
  call,
  seen,
}: {
  messages: Messages;
  index: MessageIndex;
  userID: string;
  call: Call;
  /** Told of everything that was read. */
  seen: (conversationID: string, rows: readonly WireMessage[]) => void;
}): Pull {
  return new DataLoader(
    async (asked) => {
      const cover = coverOf(asked);
      const rows = new Map<SeqRange, readonly WireMessage[]>();
      await Promise.all(
        rounds(cover.ranges).map(async (round) => {
          const pulls = await messages.pull(userID, round, call);
          for (const range of round) rows.set(range, pulls[range.conversationID]?.messages ?? []);
        }),
      );
      for (const [{ conversationID }, found] of rows) {
        index.note(conversationID, found);
        seen(conversationID, found);
      }
      return asked.map((range) => {
        const covering = cover.of(range);
        const found = (covering && rows.get(covering)) ?? [];
        return found.filter(({ seq }) => range.begin <= seq && seq <= range.end);
      });
    },
    { cacheKeyFn: ({ conversationID, begin, end }) => `${conversationID} ${begin} ${end}` },
  );
}

/** Rows of one call: even at the largest that OpenIM takes, what it answers stays within bounds. */
const MOST_IN_ROUND = 600;

interface Round {
  readonly ranges: Map<string, WireSeqRange>;
  rows: number;
}

/** How many calls it takes to read these ranges. */
export const callsFor = (asked: readonly SeqRange[]): number => rounds(coverOf(asked).ranges).length;

/** Each round is a call, with at most one range of a conversation: of two, OpenIM answers only the last. */
function rounds(ranges: readonly WireSeqRange[]): WireSeqRange[][] {
  const found: Round[] = [];
  for (const range of ranges) {
    const fits = (round: Round): boolean =>
      !round.ranges.has(range.conversationID) && round.rows + range.num <= MOST_IN_ROUND;
    const round = found.find(fits) ?? { ranges: new Map(), rows: 0 };
    if (round.rows === 0) found.push(round);
    round.ranges.set(range.conversationID, range);
    round.rows += range.num;
  }
  return found.map((round) => [...round.ranges.values()]);
}
