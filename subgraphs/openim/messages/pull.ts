import DataLoader from 'dataloader';
import type { Call } from '../rest/call.ts';
import type { Messages } from '../rest/messages.ts';
import type { WireMessage, WireSeqRange } from '../rest/wire.ts';
import type { MessageIndex } from './message-index.ts';

export type Pull = DataLoader<WireSeqRange, readonly WireMessage[], string>;

const keyOf = ({ conversationID, begin, end, num }: WireSeqRange): string => `${conversationID} ${begin} ${end} ${num}`;

/**
 * Ranges of messages, ascending by seq, in as few calls as OpenIM allows: it answers any number of conversations at
 * once, but of two ranges of one conversation only the last.
 */
export function createPull({
  messages,
  index,
  userID,
  call,
}: {
  messages: Messages;
  index: MessageIndex;
  userID: string;
  call: Call;
}): Pull {
  return new DataLoader(
    async (ranges) => {
      const pulls = await Promise.all(rounds(ranges).map((round) => messages.pull(userID, round, call)));
      const rows = new Map<string, readonly WireMessage[]>();
      rounds(ranges).forEach((round, at) => {
        for (const range of round) rows.set(keyOf(range), pulls[at]?.[range.conversationID]?.messages ?? []);
      });
      for (const range of ranges) index.note(range.conversationID, rows.get(keyOf(range)) ?? []);
      return ranges.map((range) => rows.get(keyOf(range)) ?? []);
    },
    { cacheKeyFn: keyOf },
  );
}

/** Each round holds at most one range of a conversation. */
function rounds(ranges: readonly WireSeqRange[]): WireSeqRange[][] {
  const found: Map<string, WireSeqRange>[] = [];
  for (const range of ranges) {
    const round = found.find((each) => !each.has(range.conversationID));
    if (round === undefined) found.push(new Map([[range.conversationID, range]]));
    else round.set(range.conversationID, range);
  }
  return found.map((round) => [...round.values()]);
}
