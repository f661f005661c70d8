import { Fault } from '../kit/fault.ts';
import { type Connection, connection, cursorOf, type PageArguments, positionOf, rowsAsked } from '../kit/page.ts';
import type { ConversationFilter } from './__generated__/resolvers.ts';
import { type ConversationModel, conversationOf } from './model/conversation.ts';
import type { Call } from './rest/call.ts';
import type { OpenIM } from './rest/openim.ts';
import type { WireConversationView } from './rest/wire.ts';

const LIST = 'conversations';
/** OpenIM lists no more; the rest is asked for by id, in parts of this size. */
const MOST_LISTED = 500;
/** Of the rest; who has more conversations than that loses the oldest. */
const MOST_OLDER = 5_000;

/** Pinned or not, when its newest message came, and which it is: a place that stays one when others move. */
type Place = readonly [pinned: number, at: number, id: string];

interface Listed {
  readonly model: ConversationModel;
  readonly place: Place;
}

interface ListParts {
  readonly openim: OpenIM;
  readonly userID: string;
  /** As that user. */
  readonly call: Call;
  readonly seen: (view: WireConversationView, model: ConversationModel) => void;
}

/** The user's conversations: pinned first, then by the newest message. Each part is asked for once. */
export interface ConversationList {
  page(asked: PageAsked): Promise<Connection<ConversationModel>>;
  /** All of them, in no order. */
  all(): Promise<readonly ConversationModel[]>;
}

export function createConversationList(parts: ListParts): ConversationList {
  const { openim, userID, call } = parts;
  const newest = once(async () => (await openim.jssdk.active(userID, MOST_LISTED, call)).conversations);
  const listed = once(async () => inOrder(await newest(), parts));
  const whole = once(async () => {
    const views = await newest();
    return views.length < MOST_LISTED ? listed() : inOrder([...views, ...(await olderThan(views, parts))], parts);
  });

  return {
    async page(asked) {
      const first = await listed();
      const isWhole = (await newest()).length < MOST_LISTED;
      const page = pageIn(first, asked, isWhole);
      return isWhole || page.pageInfo.hasNextPage ? page : pageIn(await whole(), asked, true);
    },
    all: async () => (await whole()).map(({ model }) => model),
  };
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask();
    return asked;
  };
}

/** Those that OpenIM's own list leaves out: it ends after so many. */
async function olderThan(newest: readonly WireConversationView[], { openim, userID, call }: ListParts) {
  const known = new Set(newest.map(({ conversation }) => conversation.conversationID));
  const rows = await openim.conversations.all(userID, call);
  const ids = rows.map(({ conversationID }) => conversationID).filter((id) => !known.has(id));
  const batches = Array.from({ length: Math.ceil(Math.min(ids.length, MOST_OLDER) / MOST_LISTED) }, (_, nth) =>
    ids.slice(nth * MOST_LISTED, (nth + 1) * MOST_LISTED),
  );
  const views = await Promise.all(batches.map((batch) => openim.jssdk.byIDs(userID, batch, call)));
  return views.flatMap(({ conversations }) => conversations);
}

async function inOrder(views: readonly WireConversationView[], parts: ListParts): Promise<readonly Listed[]> {
  const { openim, userID, call, seen } = parts;
  const found = views.flatMap((view) => {
    const model = conversationOf(userID, view);
    if (model !== null) seen(view, model);
    return model === null ? [] : [{ model, at: view.lastMsg?.sendTime ?? 0 }];
  });
  // A newest message that was deleted has lost its time.
  const timeless = found.filter(({ at }) => at === 0).map(({ model }) => model.id);
  const seqs = timeless.length === 0 ? {} : await openim.messages.seqs(userID, timeless, call);
  return found
    .map(({ model, at }) => ({ model, place: placeOf(model, at || (seqs[model.id]?.maxSeqTime ?? 0)) }))
    .toSorted((a, b) => order(a.place, b.place));
}

const placeOf = ({ pinned, id }: ConversationModel, at: number): Place => [pinned ? 1 : 0, at, id];

/** Negative where `a` comes first. */
function order(a: Place, b: Place): number {
  if (a[0] !== b[0]) return b[0] - a[0];
  if (a[1] !== b[1]) return b[1] - a[1];
  return a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0;
}

export interface PageAsked {
  readonly rows: number;
  readonly from: Place | null;
  readonly keep: (conversation: ConversationModel) => boolean;
}

/** Where a page begins; CURSOR_INVALID for what is none, before the list is asked for. */
export function pageAsked({ first, after, filter }: PageArguments & { filter?: ConversationFilter | null }): PageAsked {
  const from = after == null ? null : placeIn(positionOf(LIST, after));
  return { rows: rowsAsked(first), from, keep: keeping(filter ?? {}) };
}

const keeping =
  ({ pinned, notify, kinds, unread }: ConversationFilter) =>
  (each: ConversationModel): boolean =>
    (pinned == null || each.pinned === pinned) &&
    (notify == null || notify.includes(each.notify)) &&
    (kinds == null || kinds.includes(each.kind)) &&
    (unread == null || each.unreadCount > 0 === unread);

function pageIn(
  listed: readonly Listed[],
  { rows, from, keep }: PageAsked,
  isWhole: boolean,
): Connection<ConversationModel> {
  const all = listed.filter(({ model }) => keep(model));
  const rest = from === null ? all : all.filter(({ place }) => order(from, place) < 0);
  const page = rest.slice(0, rows).map(({ model, place }) => ({
    cursor: cursorOf(LIST, JSON.stringify(place)),
    node: model,
  }));
  const more = { next: rest.length > page.length, previous: rest.length < all.length };
  return connection(page, { ...more, total: isWhole ? all.length : null });
}

function placeIn(text: string): Place {
  try {
    const place: unknown = JSON.parse(text);
    if (Array.isArray(place) && place.length === 3) return place as unknown as Place;
  } catch {
    // Told below, as for any other text that is no place.
  }
  throw new Fault('CURSOR_INVALID', { field: 'after' });
}
