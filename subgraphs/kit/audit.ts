import type { Knex } from 'knex';
import type { Viewer } from './viewer.ts';

/** One thing that was done with more than a user's right. */
export interface AuditEntry {
  /** What: `<area>.<verb>`, `user.ban`. */
  readonly action: string;
  /** On what: `user:<id>`, `group:<id>`, `admin:<id>`, `setting:<name>`; null: on nothing by itself. */
  readonly target: string | null;
  /** Why, in the words of who did it; null where nobody is asked. */
  readonly reason: string | null;
  /** What it was and what it became; ids and settings, never a secret, a message or an address. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Who did it, and from which address; or the program itself, or somebody at its command line. */
export type AuditActor = { readonly viewer: Viewer; readonly from: string | null } | 'system' | 'operator';

/** The record of what was done with privilege. It can be added to, and nothing in it can be changed. */
export interface AuditLog {
  /**
   * In the transaction of what it records: neither is there without the other. What is done elsewhere (in OpenIM) is
   * recorded before, without one: where it cannot be recorded, it is not done. In a transaction it comes last: from
   * then to the end of it, everybody else who records waits.
   */
  record(by: AuditActor, entries: AuditEntry | readonly AuditEntry[], on?: Knex.Transaction): Promise<void>;
}
