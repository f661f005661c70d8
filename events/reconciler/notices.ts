import type { NewEvent } from '../../subgraphs/kit/events.ts';
import type { OpenIM } from '../../subgraphs/openim/rest/openim.ts';
import type { WireMessage } from '../../subgraphs/openim/rest/wire.ts';
import type { Ask } from './discovery.ts';
import type { Place } from './ledger.ts';
import { isDeleted, revocationIn } from './read-back.ts';

/** Beside each conversation OpenIM keeps another, of notifications, with seqs of its own: `n_` and the same rest. */
const NOTICES = 'n_';
const REVOKED = 2_101;
/** Seqs of one conversation that are read at once. */
const WIDEST = 200;

export const isOfNotices = (conversationID: string): boolean => conversationID.startsWith(NOTICES);

export const noticesBeside = (conversationID: string): string =>
  `${NOTICES}${conversationID.slice(conversationID.indexOf('_') + 1)}`;

/** What notices led to. */
export interface Heeded {
  readonly events: readonly NewEvent[];
  /** Seqs of notices about which this reader cannot tell. */
  readonly unclear: ReadonlySet<number>;
}

/**
 * What follows from notices, read with the eyes of `userID`: that messages were revoked. A client can write such a notice
 * as well, so it is but a hint: whether a message was revoked, the message itself tells.
 */
export async function heed(
  { conversationID, userID }: { readonly conversationID: string; readonly userID: string },
  notices: readonly WireMessage[],
  { openim, ask }: { readonly openim: Pick<OpenIM, 'messages'>; readonly ask: Ask },
): Promise<Heeded> {
  const hints = notices.flatMap((notice) => {
    const place = revokedBy(notice);
    return place !== null && noticesBeside(place.conversationID) === conversationID
      ? [{ ...place, by: notice.seq }]
      : [];
  });
  const events: NewEvent[] = [];
  const unclear = new Set(hints.map(({ by }) => by));
  for (const range of rangesOf(hints)) {
    const pulls = await ask((call) => openim.messages.pull(userID, [range], call));
    for (const row of pulls[range.conversationID]?.messages ?? []) {
      const about = hints.filter((hint) => hint.conversationID === range.conversationID && hint.seq === row.seq);
      if (about.length === 0 || isDeleted(row)) continue;
      for (const { by } of about) unclear.delete(by);
      const revoked = revocationIn(range.conversationID, row);
      if (revoked !== null) events.push(revoked);
    }
  }
  return { events, unclear };
}

/** The message that a notice says was revoked. */
function revokedBy({ contentType, content }: WireMessage): Place | null {
  if (contentType !== REVOKED) return null;
  const { conversationID, seq } = detailOf(content);
  const isPlace = typeof conversationID === 'string' && !isOfNotices(conversationID) && Number.isSafeInteger(seq);
  return isPlace && Number(seq) > 0 ? { conversationID, seq: Number(seq) } : null;
}

function detailOf(content: string): Readonly<Record<string, unknown>> {
  try {
    const { detail } = Object(JSON.parse(content)) as { detail?: unknown };
    return Object(JSON.parse(String(detail))) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** As few ranges as hold them all; OpenIM answers one range of a conversation a call. */
function rangesOf(places: readonly Place[]) {
  const ranges: { conversationID: string; begin: number; end: number; num: number }[] = [];
  for (const { conversationID, seq } of places.toSorted((one, other) => one.seq - other.seq)) {
    const open = ranges.findLast((range) => range.conversationID === conversationID);
    if (open === undefined || seq >= open.begin + WIDEST) ranges.push({ conversationID, begin: seq, end: seq, num: 1 });
    else Object.assign(open, { end: seq, num: seq - open.begin + 1 });
  }
  return ranges;
}
