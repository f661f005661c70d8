import type { RequestScope } from './request.ts';

/** What was seen, as OpenIM told it at that moment; kept as it is, and read again only by whoever wrote it. */
export type Sighting = Readonly<Record<string, unknown>>;

/** What stood there, and what it touches: enough to judge it when it is gone. */
export interface Evidence {
  /** The message itself; null for a user or a group. */
  readonly message: Sighting | null;
  /** What was said around it and who looked may read, oldest first, without the message itself. */
  readonly neighbours: readonly Sighting[];
  /** A user or a group; null for a message. */
  readonly profile: Sighting | null;
  /** Who answers for it: the sender, the user, the owner. Null where that is not known. */
  readonly accusedID: string | null;
  /** The group that it is, or was said in; null in a chat of two. */
  readonly groupID: string | null;
  /** How many people it reaches; 1 where that is not known. */
  readonly reach: number;
}

/**
 * Looks at something with the viewer's own eyes. Null when there is no such thing, or the viewer may not see it:
 * the two are not told apart. Rejects with UPSTREAM_UNAVAILABLE when it cannot be known now.
 */
export interface Witness {
  message(id: string, scope: RequestScope): Promise<Evidence | null>;
  user(id: string, scope: RequestScope): Promise<Evidence | null>;
  group(id: string, scope: RequestScope): Promise<Evidence | null>;
}
