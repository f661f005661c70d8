import type { Knex } from 'knex';
import { connection } from '../../kit/page.ts';
import type { OpenIMContext } from '../context.ts';
import type { MessagePage } from '../messages/page.ts';
import { callsFor } from '../messages/pull.ts';
import type { ConversationModel } from '../model/conversation.ts';
import { type MessageModel, messageOf } from '../model/message.ts';
import { type Candidate, candidatesOf, cursorAt, type Place, type Rooms } from './candidates.ts';
import { textIn } from './entry.ts';
import type { Wanted } from './filter.ts';
import { snippetOf } from './snippet.ts';
import { unsearchedIn } from './unsearched.ts';

/** Statements of a page, and calls that read messages back: where these are used up, the page is shorter than asked. */
const MOST_WALKS = 3;
const MOST_PULLS = 10;

export interface SearchAsked {
  readonly wanted: Wanted;
  readonly rows: number;
  readonly after: Place | null;
}

interface Hit {
  readonly place: Place;
  readonly message: MessageModel;
}

/** What was found, and up to where was looked; null: to the end. */
interface Walked {
  readonly hits: readonly Hit[];
  readonly until: Place | null;
}

/**
 * Messages that the viewer may read, newest first. The archive says where to look; what is shown is what OpenIM shows
 * them now, read back with their own token.
 */
export async function searchOwn(db: Knex, asked: SearchAsked, context: OpenIMContext): Promise<MessagePage> {
  const { wanted, rows } = asked;
  const readable = await readableBy(wanted.conversationID, context);
  const { hits, until } = readable.size === 0 ? NOTHING : await walk(db, asked, { context, readable });
  const shown = hits.slice(0, rows);
  const edges = shown.map(({ place, message }) => edgeOf(wanted, place, message));
  const rest = hits.length > rows || until !== null;
  const page = connection(edges, { next: rest, previous: asked.after !== null });
  // Where not all was read back, the next page begins where this one stopped looking.
  const endCursor = hits.length <= rows && until !== null ? cursorAt(wanted.list, until) : page.pageInfo.endCursor;
  return {
    ...page,
    edges,
    pageInfo: { ...page.pageInfo, endCursor },
    unsearched: () => unsearchedIn(db, [...readable.values()]),
  };
}

const NOTHING: Walked = { hits: [], until: null };

export const edgeOf = (wanted: Wanted, place: Place, message: MessageModel) => ({
  cursor: cursorAt(wanted.list, place),
  node: message,
  snippet: wanted.terms.length === 0 ? null : snippetOf(textIn(message.content), wanted.terms),
});

type Readable = ReadonlyMap<string, ConversationModel>;

/** The viewer's conversations, or one of them; of groups only those that they are in now. */
async function readableBy(conversationID: string | null, context: OpenIMContext): Promise<Readable> {
  const { openim, scope, call } = context;
  const userID = scope.viewer.kind === 'user' ? scope.viewer.id : '';
  const [all, groupIDs] = await Promise.all([
    conversationID === null ? context.list.all() : [await context.conversationByID.load(conversationID)],
    openim.groups.joinedIDs(userID, call),
  ]);
  const joined = new Set(groupIDs);
  const readable = all.filter(
    ({ groupID, window }) => window.begin <= window.end && (groupID === null || joined.has(groupID)),
  );
  return new Map(readable.map((each) => [each.id, each]));
}

function roomsOf(readable: Readable): Rooms {
  const begun = [...readable.values()].filter(({ window }) => window.begin > 1);
  return {
    ids: [...readable.keys()],
    begins: Object.fromEntries(begun.map(({ id, window }) => [id, window.begin])),
  };
}

interface Look {
  readonly context: OpenIMContext;
  readonly readable: Readable;
}

async function walk(db: Knex, { wanted, rows, after }: SearchAsked, look: Look): Promise<Walked> {
  const rooms = roomsOf(look.readable);
  const hits: Hit[] = [];
  let from = after;
  let calls = MOST_PULLS;
  for (let nth = 0; nth < MOST_WALKS && hits.length <= rows && calls > 0; nth += 1) {
    const limit = rows + 1 - hits.length;
    const candidates = await candidatesOf(db, { wanted, rooms, after: from, limit });
    const affordable = prefixFor(candidates, calls);
    calls -= callsFor(affordable.map(rangeOf));
    hits.push(...(await readBack(affordable, look)));
    from = affordable.at(-1) ?? from;
    if (affordable.length === candidates.length && candidates.length < limit) return { hits, until: null };
  }
  return { hits, until: from };
}

const rangeOf = ({ conversationID, seq }: Place) => ({ conversationID, begin: seq, end: seq });

/** The first of them, as many as so many calls can read. */
function prefixFor(candidates: readonly Candidate[], calls: number): readonly Candidate[] {
  let some = candidates;
  while (callsFor(some.map(rangeOf)) > calls) some = some.slice(0, -1);
  return some;
}

/** Those that OpenIM shows the viewer under the same id. */
async function readBack(
  candidates: readonly Candidate[],
  { context: { pull }, readable }: Look,
): Promise<readonly Hit[]> {
  const read = await Promise.all(
    candidates.map(async (candidate): Promise<Hit[]> => {
      const { conversationID, seq, serverMsgID } = candidate;
      const window = readable.get(conversationID)?.window;
      if (window === undefined || seq < window.begin || seq > window.end) return [];
      const [row] = await pull.load(rangeOf(candidate));
      const message = row?.serverMsgID === serverMsgID ? messageOf(conversationID, row) : null;
      return message === null || message.revoked ? [] : [{ place: candidate, message }];
    }),
  );
  return read.flat();
}
