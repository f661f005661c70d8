import type { Keeper } from '../../subgraphs/kit/events.ts';
import type { OpenIM } from '../../subgraphs/openim/rest/openim.ts';
import type { WireMessage, WireSeqRange } from '../../subgraphs/openim/rest/wire.ts';
import type { Claimed, Claims, Gap, Missing } from './claims.ts';
import type { Ask } from './discovery.ts';
import type { Ledger, Place } from './ledger.ts';
import { heed, isOfNotices } from './notices.ts';
import { type ReadBack, readBack } from './read-back.ts';
import { readersOf } from './readers.ts';

export interface LookingParts {
  readonly openim: Pick<OpenIM, 'messages' | 'groups' | 'adminUserID'>;
  readonly keeper: Keeper;
  readonly ledger: Ledger;
  readonly claims: Claims;
}

/** Seqs of one conversation that are read at once: OpenIM answers one range of each. */
const WIDEST = 200;
/** Rows of one call: even at their largest, what is answered stays within bounds. */
const MOST_IN_CALL = 600;
/** So often with each reader, and a few times more: who can read it, has not; nobody will. */
const TRIES_EACH = 2;
const FEWEST_TRIES = 6;

/** What is read of a conversation now, and with whose eyes. */
interface Reading extends Missing {
  readonly userID: string;
  readonly range: WireSeqRange;
  /** Everybody has looked, again and again. */
  readonly last: boolean;
}

/** Looks at conversations that were claimed: how far they go, and what of that is missing; reads it back, and keeps it. */
export function createLooking({ openim, keeper, ledger, claims }: LookingParts) {
  async function measure(claimed: readonly Claimed[], ask: Ask): Promise<void> {
    const ids = claimed.filter(({ fresh }) => !fresh).map(({ conversationID }) => conversationID);
    if (ids.length === 0) return;
    const seqs = await ask((call) => openim.messages.seqs(openim.adminUserID, ids, call));
    await claims.checked(
      ids.map((conversationID) => {
        const { maxSeq = 0, maxSeqTime = 0 } = seqs[conversationID] ?? {};
        return { conversationID, maxSeq, writtenAt: maxSeqTime };
      }),
    );
  }

  async function read(readings: readonly Reading[], ask: Ask): Promise<Set<string>> {
    const [first] = readings;
    if (first === undefined) return new Set();
    const pulls = await ask((call) =>
      openim.messages.pull(
        first.userID,
        readings.map(({ range }) => range),
        call,
      ),
    );
    const back: ReadBack[] = [];
    for (const reading of readings) {
      const rows = pulls[reading.conversationID]?.messages ?? [];
      back.push(
        await (isOfNotices(reading.conversationID) ? heeded(reading, rows, { openim, ask }) : told(reading, rows)),
      );
    }
    await keeper.keep(back.flatMap(({ events }) => events));
    const [found, gone] = [back.flatMap((each) => each.found), back.flatMap((each) => each.gone)];
    await ledger.account('found', found);
    await ledger.account('gone', gone);
    return new Set([...found, ...gone].map(({ conversationID }) => conversationID));
  }

  return async (claimed: readonly Claimed[], ask: Ask): Promise<void> => {
    const ids = claimed.map(({ conversationID }) => conversationID);
    const progress = new Set<string>();
    try {
      await measure(claimed, ask);
      const missing = await claims.missing(ids);
      if (missing.length === 0) return;
      const gapped = claimed.filter((each) => missing.some(({ conversationID: id }) => id === each.conversationID));
      const readers = await readersOf(gapped, ask, openim);
      const tries = new Map(claimed.map((each) => [each.conversationID, each.tries]));
      const readings = missing.flatMap((each) =>
        readingOf(each, readers.get(each.conversationID) ?? [], tries.get(each.conversationID) ?? 0),
      );
      for (const some of calls(readings)) for (const id of await read(some, ask)) progress.add(id);
    } finally {
      await claims.release(ids.map((conversationID) => ({ conversationID, progress: progress.has(conversationID) })));
    }
  };
}

/** What the answer says; where all have looked in vain, that there is nothing to be read any more. */
function told(reading: Reading, rows: readonly WireMessage[]): ReadBack {
  const back = readBack(reading, rows);
  if (!reading.last) return back;
  const found = new Set([...back.found, ...back.gone].map(({ seq }) => seq));
  return { ...back, gone: [...back.gone, ...placesIn(reading).filter(({ seq }) => !found.has(seq))] };
}

/** Notices are no messages; nobody is told of them, but of what they led to. */
async function heeded(
  reading: Reading,
  rows: readonly WireMessage[],
  by: { readonly openim: Pick<OpenIM, 'messages'>; readonly ask: Ask },
): Promise<ReadBack> {
  const { found, gone } = told(reading, rows);
  const seqs = new Set(found.map(({ seq }) => seq));
  const notices = rows.filter(({ seq }) => seqs.has(seq));
  const { events, unclear } = await heed(reading, notices, by);
  return { events, gone, found: reading.last ? found : found.filter(({ seq }) => !unclear.has(seq)) };
}

function placesIn({ conversationID, gaps, range }: Reading): Place[] {
  const seqs = Array.from({ length: range.num }, (_, at) => range.begin + at);
  const isMissing = (seq: number): boolean => gaps.some(({ begin, end }) => begin <= seq && seq <= end);
  return seqs.filter(isMissing).map((seq) => ({ conversationID, seq }));
}

/** The newest that is missing, and what lies near enough below it; each time with the eyes of the next reader. */
function readingOf(missing: Missing, readers: readonly string[], tries: number): Reading[] {
  const userID = readers[tries % Math.max(1, readers.length)];
  if (userID === undefined) return [];
  const { conversationID, gaps, quiet } = missing;
  const { end } = gaps[0];
  const near = gaps.filter((gap: Gap) => gap.end > end - WIDEST);
  const begin = Math.max(end - WIDEST + 1, Math.min(...near.map((gap) => gap.begin)));
  const range = { conversationID, begin, end, num: end - begin + 1 };
  const last = quiet && tries >= Math.max(FEWEST_TRIES, TRIES_EACH * readers.length);
  return [{ ...missing, userID, range, last }];
}

/** Each call is one user's, and not too large. */
function calls(readings: readonly Reading[]): Reading[][] {
  const found: Reading[][] = [];
  for (const some of Map.groupBy(readings, ({ userID }) => userID).values()) {
    let rows = Number.POSITIVE_INFINITY;
    for (const reading of some) {
      rows += reading.range.num;
      if (rows > MOST_IN_CALL) found.push([]);
      if (rows > MOST_IN_CALL) rows = reading.range.num;
      found.at(-1)?.push(reading);
    }
  }
  return found;
}
