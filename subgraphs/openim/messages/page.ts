import { badInput } from '../../kit/fault.ts';
import { type Connection, connection, cursorOf, positionOf, rowsAsked } from '../../kit/page.ts';
import { type MessageModel, messageOf } from '../model/message.ts';
import type { WireMessage } from '../rest/wire.ts';
import type { Pull } from './pull.ts';

/** A page of messages, of a conversation or of a search. */
export type MessagePage = Omit<Connection<MessageModel>, 'edges'> & {
  readonly edges: readonly { readonly cursor: string; readonly node: MessageModel; readonly snippet?: string | null }[];
  /** Of a search: how many messages it could not look through. */
  readonly unsearched?: () => Promise<number>;
};

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

/** What was found, and the seqs that were looked at for it. */
interface Filled {
  readonly found: readonly MessageModel[];
  readonly begin: number;
  readonly end: number;
}

/** Deleted messages leave holes: where a page is not full, so many more are looked at, and so many times. */
const WIDER = [100, 400];

/** A page of a conversation's messages, newest last. Throws BAD_USER_INPUT before anything is asked of OpenIM. */
export async function messagePage(
  window: SeqWindow,
  args: MessagePageArguments,
  pull: Pull,
): Promise<Connection<MessageModel>> {
  const ask = read(window, args);
  const { found, begin, end } = await fill(window.conversationID, ask, pull);
  const list = listName(window.conversationID);
  const rows = found.map((node) => ({ cursor: cursorOf(list, node.seq ?? 0), node }));
  const page = connection(rows, { previous: begin > window.begin, next: end < window.end });
  if (rows.length > 0 || begin > end) return page;
  // Nothing but holes: the next page begins where this one stopped looking.
  return {
    ...page,
    pageInfo: { ...page.pageInfo, startCursor: cursorOf(list, begin), endCursor: cursorOf(list, end) },
  };
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

async function fill(conversationID: string, ask: Ask, pull: Pull): Promise<Filled> {
  const nothing = ask.forwards ? { begin: ask.begin, end: ask.begin - 1 } : { begin: ask.end + 1, end: ask.end };
  let filled: Filled = { found: [], ...nothing };
  for (const wider of [ask.rows, ...WIDER]) {
    const missing = ask.rows - filled.found.length;
    const range = ask.forwards
      ? { begin: filled.end + 1, end: Math.min(ask.end, filled.end + wider) }
      : { begin: Math.max(ask.begin, filled.begin - wider), end: filled.begin - 1 };
    if (missing <= 0 || range.begin > range.end) break;
    const more = visible(conversationID, await pull.load({ conversationID, ...range }));
    filled = grown(filled, { found: more, ...range }, ask);
  }
  return filled;
}

/** With what was found beyond it, cut to what was asked for. */
function grown(before: Filled, more: Filled, { rows, forwards }: Ask): Filled {
  const found = forwards ? [...before.found, ...more.found] : [...more.found, ...before.found];
  const [begin, end] = [Math.min(before.begin, more.begin), Math.max(before.end, more.end)];
  if (found.length <= rows) return { found, begin, end };
  const cut = forwards ? found.slice(0, rows) : found.slice(-rows);
  return forwards
    ? { found: cut, begin, end: cut.at(-1)?.seq ?? end }
    : { found: cut, begin: cut[0]?.seq ?? begin, end };
}

export const visible = (conversationID: string, rows: readonly WireMessage[]): MessageModel[] =>
  rows.flatMap((row) => messageOf(conversationID, row) ?? []);
