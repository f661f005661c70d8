/** What the server tells the page, as JSON inside it. */
export interface Settings {
  /** Who can be signed in as with one click; empty where OpenIM is a real one. */
  readonly people: readonly { readonly nickname: string; readonly email: string }[];
  /** Whether one-time codes can be read at `/dev/outbox`, by who sits at the server's machine. */
  readonly outbox: boolean;
  readonly operations: readonly SavedOperation[];
}

export interface SavedOperation {
  readonly title: string;
  readonly as: 'anybody' | 'user' | 'admin';
  readonly query: string;
  /** The fields of the root that it asks for. */
  readonly roots: readonly string[];
  /** JSON, or empty. */
  readonly variables: string;
}
