import { createHash } from 'node:crypto';
import { badInput } from '../../kit/fault.ts';
import type { MessageSearch } from '../__generated__/resolvers.ts';
import { EVERYBODY, mentionMark, traitMark } from './entry.ts';
import { quoted, termOf } from './lexemes.ts';
import { spelling } from './spelling.ts';

const LONGEST_TEXT = 200;
const MOST_TERMS = 10;
const LONGEST_ID = 4_096;

/** A search, read: what must hold of a message. */
export interface Wanted {
  /** The text of a tsquery; null: any. */
  readonly query: string | null;
  /** Spelled pieces of the text that a message must hold as they are. */
  readonly pieces: readonly string[];
  /** All terms, spelled: what a snippet shows. */
  readonly terms: readonly string[];
  readonly senderID: string | null;
  /** Who did not send it: a mention by oneself is none. */
  readonly notSenderID: string | null;
  readonly conversationID: string | null;
  readonly contentType: number | null;
  readonly from: Date | null;
  readonly to: Date | null;
  /** Names the list, so that its cursors are its own; tells nothing of what was searched. */
  readonly list: string;
}

/** Throws BAD_USER_INPUT. `viewerID` is null for an admin, whom nobody mentions. */
export function wantedOf(filter: MessageSearch, viewerID: string | null): Wanted {
  const { text, senderID, conversationID, contentType, has, from, to } = filter;
  const words = text == null ? { query: null, pieces: [], terms: [] } : wordsOf(text);
  const mentions = has?.includes('MENTION_OF_ME') ?? false;
  if (mentions && viewerID === null)
    throw badInput('filter.has', 'traits without MENTION_OF_ME: nobody mentions an admin');
  const [begin, end] = [dateOf(from), dateOf(to)];
  if (begin !== null && end !== null && begin >= end)
    throw badInput('filter.to', 'a time after filter.from is expected');
  const marks = (has ?? []).flatMap((trait) =>
    trait === 'MENTION_OF_ME' ? [mentionMark(viewerID ?? ''), mentionMark(EVERYBODY)] : [traitMark(trait)],
  );
  const traits = marks.length === 0 ? null : `(${marks.map(quoted).join(' | ')})`;
  return {
    ...words,
    query: [words.query, traits].filter((part) => part !== null).join(' & ') || null,
    senderID: idOf(senderID, 'filter.senderID'),
    notSenderID: mentions && marks.length === 2 ? viewerID : null,
    conversationID: idOf(conversationID, 'filter.conversationID'),
    contentType: contentType ?? null,
    from: begin,
    to: end,
    list: `messages ${createHash('sha256')
      .update(JSON.stringify([filter, viewerID]))
      .digest('base64url')
      .slice(0, 22)}`,
  };
}

function wordsOf(text: string): Pick<Wanted, 'query' | 'pieces' | 'terms'> {
  if (text.trim() === '' || text.length > LONGEST_TEXT || text.includes('\0') || !text.isWellFormed())
    throw badInput('filter.text', `1 to ${LONGEST_TEXT} characters are expected`);
  const terms = [...new Set(spelling(text).split(/\s+/u))].filter((term) => term !== '');
  if (terms.length > MOST_TERMS) throw badInput('filter.text', `at most ${MOST_TERMS} words are expected`);
  const read = terms.map((term) => ({ term, ...termOf(term) }));
  const queries = read.flatMap(({ query }) => query ?? []);
  if (queries.length === 0) throw badInput('filter.text', 'a letter, a digit or a pictograph is expected in it');
  return { query: queries.join(' & '), pieces: read.filter(({ recheck }) => recheck).map(({ term }) => term), terms };
}

function idOf(id: string | null | undefined, field: string): string | null {
  if (id == null) return null;
  if (id === '' || id.length > LONGEST_ID || id.includes('\0') || !id.isWellFormed())
    throw badInput(field, 'an id is expected');
  return id;
}

const dateOf = (time: Date | string | number | null | undefined): Date | null => (time == null ? null : new Date(time));

/** Which kinds of things a search was narrowed by: what may be told of it. */
export const kindsIn = (filter: MessageSearch): string[] =>
  Object.entries(filter)
    .flatMap(([name, value]) => (value == null ? [] : [name]))
    .sort();
