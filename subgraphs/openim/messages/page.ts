import { badInput } from '../../kit/fault.ts';
import { type Connection, connection, cursorOf, positionOf, rowsAsked } from '../../kit/page.ts';
import { type MessageModel, messageOf } from '../model/message.ts';
import type { WireMessage } from '../rest/wire.ts';
import type { Pull } from './pull.ts';

export interface MessagePageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly aroundSeq?: number | null;
}

/** The seqs of a conversation that the viewer may read, both ends included. */
export interface SeqWindow {
  readonly conversationID: string;
  readonly begin: number;
  readonly end: number;
}

interface Ask {
  readonly rows: number;
  readonly begin: number;
  readonly end: number;
  readonly forwards: boolean;
}

/** Deleted messages leave holes; a page is filled from further on, so many times. */
const MOST_PULLS = 3;

/** A page of a conversation's messages, newest last. Throws BAD_USER_INPUT before anything is asked of OpenIM. */
export async function messagePage(
  window: SeqWindow,
  args: MessagePageArguments,
  pull: Pull,
): Promise<Connection<MessageModel>> {
  const ask = read(window, args);
  const found = ask.rows === 0 || ask.begin > ask.end ? [] : await fill(window.conversationID, ask, pull);
  const list = listName(window.conversationID);
  const rows = found.map((node) => ({ cursor: cursorOf(list, node.seq ?? 0), node }));
  const first = found[0]?.seq ?? (ask.forwards ? ask.end + 1 : ask.begin);
  const last = found.at(-1)?.seq ?? (ask.forwards ? ask.end : ask.begin - 1);
  return connection(rows, { previous: first > window.begin, next: last < window.end });
}

const listName = (conversationID: string): string => `messages of ${conversationID}`;

function read(window: SeqWindow, args: MessagePageArguments): Ask {
  const { first, after, last, before, aroundSeq } = args;
  if (typeof first === 'number' && typeof last === 'number')
    throw badInput('last', 'either first or last is expected, not both');
  const rows = typeof last === 'number' ? rowsAsked(last, 'last') : rowsAsked(first);
  const list = listName(window.conversationID);
  if (typeof aroundSeq === 'number') return around(window, rows, args);
  const begin = after == null ? window.begin : Math.max(window.begin, seqIn(list, after, 'after') + 1);
  const end = before == null ? window.end : Math.min(window.end, seqIn(list, before, 'before') - 1);
  const forwards = last == null && (typeof first === 'number' ? before == null : after != null);
  return { rows, begin, end, forwards };
}

function around(window: SeqWindow, rows: number, { after, before, aroundSeq }: MessagePageArguments): Ask {
  if (after != null || before != null) throw badInput('aroundSeq', 'it is expected without after and before');
  const middle = aroundSeq ?? 0;
  if (middle < 1) throw badInput('aroundSeq', 'a seq from 1 is expected');
  const begin = Math.max(window.begin, Math.min(middle - Math.floor(rows / 2), window.end - rows + 1));
  return { rows, begin, end: Math.min(window.end, begin + rows - 1), forwards: false };
}

function seqIn(list: string, cursor: string, field: string): number {
  const seq = Number(positionOf(list, cursor, field));
  if (!Number.isSafeInteger(seq)) throw badInput(field, 'a cursor of this list is expected');
  return seq;
}

/** OpenIM answers the last `num` of a range, so a range going forwards is cut to its first. */
async function fill(conversationID: string, ask: Ask, pull: Pull): Promise<MessageModel[]> {
  let { begin, end } = ask;
  let found: MessageModel[] = [];
  for (let nth = 0; nth < MOST_PULLS && found.length < ask.rows && begin <= end; nth++) {
    const missing = ask.rows - found.length;
    const range = ask.forwards
      ? { begin, end: Math.min(end, begin + missing - 1) }
      : { begin: Math.max(begin, end - missing + 1), end };
    const more = visible(
      conversationID,
      await pull.load({ conversationID, ...range, num: range.end - range.begin + 1 }),
    );
    found = ask.forwards ? [...found, ...more] : [...more, ...found];
    if (ask.forwards) begin = range.end + 1;
    else end = range.begin - 1;
  }
  return found;
}

export const visible = (conversationID: string, rows: readonly WireMessage[]): MessageModel[] =>
  rows.flatMap((row) => messageOf(conversationID, row) ?? []);
