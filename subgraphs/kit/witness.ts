import type { RequestScope } from './request.ts';

/** What was seen, as OpenIM told it at that moment; kept as it is, and read again only by whoever wrote it. */
export type Sighting = Readonly<Record<string, unknown>>;

export interface MessageSighting {
  /** The message itself. */
  readonly message: Sighting;
  /** What was said around it and the viewer may read, oldest first, without the message itself. */
  readonly neighbours: readonly Sighting[];
}

/**
 * Looks at something with the viewer's own eyes. Null when there is no such thing, or the viewer may not see it:
 * the two are not told apart. Rejects with UPSTREAM_UNAVAILABLE when it cannot be known now.
 */
export interface Witness {
  message(id: string, scope: RequestScope): Promise<MessageSighting | null>;
  user(id: string, scope: RequestScope): Promise<Sighting | null>;
  group(id: string, scope: RequestScope): Promise<Sighting | null>;
}
