import { Fault } from '../kit/fault.ts';
import { type Connection, connection, cursorOf, type PageArguments, positionOf, rowsAsked } from '../kit/page.ts';
import { type ConversationModel, conversationOf } from './model/conversation.ts';
import type { Call } from './rest/call.ts';
import type { OpenIM } from './rest/openim.ts';
import type { WireConversationView } from './rest/wire.ts';

const LIST = 'conversations';
/** OpenIM lists no more. */
const MOST_LISTED = 500;

/** Pinned or not, when its newest message came, and which it is: a place that stays one when others move. */
type Place = readonly [pinned: number, at: number, id: string];

export interface Listed {
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

/** The user's conversations: pinned first, then by the newest message. */
export async function listConversations({ openim, userID, call, seen }: ListParts): Promise<readonly Listed[]> {
  const { conversations } = await openim.jssdk.active(userID, MOST_LISTED, call);
  const found = conversations.flatMap((view) => {
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

/** Where a page begins; CURSOR_INVALID for what is none, before the list is asked for. */
export function pageAsked({ first, after }: PageArguments): { rows: number; from: Place | null } {
  return { rows: rowsAsked(first), from: after == null ? null : placeIn(positionOf(LIST, after)) };
}

export function conversationPage(
  all: readonly Listed[],
  { rows, from }: ReturnType<typeof pageAsked>,
): Connection<ConversationModel> {
  const rest = from === null ? all : all.filter(({ place }) => order(from, place) < 0);
  const page = rest.slice(0, rows).map(({ model, place }) => ({
    cursor: cursorOf(LIST, JSON.stringify(place)),
    node: model,
  }));
  const total = all.length < MOST_LISTED ? all.length : null;
  return connection(page, { next: rest.length > page.length, previous: rest.length < all.length, total });
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
