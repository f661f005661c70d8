/** How one field of `Subscription` is served. */
export interface LiveField {
  /** The feed that tells of it. */
  readonly feed: string;
  /** The argument that names the key to tell of, or the list of keys; null: all. */
  readonly key: string | null;
}

/** How a field that is the thing itself is asked: the query that finds it by its key. */
export interface LiveEntity {
  readonly query: string;
  readonly argument: string;
}

/** By the name of the field of `Subscription`. */
export const LIVE_FIELDS: Readonly<Record<string, LiveField>> = {
  queueChanged: { feed: 'case', key: null },
  caseChanged: { feed: 'case', key: 'id' },
  mediaChanged: { feed: 'media', key: 'ids' },
};

/** Keys that one stream may name; a page of messages has fewer files. */
export const MOST_KEYS = 200;

/** By `Type.field`. Everything else of an event's type is the event's own. */
export const LIVE_ENTITIES: Readonly<Record<string, LiveEntity>> = {
  'Subscription.mediaChanged': { query: 'media', argument: 'id' },
  'CaseEvent.case': { query: 'moderationCase', argument: 'id' },
};
