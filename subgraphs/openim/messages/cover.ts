import type { WireSeqRange } from '../rest/wire.ts';

/** Seqs of a conversation, both ends included. */
export type SeqRange = Omit<WireSeqRange, 'num'>;

/** Seqs that are read besides those asked for, to read them in one range. */
const WIDEST = 200;

/** Ranges of OpenIM's, and which of them holds what was asked. */
export interface Cover {
  /** Each as large as what it may answer; of one conversation, none meets another. */
  readonly ranges: readonly WireSeqRange[];
  of(asked: SeqRange): WireSeqRange | undefined;
}

/**
 * Few ranges that hold all that is asked: OpenIM answers one range a conversation, so what lies near each other in one
 * conversation is read together.
 */
export function coverOf(asked: readonly SeqRange[]): Cover {
  const byConversation = Map.groupBy(asked, ({ conversationID }) => conversationID);
  const covers = new Map([...byConversation].map(([id, ranges]) => [id, joined(ranges)]));
  return {
    ranges: [...covers.values()].flat(),
    of: ({ conversationID, begin, end }) =>
      covers.get(conversationID)?.find((cover) => cover.begin <= begin && end <= cover.end),
  };
}

function joined(ranges: readonly SeqRange[]): WireSeqRange[] {
  const found: WireSeqRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.begin - b.begin)) {
    const last = found.at(-1);
    const end = Math.max(last?.end ?? 0, range.end);
    if (last !== undefined && (range.begin <= last.end + 1 || end - last.begin < WIDEST))
      found[found.length - 1] = spanning(range.conversationID, last.begin, end);
    else found.push(spanning(range.conversationID, range.begin, range.end));
  }
  return found;
}

const spanning = (conversationID: string, begin: number, end: number): WireSeqRange => ({
  conversationID,
  begin,
  end,
  num: end - begin + 1,
});
